# gcc, with warnings as errors: cmake -C .ci/presets/gcc.cmake -B build-gcc
set(CMAKE_C_COMPILER gcc CACHE STRING "")
set(CMAKE_CXX_COMPILER g++ CACHE STRING "")
set(CMAKE_BUILD_TYPE RelWithDebInfo CACHE STRING "")
set(DESIG_WERROR ON CACHE BOOL "")
