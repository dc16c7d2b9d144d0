// As a test framework: a class whose function's body follows the macro.
#include <cstdio>
#include <initializer_list>

struct Case {
  virtual ~Case() = default;
  virtual const char* Name() const = 0;
  virtual void Body() = 0;
};

#define CASE(name)                                       \
  struct name final : Case {                             \
    const char* Name() const override { return #name; }  \
    void Body() override;                                \
  };                                                     \
  static name name##_instance;                           \
  void name::Body()

CASE(First) { std::puts("first"); }
CASE(Second) { std::puts("second"); }

inline void RunCases(std::initializer_list<Case*> cases) {
  for (Case* one : cases) {
    std::puts(one->Name());
    one->Body();
  }
}
