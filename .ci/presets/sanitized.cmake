# Address and undefined-behaviour sanitizers, and the fuzz harnesses: cmake -C .ci/presets/sanitized.cmake -B build-sanitized
set(CMAKE_C_COMPILER clang CACHE STRING "")
set(CMAKE_CXX_COMPILER clang++ CACHE STRING "")
set(CMAKE_BUILD_TYPE RelWithDebInfo CACHE STRING "")
set(DESIG_SANITIZE address,undefined CACHE STRING "")
set(DESIG_FUZZ ON CACHE BOOL "")
