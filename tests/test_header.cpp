// The same program in the other language: see test_header.c.
#include "test_header.c"
