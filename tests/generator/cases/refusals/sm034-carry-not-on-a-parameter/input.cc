// SPANSMITH_CARRY on a function, a variable, and a parameter of a function's type.
#include <spansmith/annotations.h>

#include <functional>

SPANSMITH_CARRY void Function(std::function<void()> task);
void Function(std::function<void()> task) {
  SPANSMITH_CARRY std::function<void()> local = task;
  local();
}
using Type = void (*)(SPANSMITH_CARRY std::function<void()> task);
