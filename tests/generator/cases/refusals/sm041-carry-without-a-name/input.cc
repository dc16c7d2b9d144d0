// A parameter that the definition does not name: a warning, and the file is compiled.
#include <spansmith/annotations.h>

#include <functional>

void Drop(SPANSMITH_CARRY std::function<void()> task);
void Drop(std::function<void()>) {}
