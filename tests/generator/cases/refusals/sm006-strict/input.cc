// STRICT makes a module unit an error, and leaves no object.
// compilers: g++
// flags: -std=c++20 -fmodules-ts --strict
module;
#include <spansmith/annotations.h>
export module shop;

SPANSMITH_SPAN("Buy") int Buy(int items);
int Buy(int items) { return items; }
