// STRICT makes it an error, and leaves no object.
// compilers: g++
// flags: -std=c++17 --strict
int Swapped(int value);
int Swapped(int value) { return __builtin_has_attribute(Swapped, unused) ? value : 1; }
int Whole(int value);
int Whole(int value) { return value; }
