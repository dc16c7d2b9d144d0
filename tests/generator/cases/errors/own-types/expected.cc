/*prologue*/
#line 1 "input.cc"
// A type of the program's own, by a specialisation of spansmith::ErrorTraits: for one type, for a template, by a
// condition. It goes before the type's shape; one that throws is a failed attribute and no error.
#include <spansmith/annotations.h>
#include <spansmith/errors.h>

#include <cstdio>
#include <stdexcept>
#include <string>
#include <type_traits>

namespace store {
struct Result {
  int number = 0;
  bool done() const { return number == 0; }
};
enum class Verdict { kFine, kBad };
template <typename T>
struct Maybe {
  T value;
  bool failed;
};
struct Base {};
struct Derived : Base {
  bool bad = true;
};
struct Shaped {
  bool ok() const { return false; }
  int code() const { return 1; }
};
}  // namespace store

template <>
struct spansmith::ErrorTraits<store::Result> {
  static bool IsError(const store::Result& r) { return !r.done(); }
  static const char* Type(const store::Result& r) { return r.number == 404 ? "Missing" : "Broken"; }
  static std::string Message(const store::Result& r) { return "code " + std::to_string(r.number); }
  static spansmith::ErrorKind Kind(const store::Result& r) {
    return r.number == 404 ? spansmith::ErrorKind::kNotFound : spansmith::ErrorKind::kOther;
  }
};
template <>
struct spansmith::ErrorTraits<store::Verdict> {
  static bool IsError(store::Verdict v) { return v == store::Verdict::kBad; }
};
template <typename T>
struct spansmith::ErrorTraits<store::Maybe<T>> {
  static bool IsError(const store::Maybe<T>& maybe) {
    if (maybe.value == 13) throw std::logic_error("of the traits");
    return maybe.failed;
  }
};
template <typename T>
struct spansmith::ErrorTraits<T, std::enable_if_t<std::is_base_of_v<store::Base, T>>> {
  static bool IsError(const T& value) { return value.bad; }
};
template <>
struct spansmith::ErrorTraits<store::Shaped> {
  static bool IsError(const store::Shaped&) { return false; }
};

SPANSMITH_SPAN("Result", SPANSMITH_ERROR_TEXT("failed to store")) static store::Result Store(int number) { /*guard 1*/
  store::Result result;
  result.number = number;
  { if (sm_guard_1.sm_Recording()) { const auto& sm_r_1 = result; static_cast<void>(sm_r_1); ::spansmith::injected::sm_LookAt(sm_guard_1, sm_r_1); } 
#line 64 "input.cc"
  return result; }
}
SPANSMITH_SPAN("Verdict") static store::Verdict Judge(bool good) { /*guard 2*/
  { auto sm_r_2 = 
#line 67 "input.cc"
         good ? store::Verdict::kFine : store::Verdict::kBad; if (sm_guard_2.sm_Recording()) { ::spansmith::injected::sm_LookAt(sm_guard_2, sm_r_2); } return sm_r_2; }
}
SPANSMITH_SPAN("Maybe") static store::Maybe<int> Try(int value) { /*guard 3*/
#line 69 "input.cc"
                                                                  { ::store::Maybe<int> sm_r_3 = 
#line 69 "input.cc"
                                                                         {value, value != 0}; if (sm_guard_3.sm_Recording()) { ::spansmith::injected::sm_LookAt(sm_guard_3, sm_r_3); } return sm_r_3; }
#line 69 "input.cc"
                                                                                              }
SPANSMITH_SPAN("Derived") static store::Derived Derive() { /*guard 4*/
#line 70 "input.cc"
                                                           { ::store::Derived sm_r_4 = 
#line 70 "input.cc"
                                                                  {}; if (sm_guard_4.sm_Recording()) { ::spansmith::injected::sm_LookAt(sm_guard_4, sm_r_4); } return sm_r_4; }
#line 70 "input.cc"
                                                                      }
SPANSMITH_SPAN("Shaped") static store::Shaped Shape() { /*guard 5*/
#line 71 "input.cc"
                                                        { ::store::Shaped sm_r_5 = 
#line 71 "input.cc"
                                                               {}; if (sm_guard_5.sm_Recording()) { ::spansmith::injected::sm_LookAt(sm_guard_5, sm_r_5); } return sm_r_5; }
#line 71 "input.cc"
                                                                   }

void Run();
void Run() {
  std::printf("%d %d %d\n", Store(0).number, Store(404).number, Store(500).number);
  std::printf("%d %d\n", Judge(true) == store::Verdict::kFine, Judge(false) == store::Verdict::kFine);
  std::printf("%d %d %d\n", Try(0).failed, Try(1).failed, Try(13).failed);
  std::printf("%d %d\n", Derive().bad, Shape().ok());
}
