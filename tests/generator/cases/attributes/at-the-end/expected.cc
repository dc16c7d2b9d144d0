/*prologue*/
#line 1 "input.cc"
// Attributes of the end: of a return and of an exception, of members and parameters, in constructors, lambdas and
// templates; the types of the program's lambdas keep their names but for the number that g++ 12 counts.
#include <spansmith/annotations.h>

#include <cstdio>
#include <stdexcept>
#include <string>
#include <utility>

class Batch {
 public:
  SPANSMITH_SPAN("Batch", SPANSMITH_EXIT_ATTR(batch.size, size_)) explicit Batch(int size) : size_(0) { /*guard 1*/ const auto sm_exit_1 = ::spansmith::injected::sm_AtExit([&](::spansmith::injected::sm_Exiting) { if (sm_guard_1.sm_Recording()) {
#line 12 "input.cc"
 try { sm_guard_1.sm_Attribute("batch.size", (
#line 12 "input.cc"
                                                          size_)); } catch (...) { sm_guard_1.sm_AttributeFailed("batch.size"); } } });
#line 13 "input.cc"
    while (size_ < size) ++size_;
  }
  SPANSMITH_SPAN("~Batch", SPANSMITH_EXIT_ATTR(batch.size, size_)) ~Batch() { /*guard 2*/ const auto sm_exit_2 = ::spansmith::injected::sm_AtExit([&](::spansmith::injected::sm_Exiting) { if (sm_guard_2.sm_Recording()) {
#line 15 "input.cc"
 try { sm_guard_2.sm_Attribute("batch.size", (
#line 15 "input.cc"
                                                           size_)); } catch (...) { sm_guard_2.sm_AttributeFailed("batch.size"); } } });
#line 15 "input.cc"
                                                                              size_ = 0; }
  Batch(const Batch&) = delete;
  Batch& operator=(const Batch&) = delete;

  SPANSMITH_SPAN("Fill", SPANSMITH_ATTR(left.before, *left), SPANSMITH_EXIT_ATTR(left.after, *left),
                 SPANSMITH_EXIT_ATTR(batch.size, this->size_ + 0))
  int Fill(int* left);

 private:
  int size_;
};

int Batch::Fill(int* remaining) { /*guard 3*/ if (sm_guard_3.sm_Recording()) {
#line 19 "input.cc"
 try { sm_guard_3.sm_Attribute("left.before", (
#line 19 "input.cc"
                                                     *remaining)); } catch (...) { sm_guard_3.sm_AttributeFailed("left.before"); } } const auto sm_exit_3 = ::spansmith::injected::sm_AtExit([&](::spansmith::injected::sm_Exiting) { if (sm_guard_3.sm_Recording()) {
#line 19 "input.cc"
 try { sm_guard_3.sm_Attribute("left.after", (
#line 19 "input.cc"
                                                                                             *remaining)); } catch (...) { sm_guard_3.sm_AttributeFailed("left.after"); }
#line 20 "input.cc"
 try { sm_guard_3.sm_Attribute("batch.size", (
#line 20 "input.cc"
                                                 this->size_ + 0)); } catch (...) { sm_guard_3.sm_AttributeFailed("batch.size"); } } });
#line 28 "input.cc"
  for (; *remaining > 0; --*remaining) {
    if (++size_ > 4) throw std::runtime_error("full");
  }
  return size_;
}

template <typename T>
SPANSMITH_SPAN("Grow", SPANSMITH_EXIT_ATTR(text.size, text.size()), SPANSMITH_EXIT_ATTR(bad, text.at(99)))
T Grow(T text) noexcept { /*guard 4*/ const auto sm_exit_4 = ::spansmith::injected::sm_AtExit([&](::spansmith::injected::sm_Exiting) { if (sm_guard_4.sm_Recording()) {
#line 35 "input.cc"
 try { sm_guard_4.sm_Attribute("text.size", (
#line 35 "input.cc"
                                                      text.size())); } catch (...) { sm_guard_4.sm_AttributeFailed("text.size"); }
#line 35 "input.cc"
 try { sm_guard_4.sm_Attribute("bad", (
#line 35 "input.cc"
                                                                                             text.at(99))); } catch (...) { sm_guard_4.sm_AttributeFailed("bad"); } } });
#line 37 "input.cc"
  text += text;
  { if (sm_guard_4.sm_Recording()) { const auto& sm_r_4 = text; static_cast<void>(sm_r_4); ::spansmith::injected::sm_LookAt(sm_guard_4, sm_r_4); } 
#line 38 "input.cc"
  return text; }
}

static int Lambdas() {
  int calls = 0;
  auto count = [&calls] SPANSMITH_SPAN("count", SPANSMITH_EXIT_ATTR(calls, calls), SPANSMITH_EXIT_ATTR(by, by))(
                         int by) mutable { /*guard 5*/ const auto sm_exit_5 = ::spansmith::injected::sm_AtExit([&](::spansmith::injected::sm_Exiting) { if (sm_guard_5.sm_Recording()) {
#line 43 "input.cc"
 try { sm_guard_5.sm_Attribute("calls", (
#line 43 "input.cc"
                                                                           calls)); } catch (...) { sm_guard_5.sm_AttributeFailed("calls"); }
#line 43 "input.cc"
 try { sm_guard_5.sm_Attribute("by", (
#line 43 "input.cc"
                                                                                                           by)); } catch (...) { sm_guard_5.sm_AttributeFailed("by"); } } });
#line 44 "input.cc"
                                           return calls += by; };
  return count(2) + count(3);
}

SPANSMITH_SPAN("Named", SPANSMITH_EXIT_ATTR(x, x)) static const char* Named(int x) { /*guard 6*/ const auto sm_exit_6 = ::spansmith::injected::sm_AtExit([&](::spansmith::injected::sm_Exiting) { if (sm_guard_6.sm_Recording()) {
#line 48 "input.cc"
 try { sm_guard_6.sm_Attribute("x", (
#line 48 "input.cc"
                                               x)); } catch (...) { sm_guard_6.sm_AttributeFailed("x"); } } });
#line 49 "input.cc"
  const auto name = [] { return static_cast<const char*>(__func__); };
  return x > 0 ? __func__ : name();
}

void Run();
void Run() {
  {
    Batch batch(2);
    int left = 2;
    std::printf("%d\n", batch.Fill(&left));
    left = 5;
    try {
      batch.Fill(&left);
    } catch (const std::exception& error) {
      std::printf("%s %d\n", error.what(), left);
    }
  }
  std::printf("%s %d %s %s\n", Grow(std::string("ab")).c_str(), Lambdas(), Named(1), Named(0));
}
