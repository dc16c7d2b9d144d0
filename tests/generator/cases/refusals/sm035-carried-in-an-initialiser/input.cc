// A constructor that moves the parameter away before its body begins.
#include <spansmith/annotations.h>

#include <functional>
#include <utility>

class Holder {
 public:
  explicit Holder(SPANSMITH_CARRY std::function<void()> task) : task_(std::move(task)) {}
  Holder(int value, SPANSMITH_CARRY std::function<void()> task);

 private:
  std::function<void()> task_;
  int value_ = 0;
};
Holder::Holder(int value, std::function<void()> given) : task_([moved = std::move(given)] { moved(); }), value_(value) {}
