// Parameters that a rule cannot carry: none of that name, a reference to what stays the caller's.
#include <functional>

void Submit(std::function<void()> task, const std::function<void()>& other);
void Submit(std::function<void()> task, const std::function<void()>& other) {
  task();
  other();
}
