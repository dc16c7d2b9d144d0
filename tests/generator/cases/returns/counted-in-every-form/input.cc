// Constructions, copies, moves and destructions of every form of a return: with a guard alone all as before; where a return
// is looked at all but one move of a temporary, which is not counted here (tests/generator/random counts it).
// flags: -std=c++17 -Wno-gnu-statement-expression -Wno-pedantic
#include <spansmith/annotations.h>

#include <cstdio>
#include <memory>
#include <utility>

namespace {

struct Tally {
  int made = 0, copied = 0, moved = 0, gone = 0;
} tally;

struct Full {
  int v;
  explicit Full(int n) : v(n) { ++tally.made; }
  Full(const Full& o) : v(o.v) { ++tally.copied; }
  Full(Full&& o) noexcept : v(o.v) { o.v = -1; ++tally.moved; }
  Full& operator=(const Full&) = delete;
  Full& operator=(Full&&) = delete;
  ~Full() { if (v >= 0) ++tally.gone; }
};
struct CopyOnly {
  int v;
  explicit CopyOnly(int n) : v(n) { ++tally.made; }
  CopyOnly(const CopyOnly& o) : v(o.v) { ++tally.copied; }
  CopyOnly& operator=(const CopyOnly&) = delete;
  ~CopyOnly() { ++tally.gone; }
};
struct Immovable {
  int v;
  explicit Immovable(int n) : v(n) { ++tally.made; }
  Immovable(const Immovable&) = delete;
  Immovable& operator=(const Immovable&) = delete;
  ~Immovable() { ++tally.gone; }
};
struct Source {
  int v;
  explicit operator Full() const& { return Full(v); }
  operator Full() && { return Full(v + 1); }
  operator CopyOnly() const { return CopyOnly(v); }
  operator Immovable() const { return Immovable(v); }
};
struct Pair {
  Full first;
  CopyOnly second;
};

// A guard alone: a returned type that means no error, of which nobody wants anything.
SPANSMITH_SPAN("a") Full Named(int n) { Full out(n); if (n > 5) return out; out.v += 1; return out; }
SPANSMITH_SPAN("a") CopyOnly NamedCopyOnly(int n) { CopyOnly out(n); return out; }
SPANSMITH_SPAN("a") Full Parameter(Full p) { return p; }
SPANSMITH_SPAN("a") CopyOnly ParameterCopyOnly(CopyOnly p) { return p; }
SPANSMITH_SPAN("a") Full Prvalue(int n) { return Full(n); }
SPANSMITH_SPAN("a") Immovable PrvalueImmovable(int n) { return Immovable(n); }
SPANSMITH_SPAN("a") Full Xvalue(Full& given) { return std::move(given); }
SPANSMITH_SPAN("a") Full XvalueOfLocal(int n) { Full out(n); return static_cast<Full&&>(out); }
SPANSMITH_SPAN("a") Full FromReference(const Full& given) { return given; }
SPANSMITH_SPAN("a") Full& Reference(Full& given) { return given; }
SPANSMITH_SPAN("a") Full&& RvalueReference(Full& given) { return std::move(given); }
SPANSMITH_SPAN("a") const Full ConstType(int n) { Full out(n); return out; }
SPANSMITH_SPAN("a") Full ConstLocal(int n) { const Full out(n); return out; }
SPANSMITH_SPAN("a") Pair Braced(int n) { return {Full(n), CopyOnly(n)}; }
SPANSMITH_SPAN("a") Full Converts(int n) { Source source{n}; return static_cast<Full>(source); }
SPANSMITH_SPAN("a") Full ConvertsLocal(int n) { Source source{n}; return source; }
SPANSMITH_SPAN("a") CopyOnly ConvertsTemporary(int n) { return Source{n}; }
SPANSMITH_SPAN("a") Immovable ConvertsImmovable(int n) { return Source{n}; }
SPANSMITH_SPAN("a") std::unique_ptr<const Full> ToBase(int n) { auto out = std::make_unique<Full>(n); return out; }
SPANSMITH_SPAN("a") Full Conditional(int n) { return n > 5 ? Full(n) : Full(1); }
SPANSMITH_SPAN("a") Full ConditionalOfLocals(int n) { Full one(1), two(2); return n > 5 ? one : two; }
SPANSMITH_SPAN("a") Full StatementExpression(int n) { return __extension__({ Full out(n); if (n > 5) return out; Full(n + 1); }); }
SPANSMITH_SPAN("a") Full Loops(int n) { for (int i = 0;; ++i) if (i == n) return Full(i); else if (i > 5) { Full out(i); return out; } }
SPANSMITH_SPAN("a") Full Switch(int n) { switch (n) { case 1: return Full(n); case 2: { Full out(n); return out; } default: out: return Full(9); case 3: goto out; } }
SPANSMITH_SPAN("a") auto Deduced(int n) { Full out(n); return out; }
SPANSMITH_SPAN("a") decltype(auto) DeducedReference(Full& given) { return (given); }
template <typename T>
SPANSMITH_SPAN("a") T Template(int n) { if (n > 5) return T(n); T out(n); return out; }
SPANSMITH_SPAN("a") void Nothing(int n) { Full out(n); return static_cast<void>(Full(n)); }
SPANSMITH_SPAN("a") void OfVoid(int n) { Full out(n); return Nothing(n); }

// The same, looked at.
#define SEEN SPANSMITH_SPAN("b", SPANSMITH_RETURN_ATTR(v, result.v))
SEEN Full SeenNamed(int n) { Full out(n); if (n > 5) return out; out.v += 1; return out; }
SEEN CopyOnly SeenNamedCopyOnly(int n) { CopyOnly out(n); return out; }
SEEN Full SeenParameter(Full p) { return p; }
SEEN CopyOnly SeenParameterCopyOnly(CopyOnly p) { return p; }
SEEN Full SeenXvalue(Full& given) { return std::move(given); }
SEEN Full SeenXvalueOfLocal(int n) { Full out(n); return static_cast<Full&&>(out); }
SEEN Full SeenFromReference(const Full& given) { return given; }
SEEN Full& SeenReference(Full& given) { return given; }
SEEN Full&& SeenRvalueReference(Full& given) { return std::move(given); }
SEEN Full SeenConstLocal(int n) { const Full out(n); return out; }
SEEN auto SeenDeduced(int n) { Full out(n); return out; }
template <typename T>
SEEN T SeenTemplate(int n) { T out(n); return out; }
// Temporaries.
SEEN Full SeenPrvalue(int n) { return Full(n); }
SEEN const Full SeenConstType(int n) { return Full(n); }
SPANSMITH_SPAN("b", SPANSMITH_RETURN_ATTR(v, result.first.v)) std::pair<Full, int> SeenBraced(int n) { return {Full(n), n}; }
SEEN Full SeenConverts(int n) { Source source{n}; return static_cast<Full>(source); }
SEEN Full SeenConvertsLocal(int n) { Source source{n}; return source; }
SEEN Full SeenConditional(int n) { return n > 5 ? Full(n) : Full(1); }
SEEN Full SeenStatementExpression(int n) { return __extension__({ Full out(n); if (n > 5) return out; Full(n + 1); }); }
SEEN Full SeenLoops(int n) { for (int i = 0;; ++i) if (i == n) return Full(i); else if (i > 5) { Full out(i); return out; } }
SEEN Full SeenSwitch(int n) { switch (n) { case 1: return Full(n); case 2: { Full out(n); return out; } default: out: return Full(9); case 3: goto out; } }

template <typename F>
void Count(const char* what, bool moves, F f) {
  for (const int n : {1, 2, 3, 9}) {
    tally = Tally();
    f(n);
    std::printf("%s(%d): made %d, copied %d, gone %d", what, n, tally.made, tally.copied, tally.gone);
    if (moves) std::printf(", moved %d", tally.moved);
    std::puts("");
  }
}
#define ALL(...) Count(#__VA_ARGS__, true, [](int n) { static_cast<void>(n); auto&& r = __VA_ARGS__; static_cast<void>(r); })
#define VOID(...) Count(#__VA_ARGS__, true, [](int n) { __VA_ARGS__; })
#define BUT_MOVES(...) Count(#__VA_ARGS__, false, [](int n) { auto&& r = __VA_ARGS__; static_cast<void>(r); })

}  // namespace

void Run();
void Run() {
  static Full given(7);
  ALL(Named(n)); ALL(NamedCopyOnly(n)); ALL(Parameter(Full(n))); ALL(ParameterCopyOnly(CopyOnly(n)));
  ALL(Prvalue(n)); ALL(PrvalueImmovable(n)); ALL(Xvalue(given)); ALL(XvalueOfLocal(n)); ALL(FromReference(given));
  ALL(Reference(given)); ALL(RvalueReference(given)); ALL(ConstType(n)); ALL(ConstLocal(n)); ALL(Braced(n));
  ALL(Converts(n)); ALL(ConvertsLocal(n)); ALL(ConvertsTemporary(n)); ALL(ConvertsImmovable(n)); ALL(ToBase(n));
  ALL(Conditional(n)); ALL(ConditionalOfLocals(n)); ALL(StatementExpression(n)); ALL(Loops(n)); ALL(Switch(n));
  ALL(Deduced(n)); ALL(DeducedReference(given)); ALL(Template<Full>(n)); ALL(Template<CopyOnly>(n));
  VOID(Nothing(n)); VOID(OfVoid(n));
  given.v = 8;
  ALL(SeenNamed(n)); ALL(SeenNamedCopyOnly(n)); ALL(SeenParameter(Full(n))); ALL(SeenParameterCopyOnly(CopyOnly(n)));
  ALL(SeenXvalue(given)); ALL(SeenXvalueOfLocal(n)); ALL(SeenFromReference(given)); ALL(SeenReference(given));
  ALL(SeenRvalueReference(given)); ALL(SeenConstLocal(n)); ALL(SeenDeduced(n));
  ALL(SeenTemplate<Full>(n)); ALL(SeenTemplate<CopyOnly>(n));
  BUT_MOVES(SeenPrvalue(n)); BUT_MOVES(SeenConstType(n)); BUT_MOVES(SeenBraced(n)); BUT_MOVES(SeenConverts(n));
  BUT_MOVES(SeenConvertsLocal(n)); BUT_MOVES(SeenConditional(n)); BUT_MOVES(SeenStatementExpression(n));
  BUT_MOVES(SeenLoops(n)); BUT_MOVES(SeenSwitch(n));
}
