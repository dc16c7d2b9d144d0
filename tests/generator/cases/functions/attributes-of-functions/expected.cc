/*prologue*/
#line 1 "input.cc"
// Functions with attributes that say how they are compiled or called: before main and after it, for another processor,
// pure, inlined whatever it costs, with cleanups, alloca, weak, in a section of their own.
// flags: -std=c++17
#include <cstdio>
#include <cstdlib>
#include <exception>
#include <string>

static int order = 0;

__attribute__((constructor(101))) static void Earliest() { /*guard 1*/
#line 11 "input.cc"
                                                           order += 1; }
__attribute__((constructor)) static void Early() { /*guard 2*/
#line 12 "input.cc"
                                                   order *= 10; }
__attribute__((destructor)) static void Late() { /*guard 3*/
#line 13 "input.cc"
                                                 ++order; }
struct Global {
  Global() { /*guard 4*/
#line 15 "input.cc"
             order += 3; }
  ~Global() { /*guard 5*/
#line 16 "input.cc"
              ++order; }
};
static Global global;
static thread_local std::string per_thread = [] { /*guard 6*/
#line 19 "input.cc"
                                                  return std::string("thread"); }();

[[gnu::const]] static int Const(int n) { /*guard 7*/
#line 21 "input.cc"
                                         return n * 2; }
[[gnu::pure]] static int Pure(const int* n) { /*guard 8*/
#line 22 "input.cc"
                                              return *n + 1; }
[[gnu::always_inline]] static inline int Always(int n) { /*guard 9*/
#line 23 "input.cc"
                                                         return n + 2; }
[[gnu::flatten, gnu::hot]] static int Flat(int n) { /*guard 10*/
#line 24 "input.cc"
                                                    return Always(n) + 1; }
[[gnu::noinline, gnu::cold]] static int Cold(int n) { /*guard 11*/
#line 25 "input.cc"
                                                      return n; }
__attribute__((target("avx2"))) static int ForAvx2(int n) { /*guard 12*/
#line 26 "input.cc"
                                                            return n; }
__attribute__((target("sse4.2,popcnt"))) static int ForSse(unsigned n) { /*guard 13*/
#line 27 "input.cc"
                                                                         return __builtin_popcount(n); }
__attribute__((weak)) int Weak(int n);
int Weak(int n) { /*guard 14*/
#line 29 "input.cc"
                  return n; }
extern "C" int spansmith_case_aliased(int n);
extern "C" int spansmith_case_aliased(int n) { /*guard 15*/
#line 31 "input.cc"
                                               return n + 7; }
extern "C" int spansmith_case_alias(int n) __attribute__((alias("spansmith_case_aliased")));
__attribute__((section(".text.spansmith_case"))) static int Section(int n) { /*guard 16*/
#line 33 "input.cc"
                                                                             return n; }
__attribute__((visibility("hidden"), used)) int Hidden(int n);
int Hidden(int n) { /*guard 17*/
#line 35 "input.cc"
                    return n; }
__attribute__((nothrow)) static int Nothrow(int n) { /*guard 18*/
#line 36 "input.cc"
                                                     return n; }
__attribute__((malloc, returns_nonnull, alloc_size(1))) static void* Allocated(std::size_t n) { /*guard 19*/
  void* p = std::malloc(n);
  if (p == nullptr) std::abort();
  return p;
}
__attribute__((format(printf, 1, 2))) static int Formatted(const char* format, ...) { /*guard 20*/
  __builtin_va_list list;
  __builtin_va_start(list, format);
  const int n = std::vprintf(format, list);
  __builtin_va_end(list);
  return n;
}
static void Close(int* n) { /*guard 21*/
#line 49 "input.cc"
                            std::printf("cleanup %d\n", *n); }
static int Cleanup(int n) { /*guard 22*/
  __attribute__((cleanup(Close))) int held = n;
  return held + 1;
}
static int Alloca(unsigned n) { /*guard 23*/
  char* text = static_cast<char*>(__builtin_alloca(n + 1));
  for (unsigned i = 0; i < n; ++i) text[i] = 'a';
  text[n] = 0;
  return static_cast<int>(std::string(text).size());
}
static bool ReturnAddress() { /*guard 24*/
#line 60 "input.cc"
                              return __builtin_return_address(0) != nullptr && __builtin_frame_address(0) != nullptr; }
static int Assembly(int n) { /*guard 25*/
  int out = n;
  asm volatile("" : "+r"(out));
  return out;
}
#if defined(__x86_64__)
__attribute__((ms_abi)) static int Convention(int n) { /*guard 26*/
#line 67 "input.cc"
                                                       return n; }
#else
static int Convention(int n) { return n; }
#endif
__attribute__((noinline, no_sanitize("undefined"))) static int Unoptimised(int n) { /*guard 27*/
#line 71 "input.cc"
                                                                                    return n; }
[[noreturn]] static void Throws() { /*guard 28*/
#line 72 "input.cc"
                                    throw 3; }
static int NeverReturns() noexcept(false) { /*guard 29*/
#line 73 "input.cc"
                                            Throws(); }

static void AtExit() { /*guard 30*/
#line 75 "input.cc"
                       ++order; }

void Run();
void Run() { /*guard 31*/
  std::atexit(AtExit);
  int n = 4;
  const int shown[] = {order,      Const(1),    Pure(&n),   Flat(1),    Cold(2),      __builtin_cpu_supports("avx2") ? ForAvx2(3) : 3,
                       Weak(4),    spansmith_case_alias(1), Section(5), Hidden(6),    Nothrow(7),
                       Cleanup(8), Alloca(9),   ReturnAddress() ? 1 : 0, Assembly(10), Convention(11), Unoptimised(12)};
  for (const int value : shown) std::printf("%d ", value);
  std::free(Allocated(3));
  const int popped = __builtin_cpu_supports("sse4.2") ? ForSse(7) : 3;
  const char* text = per_thread.c_str();
  Formatted("%s %d\n", text, popped);
  try {
    NeverReturns();
  } catch (int thrown) {
    std::printf("%d\n", thrown);
  }
}
