/*prologue*/
#line 1 "input.cc"
// SPANSMITH_CARRY on every kind of function: out of line with another name, virtual, template, lambda, constructor.
#include <spansmith/annotations.h>

#include <cstdio>
#include <functional>
#include <string>
#include <utility>

using Task = std::function<int(int)>;

SPANSMITH_SPAN("Work", SPANSMITH_ATTR(value, value)) static int Work(int value) { /*guard 1*/ if (sm_guard_1.sm_Recording()) {
#line 11 "input.cc"
 try { sm_guard_1.sm_Attribute("value", (
#line 11 "input.cc"
                                             value)); } catch (...) { sm_guard_1.sm_AttributeFailed("value"); } }
#line 12 "input.cc"
  std::printf("work %d\n", value);
  return value + 1;
}

class Executor {
 public:
  explicit Executor(SPANSMITH_CARRY Task first) : name_("executor") {
#line 18 "input.cc"
 ::spansmith::injected::sm_Carry(first);
#line 18 "input.cc"
                                                                      tasks_[0] = std::move(first); }
  virtual ~Executor() = default;
  Executor(const Executor&) = default;
  Executor& operator=(const Executor&) = default;
  virtual void Later(int priority, SPANSMITH_CARRY Task task);
  // Declared here, wrapped where it is defined, under the name that it has there.
  void Move(SPANSMITH_CARRY Task&& declared);
  int Run() const {
    int sum = 0;
    for (const Task& task : tasks_) {
      if (task) sum += task(sum);
    }
    return sum;
  }
  const std::string& name() const { return name_; }

 private:
  std::string name_;
  Task tasks_[3];
};

void Executor::Later(int /*priority*/, Task task) {
#line 22 "input.cc"
 ::spansmith::injected::sm_Carry(task);
#line 40 "input.cc"
  tasks_[1] = std::move(task);
}

void Executor::Move(Task&& defined) {
#line 24 "input.cc"
 ::spansmith::injected::sm_Carry(defined);
#line 43 "input.cc"
                                      tasks_[2] = std::move(defined); }

template <typename Holder>
class Box {
 public:
  void Put(SPANSMITH_CARRY Holder holder);
  int Call(int value) const { return holder_(value); }

 private:
  Holder holder_;
};

template <typename Holder>
void Box<Holder>::Put(Holder given) {
#line 48 "input.cc"
 ::spansmith::injected::sm_Carry(given);
#line 57 "input.cc"
  holder_ = std::move(given);
}

template <typename R>
static std::function<R()> Keep(SPANSMITH_CARRY std::function<R()> task, bool keep) {
#line 61 "input.cc"
 ::spansmith::injected::sm_Carry(task);
#line 62 "input.cc"
  return keep ? std::move(task) : std::function<R()>();
}

static bool IsEmpty(SPANSMITH_CARRY std::function<void()> task) {
#line 65 "input.cc"
 ::spansmith::injected::sm_Carry(task);
#line 65 "input.cc"
                                                                  return task == nullptr; }

SPANSMITH_SPAN("Caller") static Executor Caller(Box<Task>* box, std::function<int()>* kept, std::function<int()>* by_lambda) { /*guard 2*/
  Executor executor([](int value) { return Work(value); });
  executor.Later(1, [](int value) { return Work(value + 10); });
  executor.Move([](int value) { return Work(value + 20); });
  box->Put([](int value) { return Work(value + 30); });
  *kept = Keep<int>([] { return Work(40); }, true);
  const auto keep = [](std::function<int()>* out, SPANSMITH_CARRY std::function<int()> task) {
#line 73 "input.cc"
 ::spansmith::injected::sm_Carry(task);
#line 73 "input.cc"
                                                                                               *out = std::move(task); };
  keep(by_lambda, [] { return Work(50); });
  std::printf("empty: %d %d\n", IsEmpty(nullptr) ? 1 : 0, IsEmpty([] {}) ? 1 : 0);
  return executor;
}

void Run();
void Run() {
  Box<Task> box;
  std::function<int()> kept;
  std::function<int()> by_lambda;
  const Executor executor = Caller(&box, &kept, &by_lambda);
  std::printf("%s %d\n", executor.name().c_str(), executor.Run());
  std::printf("%d\n", box.Call(0));
  std::printf("%d\n", kept());
  std::printf("%d\n", by_lambda());
}
