// Copyright The Spansmith Authors
// SPDX-License-Identifier: Apache-2.0
//
// What random programs are made of: types that say what happens to them. Constructions, copies and destructions of live
// values are logged in order; moves, and destructions of what was moved from, are counted, because an observed
// temporary may be moved once more (docs/guarantees.md).
#ifndef SPANSMITH_TESTS_GENERATOR_RANDOM_PRELUDE_H_
#define SPANSMITH_TESTS_GENERATOR_RANDOM_PRELUDE_H_

#include <spansmith/annotations.h>

#include <csetjmp>
#include <cstdarg>
#include <cstdio>
#include <cstdlib>
#include <exception>
#include <memory>
#include <optional>
#include <stdexcept>
#include <string>
#include <tuple>
#include <type_traits>
#include <utility>
#include <vector>
#if __cplusplus >= 202002L
#include <concepts>
#endif

// The programs' output goes to the file that RANDOM_OUTPUT names: stdout is the console exporter's.
inline std::FILE* out = std::fopen(std::getenv("RANDOM_OUTPUT"), "w");
inline long moves = 0;
inline long calls = 0;     // of annotated functions
inline long observed = 0;  // of those, functions whose returns are looked at

inline void Log(const char* what, long value) { std::fprintf(out, "%s%ld ", what, value); }
inline void Mark(const char* function, int line) { std::fprintf(out, "[%s:%d] ", function, line); }
inline int fuel = 0;
inline bool Burn() { return fuel-- > 0; }

template <int Id>
struct Core {
  long v;
  bool live = true;
  Core(long value) : v(value) { Log("+", v); }
  ~Core() {
    if (live) Log("-", v);
  }

 protected:
  void CopyFrom(const Core& other) {
    v = other.v;
    Log("c", v);
  }
  void MoveFrom(Core& other) {
    v = other.v;
    live = other.live;
    other.live = false;
    ++moves;
  }
  Core() : v(0) {}
};

struct Full : Core<0> {
  Full(long value) : Core(value) {}
  Full(const Full& o) : Core() { CopyFrom(o); }
  Full(Full&& o) noexcept : Core() { MoveFrom(o); }
  Full& operator=(const Full& o) {
    v = o.v;
    Log("=", v);
    return *this;
  }
  Full& operator=(Full&& o) noexcept {
    v = o.v;
    Log("=m", v);
    return *this;
  }
};
struct Derived : Full {
  using Full::Full;
};
struct CopyOnly : Core<1> {
  CopyOnly(long value) : Core(value) {}
  CopyOnly(const CopyOnly& o) : Core() { CopyFrom(o); }
};
struct MoveOnly : Core<2> {
  MoveOnly(long value) : Core(value) {}
  MoveOnly(MoveOnly&& o) noexcept : Core() { MoveFrom(o); }
};
struct Immovable : Core<3> {
  Immovable(long value) : Core(value) {}
  Immovable(const Immovable&) = delete;
};
struct ExplicitFull {  // converts to a Full
  long v;
  operator Full() const { return Full(v); }
};
struct Shape {
  long v;
  explicit Shape(long value) : v(value) { Log("+s", v); }
  virtual ~Shape() { Log("-s", v); }
};
struct Circle : Shape {
  using Shape::Shape;
};
struct Pair {
  Full a;
  Full b;
};
enum Colour { kRed, kGreen = 5, kBlue };

inline Full global_full(7000);
inline Full global_array[3] = {7001, 7002, 7003};
inline Full* global_pointer = &global_array[1];

inline void Show(long x) { Log("r", x); }
inline void Show(const std::string& x) { std::fprintf(out, "r\"%s\" ", x.c_str()); }
inline void Show(const char* x) { std::fprintf(out, "r\"%s\" ", x); }
template <int Id>
void Show(const Core<Id>& x) {
  Log("r", x.v);
}
inline void Show(const std::unique_ptr<Shape>& x) { Log("rs", x ? x->v : -1); }
inline void Show(const std::optional<Full>& x) { Log("ro", x ? x->v : -1); }
inline void Show(const Pair& x) { Log("rp", x.a.v * 1000 + x.b.v); }
inline void Show(const std::tuple<int, Full>& x) { Log("rt", std::get<0>(x) * 1000 + std::get<1>(x).v); }
inline void Show(const std::vector<Full>& x) { Log("rv", static_cast<long>(x.size())); }

template <typename F>
void Run(const char* name, int n, F f) {
  fuel = 60;
  std::fprintf(out, "\n%s(%d): ", name, n);
  try {
    f();
  } catch (const std::exception& e) {
    std::fprintf(out, "threw %s ", e.what());
  } catch (int e) {
    std::fprintf(out, "threw %d ", e);
  } catch (const Full& e) {
    std::fprintf(out, "threw a Full of %ld ", e.v);
  }
}

#endif  // SPANSMITH_TESTS_GENERATOR_RANDOM_PRELUDE_H_
