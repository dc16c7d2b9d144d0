/*prologue*/
#line 1 "input.cc"
// Of a mistake in a body the compiler speaks alone, of the line and column where it stands.
// compilers: g++
// flags: -std=c++17 -fno-diagnostics-show-caret
int Twice(int value);
int Twice(int value) { return 2 * valve; }
int Whole(int value);
int Whole(int value) { /*guard 1*/
#line 7 "input.cc"
                       return value; }
