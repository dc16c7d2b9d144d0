// What Clang cannot parse is compiled as it stands, and the rules do nothing in it: a warning says so.
// compilers: g++
#if !__has_builtin(__builtin_apply)
#error "not for Clang"
#endif

int Lost(int value);
int Lost(int value) { return value; }
