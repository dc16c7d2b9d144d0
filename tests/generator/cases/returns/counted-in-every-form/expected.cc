/*prologue*/
#line 1 "input.cc"
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
SPANSMITH_SPAN("a") Full Named(int n) { /*guard 1*/
#line 52 "input.cc"
                                        Full out(n); if (n > 5) return out; out.v += 1; return out; }
SPANSMITH_SPAN("a") CopyOnly NamedCopyOnly(int n) { /*guard 2*/
#line 53 "input.cc"
                                                    CopyOnly out(n); return out; }
SPANSMITH_SPAN("a") Full Parameter(Full p) { /*guard 3*/
#line 54 "input.cc"
                                             return p; }
SPANSMITH_SPAN("a") CopyOnly ParameterCopyOnly(CopyOnly p) { /*guard 4*/
#line 55 "input.cc"
                                                             return p; }
SPANSMITH_SPAN("a") Full Prvalue(int n) { /*guard 5*/
#line 56 "input.cc"
                                          return Full(n); }
SPANSMITH_SPAN("a") Immovable PrvalueImmovable(int n) { /*guard 6*/
#line 57 "input.cc"
                                                        return Immovable(n); }
SPANSMITH_SPAN("a") Full Xvalue(Full& given) { /*guard 7*/
#line 58 "input.cc"
                                               return std::move(given); }
SPANSMITH_SPAN("a") Full XvalueOfLocal(int n) { /*guard 8*/
#line 59 "input.cc"
                                                Full out(n); return static_cast<Full&&>(out); }
SPANSMITH_SPAN("a") Full FromReference(const Full& given) { /*guard 9*/
#line 60 "input.cc"
                                                            return given; }
SPANSMITH_SPAN("a") Full& Reference(Full& given) { /*guard 10*/
#line 61 "input.cc"
                                                   return given; }
SPANSMITH_SPAN("a") Full&& RvalueReference(Full& given) { /*guard 11*/
#line 62 "input.cc"
                                                          return std::move(given); }
SPANSMITH_SPAN("a") const Full ConstType(int n) { /*guard 12*/
#line 63 "input.cc"
                                                  Full out(n); return out; }
SPANSMITH_SPAN("a") Full ConstLocal(int n) { /*guard 13*/
#line 64 "input.cc"
                                             const Full out(n); return out; }
SPANSMITH_SPAN("a") Pair Braced(int n) { /*guard 14*/
#line 65 "input.cc"
                                         return {Full(n), CopyOnly(n)}; }
SPANSMITH_SPAN("a") Full Converts(int n) { /*guard 15*/
#line 66 "input.cc"
                                           Source source{n}; return static_cast<Full>(source); }
SPANSMITH_SPAN("a") Full ConvertsLocal(int n) { /*guard 16*/
#line 67 "input.cc"
                                                Source source{n}; return source; }
SPANSMITH_SPAN("a") CopyOnly ConvertsTemporary(int n) { /*guard 17*/
#line 68 "input.cc"
                                                        return Source{n}; }
SPANSMITH_SPAN("a") Immovable ConvertsImmovable(int n) { /*guard 18*/
#line 69 "input.cc"
                                                         return Source{n}; }
SPANSMITH_SPAN("a") std::unique_ptr<const Full> ToBase(int n) { /*guard 19*/
#line 70 "input.cc"
                                                                auto out = std::make_unique<Full>(n); return out; }
SPANSMITH_SPAN("a") Full Conditional(int n) { /*guard 20*/
#line 71 "input.cc"
                                              return n > 5 ? Full(n) : Full(1); }
SPANSMITH_SPAN("a") Full ConditionalOfLocals(int n) { /*guard 21*/
#line 72 "input.cc"
                                                      Full one(1), two(2); return n > 5 ? one : two; }
SPANSMITH_SPAN("a") Full StatementExpression(int n) { /*guard 22*/
#line 73 "input.cc"
                                                      return __extension__({ Full out(n); if (n > 5) return out; Full(n + 1); }); }
SPANSMITH_SPAN("a") Full Loops(int n) { /*guard 23*/
#line 74 "input.cc"
                                        for (int i = 0;; ++i) if (i == n) return Full(i); else if (i > 5) { Full out(i); return out; } }
SPANSMITH_SPAN("a") Full Switch(int n) { /*guard 24*/
#line 75 "input.cc"
                                         switch (n) { case 1: return Full(n); case 2: { Full out(n); return out; } default: out: return Full(9); case 3: goto out; } }
SPANSMITH_SPAN("a") auto Deduced(int n) { /*guard 25*/
#line 76 "input.cc"
                                          Full out(n); return out; }
SPANSMITH_SPAN("a") decltype(auto) DeducedReference(Full& given) { /*guard 26*/
#line 77 "input.cc"
                                                                   return (given); }
template <typename T>
SPANSMITH_SPAN("a") T Template(int n) { /*guard 27*/
#line 79 "input.cc"
                                        if (n > 5) return T(n); T out(n); { if (sm_guard_27.sm_Recording()) { const auto& sm_r27 = out; static_cast<void>(sm_r27); ::spansmith::injected::sm_LookAt(sm_guard_27, sm_r27); } 
#line 79 "input.cc"
                                                                          return out; }
#line 79 "input.cc"
                                                                                      }
SPANSMITH_SPAN("a") void Nothing(int n) { /*guard 28*/
#line 80 "input.cc"
                                          Full out(n); return static_cast<void>(Full(n)); }
SPANSMITH_SPAN("a") void OfVoid(int n) { /*guard 29*/
#line 81 "input.cc"
                                         Full out(n); return Nothing(n); }

// The same, looked at.
#define SEEN SPANSMITH_SPAN("b", SPANSMITH_RETURN_ATTR(v, result.v))
SEEN Full SeenNamed(int n) { /*guard 30*/
#line 85 "input.cc"
                             Full out(n); if (n > 5) { if (sm_guard_30.sm_Recording()) { const auto& sm_r30 = out; static_cast<void>(sm_r30);
#line 85 "input.cc"
 try { sm_guard_30.sm_Attribute("v", (
#line 85 "input.cc"
sm_r30.v)); } catch (...) { sm_guard_30.sm_AttributeFailed("v"); } } 
#line 85 "input.cc"
                                                     return out; }
#line 85 "input.cc"
                                                                 out.v += 1; { if (sm_guard_30.sm_Recording()) { const auto& sm_r30 = out; static_cast<void>(sm_r30);
#line 85 "input.cc"
 try { sm_guard_30.sm_Attribute("v", (
#line 85 "input.cc"
sm_r30.v)); } catch (...) { sm_guard_30.sm_AttributeFailed("v"); } } 
#line 85 "input.cc"
                                                                             return out; }
#line 85 "input.cc"
                                                                                         }
SEEN CopyOnly SeenNamedCopyOnly(int n) { /*guard 31*/
#line 86 "input.cc"
                                         CopyOnly out(n); { if (sm_guard_31.sm_Recording()) { const auto& sm_r31 = out; static_cast<void>(sm_r31);
#line 86 "input.cc"
 try { sm_guard_31.sm_Attribute("v", (
#line 86 "input.cc"
sm_r31.v)); } catch (...) { sm_guard_31.sm_AttributeFailed("v"); } } 
#line 86 "input.cc"
                                                          return out; }
#line 86 "input.cc"
                                                                      }
SEEN Full SeenParameter(Full p) { /*guard 32*/
#line 87 "input.cc"
                                  { if (sm_guard_32.sm_Recording()) { const auto& sm_r32 = p; static_cast<void>(sm_r32);
#line 87 "input.cc"
 try { sm_guard_32.sm_Attribute("v", (
#line 87 "input.cc"
sm_r32.v)); } catch (...) { sm_guard_32.sm_AttributeFailed("v"); } } 
#line 87 "input.cc"
                                  return p; }
#line 87 "input.cc"
                                            }
SEEN CopyOnly SeenParameterCopyOnly(CopyOnly p) { /*guard 33*/
#line 88 "input.cc"
                                                  { if (sm_guard_33.sm_Recording()) { const auto& sm_r33 = p; static_cast<void>(sm_r33);
#line 88 "input.cc"
 try { sm_guard_33.sm_Attribute("v", (
#line 88 "input.cc"
sm_r33.v)); } catch (...) { sm_guard_33.sm_AttributeFailed("v"); } } 
#line 88 "input.cc"
                                                  return p; }
#line 88 "input.cc"
                                                            }
SEEN Full SeenXvalue(Full& given) { /*guard 34*/
#line 89 "input.cc"
                                    { auto&& sm_r34 = 
#line 89 "input.cc"
                                           std::move(given); if (sm_guard_34.sm_Recording()) {
#line 89 "input.cc"
 try { sm_guard_34.sm_Attribute("v", (
#line 89 "input.cc"
sm_r34.v)); } catch (...) { sm_guard_34.sm_AttributeFailed("v"); } } return static_cast<decltype(sm_r34)>(sm_r34); }
#line 89 "input.cc"
                                                             }
SEEN Full SeenXvalueOfLocal(int n) { /*guard 35*/
#line 90 "input.cc"
                                     Full out(n); { auto&& sm_r35 = 
#line 90 "input.cc"
                                                         static_cast<Full&&>(out); if (sm_guard_35.sm_Recording()) {
#line 90 "input.cc"
 try { sm_guard_35.sm_Attribute("v", (
#line 90 "input.cc"
sm_r35.v)); } catch (...) { sm_guard_35.sm_AttributeFailed("v"); } } return static_cast<decltype(sm_r35)>(sm_r35); }
#line 90 "input.cc"
                                                                                   }
SEEN Full SeenFromReference(const Full& given) { /*guard 36*/
#line 91 "input.cc"
                                                 { if (sm_guard_36.sm_Recording()) { const auto& sm_r36 = given; static_cast<void>(sm_r36);
#line 91 "input.cc"
 try { sm_guard_36.sm_Attribute("v", (
#line 91 "input.cc"
sm_r36.v)); } catch (...) { sm_guard_36.sm_AttributeFailed("v"); } } 
#line 91 "input.cc"
                                                 return given; }
#line 91 "input.cc"
                                                               }
SEEN Full& SeenReference(Full& given) { /*guard 37*/
#line 92 "input.cc"
                                        { if (sm_guard_37.sm_Recording()) { const auto& sm_r37 = given; static_cast<void>(sm_r37);
#line 92 "input.cc"
 try { sm_guard_37.sm_Attribute("v", (
#line 92 "input.cc"
sm_r37.v)); } catch (...) { sm_guard_37.sm_AttributeFailed("v"); } } 
#line 92 "input.cc"
                                        return given; }
#line 92 "input.cc"
                                                      }
SEEN Full&& SeenRvalueReference(Full& given) { /*guard 38*/
#line 93 "input.cc"
                                               { Full && sm_r38 = 
#line 93 "input.cc"
                                                      std::move(given); if (sm_guard_38.sm_Recording()) {
#line 93 "input.cc"
 try { sm_guard_38.sm_Attribute("v", (
#line 93 "input.cc"
sm_r38.v)); } catch (...) { sm_guard_38.sm_AttributeFailed("v"); } } return static_cast<decltype(sm_r38)>(sm_r38); }
#line 93 "input.cc"
                                                                        }
SEEN Full SeenConstLocal(int n) { /*guard 39*/
#line 94 "input.cc"
                                  const Full out(n); { if (sm_guard_39.sm_Recording()) { const auto& sm_r39 = out; static_cast<void>(sm_r39);
#line 94 "input.cc"
 try { sm_guard_39.sm_Attribute("v", (
#line 94 "input.cc"
sm_r39.v)); } catch (...) { sm_guard_39.sm_AttributeFailed("v"); } } 
#line 94 "input.cc"
                                                     return out; }
#line 94 "input.cc"
                                                                 }
SEEN auto SeenDeduced(int n) { /*guard 40*/
#line 95 "input.cc"
                               Full out(n); { if (sm_guard_40.sm_Recording()) { const auto& sm_r40 = out; static_cast<void>(sm_r40);
#line 95 "input.cc"
 try { sm_guard_40.sm_Attribute("v", (
#line 95 "input.cc"
sm_r40.v)); } catch (...) { sm_guard_40.sm_AttributeFailed("v"); } } 
#line 95 "input.cc"
                                            return out; }
#line 95 "input.cc"
                                                        }
template <typename T>
SEEN T SeenTemplate(int n) { /*guard 41*/
#line 97 "input.cc"
                             T out(n); { if (sm_guard_41.sm_Recording()) { const auto& sm_r41 = out; static_cast<void>(sm_r41); ::spansmith::injected::sm_LookAt(sm_guard_41, sm_r41);
#line 97 "input.cc"
 try { sm_guard_41.sm_Attribute("v", (
#line 97 "input.cc"
sm_r41.v)); } catch (...) { sm_guard_41.sm_AttributeFailed("v"); } } 
#line 97 "input.cc"
                                       return out; }
#line 97 "input.cc"
                                                   }
// Temporaries.
SEEN Full SeenPrvalue(int n) { /*guard 42*/
#line 99 "input.cc"
                               { auto sm_r42 = 
#line 99 "input.cc"
                                      Full(n); if (sm_guard_42.sm_Recording()) {
#line 99 "input.cc"
 try { sm_guard_42.sm_Attribute("v", (
#line 99 "input.cc"
sm_r42.v)); } catch (...) { sm_guard_42.sm_AttributeFailed("v"); } } return sm_r42; }
#line 99 "input.cc"
                                               }
SEEN const Full SeenConstType(int n) { /*guard 43*/
#line 100 "input.cc"
                                       { auto sm_r43 = 
#line 100 "input.cc"
                                              Full(n); if (sm_guard_43.sm_Recording()) {
#line 100 "input.cc"
 try { sm_guard_43.sm_Attribute("v", (
#line 100 "input.cc"
sm_r43.v)); } catch (...) { sm_guard_43.sm_AttributeFailed("v"); } } return sm_r43; }
#line 100 "input.cc"
                                                       }
SPANSMITH_SPAN("b", SPANSMITH_RETURN_ATTR(v, result.first.v)) std::pair<Full, int> SeenBraced(int n) { /*guard 44*/
#line 101 "input.cc"
                                                                                                       { ::std::pair<Full, int> sm_r44 = 
#line 101 "input.cc"
                                                                                                              {Full(n), n}; if (sm_guard_44.sm_Recording()) {
#line 101 "input.cc"
 try { sm_guard_44.sm_Attribute("v", (
#line 101 "input.cc"
                                             sm_r44.first.v)); } catch (...) { sm_guard_44.sm_AttributeFailed("v"); } } return sm_r44; }
#line 101 "input.cc"
                                                                                                                            }
SEEN Full SeenConverts(int n) { /*guard 45*/
#line 102 "input.cc"
                                Source source{n}; { auto sm_r45 = 
#line 102 "input.cc"
                                                         static_cast<Full>(source); if (sm_guard_45.sm_Recording()) {
#line 102 "input.cc"
 try { sm_guard_45.sm_Attribute("v", (
#line 102 "input.cc"
sm_r45.v)); } catch (...) { sm_guard_45.sm_AttributeFailed("v"); } } return sm_r45; }
#line 102 "input.cc"
                                                                                    }
SEEN Full SeenConvertsLocal(int n) { /*guard 46*/
#line 103 "input.cc"
                                     Source source{n}; { Full sm_r46 = static_cast<decltype(source)&&>(
#line 103 "input.cc"
                                                              source)
#line 103 "input.cc"
                                                                    ; if (sm_guard_46.sm_Recording()) {
#line 103 "input.cc"
 try { sm_guard_46.sm_Attribute("v", (
#line 103 "input.cc"
sm_r46.v)); } catch (...) { sm_guard_46.sm_AttributeFailed("v"); } } return sm_r46; }
#line 103 "input.cc"
                                                                      }
SEEN Full SeenConditional(int n) { /*guard 47*/
#line 104 "input.cc"
                                   { auto sm_r47 = 
#line 104 "input.cc"
                                          n > 5 ? Full(n) : Full(1); if (sm_guard_47.sm_Recording()) {
#line 104 "input.cc"
 try { sm_guard_47.sm_Attribute("v", (
#line 104 "input.cc"
sm_r47.v)); } catch (...) { sm_guard_47.sm_AttributeFailed("v"); } } return sm_r47; }
#line 104 "input.cc"
                                                                     }
SEEN Full SeenStatementExpression(int n) { /*guard 48*/
#line 105 "input.cc"
                                           { auto sm_r48 = 
#line 105 "input.cc"
                                                  __extension__({ Full out(n); if (n > 5) { if (sm_guard_48.sm_Recording()) { const auto& sm_s48 = out; static_cast<void>(sm_s48);
#line 105 "input.cc"
 try { sm_guard_48.sm_Attribute("v", (
#line 105 "input.cc"
sm_s48.v)); } catch (...) { sm_guard_48.sm_AttributeFailed("v"); } } 
#line 105 "input.cc"
                                                                                          return out; }
#line 105 "input.cc"
                                                                                                      Full(n + 1); }); if (sm_guard_48.sm_Recording()) {
#line 105 "input.cc"
 try { sm_guard_48.sm_Attribute("v", (
#line 105 "input.cc"
sm_r48.v)); } catch (...) { sm_guard_48.sm_AttributeFailed("v"); } } return sm_r48; }
#line 105 "input.cc"
                                                                                                                       }
SEEN Full SeenLoops(int n) { /*guard 49*/
#line 106 "input.cc"
                             for (int i = 0;; ++i) if (i == n) { auto sm_r49 = 
#line 106 "input.cc"
                                                                      Full(i); if (sm_guard_49.sm_Recording()) {
#line 106 "input.cc"
 try { sm_guard_49.sm_Attribute("v", (
#line 106 "input.cc"
sm_r49.v)); } catch (...) { sm_guard_49.sm_AttributeFailed("v"); } } return sm_r49; }
#line 106 "input.cc"
                                                                               else if (i > 5) { Full out(i); { if (sm_guard_49.sm_Recording()) { const auto& sm_r49 = out; static_cast<void>(sm_r49);
#line 106 "input.cc"
 try { sm_guard_49.sm_Attribute("v", (
#line 106 "input.cc"
sm_r49.v)); } catch (...) { sm_guard_49.sm_AttributeFailed("v"); } } 
#line 106 "input.cc"
                                                                                                              return out; }
#line 106 "input.cc"
                                                                                                                          } }
SEEN Full SeenSwitch(int n) { /*guard 50*/
#line 107 "input.cc"
                              switch (n) { case 1: { auto sm_r50 = 
#line 107 "input.cc"
                                                          Full(n); if (sm_guard_50.sm_Recording()) {
#line 107 "input.cc"
 try { sm_guard_50.sm_Attribute("v", (
#line 107 "input.cc"
sm_r50.v)); } catch (...) { sm_guard_50.sm_AttributeFailed("v"); } } return sm_r50; }
#line 107 "input.cc"
                                                                   case 2: { Full out(n); { if (sm_guard_50.sm_Recording()) { const auto& sm_r50 = out; static_cast<void>(sm_r50);
#line 107 "input.cc"
 try { sm_guard_50.sm_Attribute("v", (
#line 107 "input.cc"
sm_r50.v)); } catch (...) { sm_guard_50.sm_AttributeFailed("v"); } } 
#line 107 "input.cc"
                                                                                          return out; }
#line 107 "input.cc"
                                                                                                      } default: out: { auto sm_r50 = 
#line 107 "input.cc"
                                                                                                                             Full(9); if (sm_guard_50.sm_Recording()) {
#line 107 "input.cc"
 try { sm_guard_50.sm_Attribute("v", (
#line 107 "input.cc"
sm_r50.v)); } catch (...) { sm_guard_50.sm_AttributeFailed("v"); } } return sm_r50; }
#line 107 "input.cc"
                                                                                                                                      case 3: goto out; } }

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
