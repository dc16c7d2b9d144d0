/*prologue*/
#line 1 "input.cc"
// A carried callable is not copied, whether a span is open or not; one that cannot be copied may be carried too.
#include <spansmith/annotations.h>

#include <cstdio>
#include <functional>
#include <memory>
#include <type_traits>
#include <utility>

static int copies = 0;

class Counting {
 public:
  Counting() = default;
  Counting(const Counting&) { ++copies; }
  Counting(Counting&&) noexcept = default;
  Counting& operator=(const Counting&) = default;
  Counting& operator=(Counting&&) = default;
  ~Counting() = default;
  int operator()() const { return 1; }
};

// As std::move_only_function: holds any callable, cannot be copied.
class MoveOnly {
 public:
  MoveOnly() = default;
  template <typename F, typename = std::enable_if_t<!std::is_same_v<std::decay_t<F>, MoveOnly>>>
  explicit MoveOnly(F&& callable) : call_(std::make_unique<Held<std::decay_t<F>>>(std::forward<F>(callable))) {}
  template <typename F, typename = std::enable_if_t<!std::is_same_v<std::decay_t<F>, MoveOnly>>>
  MoveOnly& operator=(F&& callable) {
    return *this = MoveOnly(std::forward<F>(callable));
  }
  MoveOnly(MoveOnly&&) = default;
  MoveOnly& operator=(MoveOnly&&) = default;
  ~MoveOnly() = default;
  explicit operator bool() const { return call_ != nullptr; }
  int operator()() { return call_->Call(); }

 private:
  struct Base {
    Base() = default;
    Base(const Base&) = delete;
    Base& operator=(const Base&) = delete;
    virtual ~Base();
    virtual int Call() = 0;
  };
  template <typename F>
  struct Held final : Base {
    explicit Held(F given) : callable(std::move(given)) {}
    int Call() override { return callable(); }
    F callable;
  };
  std::unique_ptr<Base> call_;
};

MoveOnly::Base::~Base() = default;

SPANSMITH_SPAN("Work") static int Work(int value) { /*guard 1*/
  std::printf("work %d\n", value);
  return value;
}

static int ByValue(SPANSMITH_CARRY std::function<int()> task) {
#line 63 "input.cc"
 ::spansmith::injected::sm_Carry(task);
#line 64 "input.cc"
  const std::function<int()> stored = std::move(task);
  return stored();
}
static int ByReference(SPANSMITH_CARRY std::function<int()>&& task) {
#line 67 "input.cc"
 ::spansmith::injected::sm_Carry(task);
#line 68 "input.cc"
  const std::function<int()> stored = std::move(task);
  return stored();
}
static int Once(SPANSMITH_CARRY MoveOnly task) {
#line 71 "input.cc"
 ::spansmith::injected::sm_Carry(task);
#line 71 "input.cc"
                                                 return task ? task() : -1; }

static void All(const char* what) {
  copies = 0;
  const int sum = ByValue(Counting()) + ByReference(Counting());
  std::printf("%s: %d, %d copies\n", what, sum, copies);
  auto owned = std::make_unique<int>(5);
  std::printf("move only: %d %d\n", Once(MoveOnly([mine = std::move(owned)] { return Work(*mine); })), Once(MoveOnly()));
}

SPANSMITH_SPAN("Open") static void Open() { /*guard 2*/
#line 81 "input.cc"
                                            All("under a span"); }

void Run();
void Run() {
  All("without a span");
  Open();
}
