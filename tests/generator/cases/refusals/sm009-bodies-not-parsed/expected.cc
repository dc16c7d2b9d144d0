/*prologue*/
#line 1 "input.cc"
// A function whose body Clang alone refuses is left out, with all that stands in it; the others have their spans.
// compilers: g++
// report: compared
#include <spansmith/annotations.h>

#include <cstdio>

template <typename T>
struct Reference {
  explicit Reference(const T* text) : text_(text) { /*guard 1*/
#line 10 "input.cc"
                                                   }
  const T* text() const { /*guard 2*/
#line 11 "input.cc"
                          return text_; }
  // Nobody instantiates it, so g++ does not look.
  Reference& operator=(const Reference& other) {
    const auto copy = [&] { return other.text_; };
    length_ = other.length_;
    text_ = copy();
    return *this;
  }

 private:
  const T* text_;
  const int length_ = 2;
};

#if defined(__GNUC__) && !defined(__clang__)
SPANSMITH_SPAN("Swapped") static int Swapped(int value) {
  SPANSMITH_NOTE(value, value);
  return static_cast<int>(__builtin_bswap32(static_cast<unsigned>(value))) + __builtin_classify_type(value) +
         (__builtin_has_attribute(value, unused) ? 1 : 0);
}
#endif

static int Length(const Reference<char>& reference) { /*guard 3*/
#line 33 "input.cc"
                                                      return reference.text()[0] == 'a' ? 1 : 0; }

void Run();
void Run() { /*guard 4*/
#line 36 "input.cc"
             std::printf("%d %d\n", Length(Reference<char>("a")), Swapped(0)); }
