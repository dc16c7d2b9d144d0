// Parameters that cannot be wrapped in place.
#include <spansmith/annotations.h>

#include <functional>

struct Functor {
  void operator()() const {}
};

void Lvalue(SPANSMITH_CARRY std::function<void()>& task);
void Lvalue(std::function<void()>& task) { task(); }
void Constant(SPANSMITH_CARRY std::function<void()> task);
void Constant(const std::function<void()> task) { task(); }
void Pointer(SPANSMITH_CARRY void (*task)());
void Pointer(void (*task)()) { task(); }
void Own(SPANSMITH_CARRY Functor task);
void Own(Functor task) { task(); }
template <typename F>
void Deduced(SPANSMITH_CARRY F& task) { task(); }
void ConstOwn(SPANSMITH_CARRY const Functor& task);
void ConstOwn(const Functor& task) { task(); }
template <typename... F>
void Pack(SPANSMITH_CARRY F... tasks) { (tasks(), ...); }
const auto generic = [](SPANSMITH_CARRY auto&& task) { task(); };
