# clang, with warnings as errors: cmake -C .ci/presets/clang.cmake -B build-clang
set(CMAKE_C_COMPILER clang CACHE STRING "")
set(CMAKE_CXX_COMPILER clang++ CACHE STRING "")
set(CMAKE_BUILD_TYPE RelWithDebInfo CACHE STRING "")
set(DESIG_WERROR ON CACHE BOOL "")
