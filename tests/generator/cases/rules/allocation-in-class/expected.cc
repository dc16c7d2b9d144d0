/*prologue*/
#line 1 "input.cc"
// A class's own operator new and delete have no span by a rule. g++ takes them for mismatched where it inlines one of them
// and not the other, which spans in what calls them would decide; it does not say so of instrumented sources.
// flags: -std=c++20 -O2
#include <cstddef>
#include <cstdio>
#include <cstdlib>
#include <memory>

inline void Log(const char* what, long value) { /*guard 1*/
#line 9 "input.cc"
                                                std::fprintf(stdout, "%s%ld ", what, value); }

struct Full {
  long v;
  explicit Full(long x) : v(x) { /*guard 2*/
#line 13 "input.cc"
                                 Log("+", v); }
  Full(const Full&) = delete;
  Full& operator=(const Full&) = delete;
  ~Full() { /*guard 3*/
#line 16 "input.cc"
            Log("-", v); }
};

struct Node {
  Full f;
  explicit Node(long n) : f(n) { /*guard 4*/
#line 21 "input.cc"
                                }
  operator long() const { /*guard 5*/
#line 22 "input.cc"
                          return f.v; }
  long operator()(int a, int b = 9) const { /*guard 6*/
#line 23 "input.cc"
                                            return f.v + a * b; }
  static void* operator new(std::size_t size) {
    Log("new", 0);
    return std::malloc(size);
  }
  static void operator delete(void* p) {
    Log("delete", 0);
    Log("delete", 1);
    std::free(p);
  }
};

template <typename F>
void Call(int n, F f) { /*guard 7*/
  f(n);
}

void Run();
void Run() { /*guard 8*/
  for (int n = 0; n < 5; ++n) {
    Call(n, [n](int) mutable { /*guard 9*/
      std::unique_ptr<Node> p(new Node(n));
      Log("r", static_cast<long>(*p));
      Log("r", (*p)(n));
    });
  }
}
