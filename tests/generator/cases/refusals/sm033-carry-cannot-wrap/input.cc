// Parameters that cannot be wrapped in place.
#include <spansmith/annotations.h>

#include <functional>

struct Functor {
  void operator()() const {}
};

void Reference(SPANSMITH_CARRY const std::function<void()>& task);
void Reference(const std::function<void()>& task) { task(); }
void Lvalue(SPANSMITH_CARRY std::function<void()>& task);
void Lvalue(std::function<void()>& task) { task(); }
void Constant(SPANSMITH_CARRY std::function<void()> task);
void Constant(const std::function<void()> task) { task(); }
void Pointer(SPANSMITH_CARRY void (*task)());
void Pointer(void (*task)()) { task(); }
void Own(SPANSMITH_CARRY Functor task);
void Own(Functor task) { task(); }
template <typename F>
void Forwarded(SPANSMITH_CARRY F&& task) { task(); }
template <typename... F>
void Pack(SPANSMITH_CARRY F... tasks) { (tasks(), ...); }
const auto generic = [](SPANSMITH_CARRY auto&& task) { task(); };
