// A unit of a module is compiled as it stands, and said.
// compilers: g++
// flags: -std=c++20 -fmodules-ts
module;
#include <spansmith/annotations.h>
export module shop;

SPANSMITH_SPAN("Buy") int Buy(int items);
int Buy(int items) { return items; }
