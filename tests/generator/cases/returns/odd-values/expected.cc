/*prologue*/
#line 1 "input.cc"
// Returned values of odd kinds, looked at and not: structured bindings, statics and globals, caught objects, volatile and
// bit-fields, throw in a conditional, *this, members of moved objects, lambdas, closures' captures, pointers to members,
// initializer lists, arrays' elements, enumerators; each copied, moved and destroyed as before.
// flags: -std=c++20 -Wno-exit-time-destructors -Wno-global-constructors
#include <spansmith/annotations.h>

#include <array>
#include <cstdio>
#include <functional>
#include <initializer_list>
#include <optional>
#include <string>
#include <tuple>
#include <utility>
#include <variant>
#include <vector>

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
struct Bits {
  unsigned low : 3;
  unsigned high : 5;
};
struct Holder {
  Full full{4};
  std::array<Full, 2> two{Full(5), Full(6)};
};
enum Small : unsigned char { kOne = 1 };

Full global(1);
thread_local Full of_thread(2);

#define SEEN SPANSMITH_SPAN("seen", SPANSMITH_RETURN_ATTR(v, result.v))
#define PLAIN SPANSMITH_SPAN("plain")
// Both ways of one body.
SEEN Full SeenBinding(int n) { /*guard 1*/
#line 48 "input.cc"
                               auto [a, b] = std::pair<Full, int>(std::piecewise_construct, std::tuple<int>(n), std::tuple<int>(2)); if (b > n) { if (sm_guard_1.sm_Recording()) { const auto& sm_r_1 = a; static_cast<void>(sm_r_1);
#line 48 "input.cc"
 try { sm_guard_1.sm_Attribute("v", (
#line 48 "input.cc"
sm_r_1.v)); } catch (...) { sm_guard_1.sm_AttributeFailed("v"); } } 
#line 48 "input.cc"
                                                                                                                                                return a; }
#line 48 "input.cc"
                                                                                                                                                          { auto&& sm_r_1 = 
#line 48 "input.cc"
                                                                                                                                                                 std::move(a); if (sm_guard_1.sm_Recording()) {
#line 48 "input.cc"
 try { sm_guard_1.sm_Attribute("v", (
#line 48 "input.cc"
sm_r_1.v)); } catch (...) { sm_guard_1.sm_AttributeFailed("v"); } } return static_cast<decltype(sm_r_1)>(sm_r_1); }
#line 48 "input.cc"
                                                                                                                                                                               }
PLAIN Full Binding(int n) { /*guard 2*/
#line 49 "input.cc"
                            auto [a, b] = std::pair<Full, int>(std::piecewise_construct, std::tuple<int>(n), std::tuple<int>(2)); if (b > n) return a; return std::move(a); }
SEEN Full SeenStatic(int n) { /*guard 3*/
#line 50 "input.cc"
                              static Full kept(3); if (n > 2) { if (sm_guard_3.sm_Recording()) { const auto& sm_r_3 = of_thread; static_cast<void>(sm_r_3);
#line 50 "input.cc"
 try { sm_guard_3.sm_Attribute("v", (
#line 50 "input.cc"
sm_r_3.v)); } catch (...) { sm_guard_3.sm_AttributeFailed("v"); } } 
#line 50 "input.cc"
                                                              return of_thread; }
#line 50 "input.cc"
                                                                                if (n > 1) { if (sm_guard_3.sm_Recording()) { const auto& sm_r_3 = global; static_cast<void>(sm_r_3);
#line 50 "input.cc"
 try { sm_guard_3.sm_Attribute("v", (
#line 50 "input.cc"
sm_r_3.v)); } catch (...) { sm_guard_3.sm_AttributeFailed("v"); } } 
#line 50 "input.cc"
                                                                                           return global; }
#line 50 "input.cc"
                                                                                                          { if (sm_guard_3.sm_Recording()) { const auto& sm_r_3 = kept; static_cast<void>(sm_r_3);
#line 50 "input.cc"
 try { sm_guard_3.sm_Attribute("v", (
#line 50 "input.cc"
sm_r_3.v)); } catch (...) { sm_guard_3.sm_AttributeFailed("v"); } } 
#line 50 "input.cc"
                                                                                                          return kept; }
#line 50 "input.cc"
                                                                                                                       }
PLAIN Full Static(int n) { /*guard 4*/
#line 51 "input.cc"
                           static Full kept(3); if (n > 2) return of_thread; if (n > 1) return global; return kept; }
SEEN Full SeenCaught(int n) { /*guard 5*/
#line 52 "input.cc"
                              try { throw Full(n); } catch (Full caught) { if (n > 1) { if (sm_guard_5.sm_Recording()) { const auto& sm_r_5 = caught; static_cast<void>(sm_r_5);
#line 52 "input.cc"
 try { sm_guard_5.sm_Attribute("v", (
#line 52 "input.cc"
sm_r_5.v)); } catch (...) { sm_guard_5.sm_AttributeFailed("v"); } } 
#line 52 "input.cc"
                                                                                      return caught; }
#line 52 "input.cc"
                                                                                                     { auto&& sm_r_5 = 
#line 52 "input.cc"
                                                                                                            static_cast<Full&&>(caught); if (sm_guard_5.sm_Recording()) {
#line 52 "input.cc"
 try { sm_guard_5.sm_Attribute("v", (
#line 52 "input.cc"
sm_r_5.v)); } catch (...) { sm_guard_5.sm_AttributeFailed("v"); } } return static_cast<decltype(sm_r_5)>(sm_r_5); }
#line 52 "input.cc"
                                                                                                                                         } }
PLAIN Full Caught(int n) { /*guard 6*/
#line 53 "input.cc"
                           try { throw Full(n); } catch (Full caught) { if (n > 1) return caught; return static_cast<Full&&>(caught); } }
SEEN Full SeenThrow(int n) { /*guard 7*/
#line 54 "input.cc"
                             { auto sm_r_7 = 
#line 54 "input.cc"
                                    n > 2 ? throw n : Full(n); if (sm_guard_7.sm_Recording()) {
#line 54 "input.cc"
 try { sm_guard_7.sm_Attribute("v", (
#line 54 "input.cc"
sm_r_7.v)); } catch (...) { sm_guard_7.sm_AttributeFailed("v"); } } return sm_r_7; }
#line 54 "input.cc"
                                                               }
PLAIN Full Throw(int n) { /*guard 8*/
#line 55 "input.cc"
                          return n > 2 ? throw n : Full(n); }
SEEN Full SeenMember(int n) { /*guard 9*/
#line 56 "input.cc"
                              Holder holder; if (n > 2) { auto&& sm_r_9 = 
#line 56 "input.cc"
                                                               std::move(holder.full); if (sm_guard_9.sm_Recording()) {
#line 56 "input.cc"
 try { sm_guard_9.sm_Attribute("v", (
#line 56 "input.cc"
sm_r_9.v)); } catch (...) { sm_guard_9.sm_AttributeFailed("v"); } } return static_cast<decltype(sm_r_9)>(sm_r_9); }
#line 56 "input.cc"
                                                                                       if (n > 1) { Full sm_r_9 = 
#line 56 "input.cc"
                                                                                                         Holder().full; if (sm_guard_9.sm_Recording()) {
#line 56 "input.cc"
 try { sm_guard_9.sm_Attribute("v", (
#line 56 "input.cc"
sm_r_9.v)); } catch (...) { sm_guard_9.sm_AttributeFailed("v"); } } return sm_r_9; }
#line 56 "input.cc"
                                                                                                                        { auto& sm_r_9 = 
#line 56 "input.cc"
                                                                                                                               holder.two[1]; if (sm_guard_9.sm_Recording()) {
#line 56 "input.cc"
 try { sm_guard_9.sm_Attribute("v", (
#line 56 "input.cc"
sm_r_9.v)); } catch (...) { sm_guard_9.sm_AttributeFailed("v"); } } return sm_r_9; }
#line 56 "input.cc"
                                                                                                                                              }
PLAIN Full Member(int n) { /*guard 10*/
#line 57 "input.cc"
                           Holder holder; if (n > 2) return std::move(holder.full); if (n > 1) return Holder().full; return holder.two[1]; }
SEEN Full SeenOutOf(int n) { /*guard 11*/
#line 58 "input.cc"
                             std::variant<int, Full> either(std::in_place_type<Full>, n); std::optional<Full> maybe(std::in_place, n); if (n > 1) { auto&& sm_r11 = 
#line 58 "input.cc"
                                                                                                                                                         *std::move(maybe); if (sm_guard_11.sm_Recording()) {
#line 58 "input.cc"
 try { sm_guard_11.sm_Attribute("v", (
#line 58 "input.cc"
sm_r11.v)); } catch (...) { sm_guard_11.sm_AttributeFailed("v"); } } return static_cast<decltype(sm_r11)>(sm_r11); }
#line 58 "input.cc"
                                                                                                                                                                            { auto& sm_r11 = 
#line 58 "input.cc"
                                                                                                                                                                                   std::get<Full>(either); if (sm_guard_11.sm_Recording()) {
#line 58 "input.cc"
 try { sm_guard_11.sm_Attribute("v", (
#line 58 "input.cc"
sm_r11.v)); } catch (...) { sm_guard_11.sm_AttributeFailed("v"); } } return sm_r11; }
#line 58 "input.cc"
                                                                                                                                                                                                           }
PLAIN Full OutOf(int n) { /*guard 12*/
#line 59 "input.cc"
                          std::variant<int, Full> either(std::in_place_type<Full>, n); std::optional<Full> maybe(std::in_place, n); if (n > 1) return *std::move(maybe); return std::get<Full>(either); }
SEEN Full SeenCapture(int n) { /*guard 13*/
#line 60 "input.cc"
                               auto make = [full = Full(n)]() mutable -> Full { return std::move(full); }; { auto sm_r13 = 
#line 60 "input.cc"
                                                                                                                  make(); if (sm_guard_13.sm_Recording()) {
#line 60 "input.cc"
 try { sm_guard_13.sm_Attribute("v", (
#line 60 "input.cc"
sm_r13.v)); } catch (...) { sm_guard_13.sm_AttributeFailed("v"); } } return sm_r13; }
#line 60 "input.cc"
                                                                                                                          }
PLAIN Full Capture(int n) { /*guard 14*/
#line 61 "input.cc"
                            auto make = [full = Full(n)]() mutable -> Full { return std::move(full); }; return make(); }

SPANSMITH_SPAN("volatile", SPANSMITH_RETURN_ATTR(r, result)) int Volatile(int n) { /*guard 15*/
#line 63 "input.cc"
                                                                                   volatile int value = n; if (n > 1) { int sm_r15 = 
#line 63 "input.cc"
                                                                                                                             value; if (sm_guard_15.sm_Recording()) {
#line 63 "input.cc"
 try { sm_guard_15.sm_Attribute("r", (
#line 63 "input.cc"
                                                    sm_r15)); } catch (...) { sm_guard_15.sm_AttributeFailed("r"); } } return sm_r15; }
#line 63 "input.cc"
                                                                                                                                    const volatile int other = 3; { int sm_r15 = 
#line 63 "input.cc"
                                                                                                                                                                         other; if (sm_guard_15.sm_Recording()) {
#line 63 "input.cc"
 try { sm_guard_15.sm_Attribute("r", (
#line 63 "input.cc"
                                                    sm_r15)); } catch (...) { sm_guard_15.sm_AttributeFailed("r"); } } return sm_r15; }
#line 63 "input.cc"
                                                                                                                                                                                }
SPANSMITH_SPAN("bits", SPANSMITH_RETURN_ATTR(r, result)) unsigned Bit(int n) { /*guard 16*/
#line 64 "input.cc"
                                                                               Bits bits{5, 6}; if (n > 1) { unsigned int sm_r16 = 
#line 64 "input.cc"
                                                                                                                  bits.low; if (sm_guard_16.sm_Recording()) {
#line 64 "input.cc"
 try { sm_guard_16.sm_Attribute("r", (
#line 64 "input.cc"
                                                sm_r16)); } catch (...) { sm_guard_16.sm_AttributeFailed("r"); } } return sm_r16; }
#line 64 "input.cc"
                                                                                                                            { unsigned int sm_r16 = 
#line 64 "input.cc"
                                                                                                                                   bits.high; if (sm_guard_16.sm_Recording()) {
#line 64 "input.cc"
 try { sm_guard_16.sm_Attribute("r", (
#line 64 "input.cc"
                                                sm_r16)); } catch (...) { sm_guard_16.sm_AttributeFailed("r"); } } return sm_r16; }
#line 64 "input.cc"
                                                                                                                                              }
SPANSMITH_SPAN("enum", SPANSMITH_RETURN_ATTR(r, result)) int Enum(int n) { /*guard 17*/
#line 65 "input.cc"
                                                                           Small small = kOne; if (n > 1) { int sm_r17 = 
#line 65 "input.cc"
                                                                                                                 small; if (sm_guard_17.sm_Recording()) {
#line 65 "input.cc"
 try { sm_guard_17.sm_Attribute("r", (
#line 65 "input.cc"
                                                sm_r17)); } catch (...) { sm_guard_17.sm_AttributeFailed("r"); } } return sm_r17; }
#line 65 "input.cc"
                                                                                                                        { int sm_r17 = 
#line 65 "input.cc"
                                                                                                                               kOne; if (sm_guard_17.sm_Recording()) {
#line 65 "input.cc"
 try { sm_guard_17.sm_Attribute("r", (
#line 65 "input.cc"
                                                sm_r17)); } catch (...) { sm_guard_17.sm_AttributeFailed("r"); } } return sm_r17; }
#line 65 "input.cc"
                                                                                                                                     }
SPANSMITH_SPAN("null", SPANSMITH_RETURN_ATTR(r, result == nullptr)) std::nullptr_t Null() { /*guard 18*/
#line 66 "input.cc"
                                                                                            { auto sm_r18 = 
#line 66 "input.cc"
                                                                                                   nullptr; if (sm_guard_18.sm_Recording()) {
#line 66 "input.cc"
 try { sm_guard_18.sm_Attribute("r", (
#line 66 "input.cc"
                                                sm_r18 == nullptr)); } catch (...) { sm_guard_18.sm_AttributeFailed("r"); } } return sm_r18; }
#line 66 "input.cc"
                                                                                                            }
SPANSMITH_SPAN("member pointer", SPANSMITH_RETURN_ATTR(r, result != nullptr)) auto Pointer() { /*guard 19*/
#line 67 "input.cc"
                                                                                               int Full::*field = &Full::v; { if (sm_guard_19.sm_Recording()) { const auto& sm_r19 = field; static_cast<void>(sm_r19);
#line 67 "input.cc"
 try { sm_guard_19.sm_Attribute("r", (
#line 67 "input.cc"
                                                          sm_r19 != nullptr)); } catch (...) { sm_guard_19.sm_AttributeFailed("r"); } } 
#line 67 "input.cc"
                                                                                                                            return field; }
#line 67 "input.cc"
                                                                                                                                          }
SPANSMITH_SPAN("closure", SPANSMITH_RETURN_ATTR(r, result(1))) auto Closure(int n) { /*guard 20*/
#line 68 "input.cc"
                                                                                     auto add = [n](int m) { return n + m; }; { if (sm_guard_20.sm_Recording()) { const auto& sm_r20 = add; static_cast<void>(sm_r20);
#line 68 "input.cc"
 try { sm_guard_20.sm_Attribute("r", (
#line 68 "input.cc"
                                                   sm_r20(1))); } catch (...) { sm_guard_20.sm_AttributeFailed("r"); } } 
#line 68 "input.cc"
                                                                                                                              return add; }
#line 68 "input.cc"
                                                                                                                                          }
SPANSMITH_SPAN("function", SPANSMITH_RETURN_ATTR(r, result ? 1 : 0)) std::function<int(int)> Function(int n) { /*guard 21*/
#line 69 "input.cc"
                                                                                                               if (n > 1) { ::std::function<int (int)> sm_r21 = 
#line 69 "input.cc"
                                                                                                                                 [n](int m) noexcept { return n * m; }; if (sm_guard_21.sm_Recording()) {
#line 69 "input.cc"
 try { sm_guard_21.sm_Attribute("r", (
#line 69 "input.cc"
                                                    sm_r21 ? 1 : 0)); } catch (...) { sm_guard_21.sm_AttributeFailed("r"); } } return sm_r21; }
#line 69 "input.cc"
                                                                                                                                                                        auto minus = [](int m) noexcept { return -m; }; { ::std::function<int (int)> sm_r21 = static_cast<decltype(minus)&&>(
#line 69 "input.cc"
                                                                                                                                                                                                                               minus)
#line 69 "input.cc"
                                                                                                                                                                                                                                    ; if (sm_guard_21.sm_Recording()) {
#line 69 "input.cc"
 try { sm_guard_21.sm_Attribute("r", (
#line 69 "input.cc"
                                                    sm_r21 ? 1 : 0)); } catch (...) { sm_guard_21.sm_AttributeFailed("r"); } } return sm_r21; }
#line 69 "input.cc"
                                                                                                                                                                                                                                      }
SPANSMITH_SPAN("list", SPANSMITH_RETURN_ATTR(r, result.size())) std::initializer_list<int> List() { /*guard 22*/
#line 70 "input.cc"
                                                                                                    static const std::initializer_list<int> list = {1, 2, 3}; { if (sm_guard_22.sm_Recording()) { const auto& sm_r22 = list; static_cast<void>(sm_r22);
#line 70 "input.cc"
 try { sm_guard_22.sm_Attribute("r", (
#line 70 "input.cc"
                                                sm_r22.size())); } catch (...) { sm_guard_22.sm_AttributeFailed("r"); } } 
#line 70 "input.cc"
                                                                                                                                                              return list; }
#line 70 "input.cc"
                                                                                                                                                                           }
SPANSMITH_SPAN("tuple", SPANSMITH_RETURN_ATTR(r, std::get<0>(result))) std::tuple<int, const char*> Tuple(int n) { /*guard 23*/
#line 71 "input.cc"
                                                                                                                   if (n > 1) { ::std::tuple<int, const char *> sm_r23 = 
#line 71 "input.cc"
                                                                                                                                     {n, "two"}; if (sm_guard_23.sm_Recording()) {
#line 71 "input.cc"
 try { sm_guard_23.sm_Attribute("r", (
#line 71 "input.cc"
                                                 std::get<0>(sm_r23))); } catch (...) { sm_guard_23.sm_AttributeFailed("r"); } } return sm_r23; }
#line 71 "input.cc"
                                                                                                                                                 { auto sm_r23 = 
#line 71 "input.cc"
                                                                                                                                                        std::make_tuple(n, "one"); if (sm_guard_23.sm_Recording()) {
#line 71 "input.cc"
 try { sm_guard_23.sm_Attribute("r", (
#line 71 "input.cc"
                                                 std::get<0>(sm_r23))); } catch (...) { sm_guard_23.sm_AttributeFailed("r"); } } return sm_r23; }
#line 71 "input.cc"
                                                                                                                                                                                   }
SPANSMITH_SPAN("tie", SPANSMITH_RETURN_ATTR(r, std::get<0>(result))) std::tuple<int&> Tie(int& n) { /*guard 24*/
#line 72 "input.cc"
                                                                                                    { auto sm_r24 = 
#line 72 "input.cc"
                                                                                                           std::tie(n); if (sm_guard_24.sm_Recording()) {
#line 72 "input.cc"
 try { sm_guard_24.sm_Attribute("r", (
#line 72 "input.cc"
                                               std::get<0>(sm_r24))); } catch (...) { sm_guard_24.sm_AttributeFailed("r"); } } return sm_r24; }
#line 72 "input.cc"
                                                                                                                        }
SPANSMITH_SPAN("if constexpr", SPANSMITH_RETURN_ATTR(r, result)) int Constexpr(int n) { /*guard 25*/
#line 73 "input.cc"
                                                                                        if constexpr (sizeof(int) == 4) { { if (sm_guard_25.sm_Recording()) { const auto& sm_r25 = n; static_cast<void>(sm_r25);
#line 73 "input.cc"
 try { sm_guard_25.sm_Attribute("r", (
#line 73 "input.cc"
                                                        sm_r25)); } catch (...) { sm_guard_25.sm_AttributeFailed("r"); } } 
#line 73 "input.cc"
                                                                                                                          return n; }
#line 73 "input.cc"
                                                                                                                                    } else { return -n; } }
SPANSMITH_SPAN("array", SPANSMITH_RETURN_ATTR(r, result)) char Element(const char (&text)[4], int n) { /*guard 26*/
#line 74 "input.cc"
                                                                                                       { char sm_r26 = 
#line 74 "input.cc"
                                                                                                              n > 1 ? text[1] : *text; if (sm_guard_26.sm_Recording()) {
#line 74 "input.cc"
 try { sm_guard_26.sm_Attribute("r", (
#line 74 "input.cc"
                                                 sm_r26)); } catch (...) { sm_guard_26.sm_AttributeFailed("r"); } } return sm_r26; }
#line 74 "input.cc"
                                                                                                                                       }
SPANSMITH_SPAN("assigned", SPANSMITH_RETURN_ATTR(r, result)) int Assigned(int n) { /*guard 27*/
#line 75 "input.cc"
                                                                                   int m; { int sm_r27 = (
#line 75 "input.cc"
                                                                                                 m = n, m += 2)
#line 75 "input.cc"
                                                                                                              ; if (sm_guard_27.sm_Recording()) {
#line 75 "input.cc"
 try { sm_guard_27.sm_Attribute("r", (
#line 75 "input.cc"
                                                    sm_r27)); } catch (...) { sm_guard_27.sm_AttributeFailed("r"); } } return sm_r27; }
#line 75 "input.cc"
                                                                                                                }

class Chain {
 public:
  SPANSMITH_SPAN("self", SPANSMITH_RETURN_ATTR(r, result.text_)) Chain& Add(const char* more) & { /*guard 28*/
#line 79 "input.cc"
                                                                                                  text_ += more; { Chain & sm_r28 = 
#line 79 "input.cc"
                                                                                                                        *this; if (sm_guard_28.sm_Recording()) {
#line 79 "input.cc"
 try { sm_guard_28.sm_Attribute("r", (
#line 79 "input.cc"
                                                  sm_r28.text_)); } catch (...) { sm_guard_28.sm_AttributeFailed("r"); } } return sm_r28; }
#line 79 "input.cc"
                                                                                                                               }
  SPANSMITH_SPAN("self moved", SPANSMITH_RETURN_ATTR(r, result.text_)) Chain&& Add(const char* more) && { /*guard 29*/
#line 80 "input.cc"
                                                                                                          text_ += more; { Chain && sm_r29 = 
#line 80 "input.cc"
                                                                                                                                static_cast<Chain&&>(*this); if (sm_guard_29.sm_Recording()) {
#line 80 "input.cc"
 try { sm_guard_29.sm_Attribute("r", (
#line 80 "input.cc"
                                                        sm_r29.text_)); } catch (...) { sm_guard_29.sm_AttributeFailed("r"); } } return static_cast<decltype(sm_r29)>(sm_r29); }
#line 80 "input.cc"
                                                                                                                                                             }
  SPANSMITH_SPAN("self copied", SPANSMITH_RETURN_ATTR(r, result.text_)) Chain Copy() const { /*guard 30*/
#line 81 "input.cc"
                                                                                             { auto& sm_r30 = 
#line 81 "input.cc"
                                                                                                    *this; if (sm_guard_30.sm_Recording()) {
#line 81 "input.cc"
 try { sm_guard_30.sm_Attribute("r", (
#line 81 "input.cc"
                                                         sm_r30.text_)); } catch (...) { sm_guard_30.sm_AttributeFailed("r"); } } return sm_r30; }
#line 81 "input.cc"
                                                                                                           }
  SPANSMITH_SPAN("taken", SPANSMITH_RETURN_ATTR(r, result)) std::string Take() && { /*guard 31*/
#line 82 "input.cc"
                                                                                    { auto&& sm_r31 = 
#line 82 "input.cc"
                                                                                           std::move(*this).text_; if (sm_guard_31.sm_Recording()) {
#line 82 "input.cc"
 try { sm_guard_31.sm_Attribute("r", (
#line 82 "input.cc"
                                                   sm_r31)); } catch (...) { sm_guard_31.sm_AttributeFailed("r"); } } return static_cast<decltype(sm_r31)>(sm_r31); }
#line 82 "input.cc"
                                                                                                                   }

 private:
  std::string text_ = "chain";
};

template <typename F>
void Count(const char* what, bool moves, F function) {
  for (const int n : {1, 2, 3}) {
    tally = Tally();
    try {
      const Full result = function(n);
      std::printf("%s(%d) is %d: ", what, n, result.v);
    } catch (int thrown) {
      std::printf("%s(%d) threw %d: ", what, n, thrown);
    }
    std::printf("made %d, copied %d, gone %d", tally.made, tally.copied, tally.gone);
    if (moves) std::printf(", moved %d", tally.moved);
    std::puts("");
  }
}

}  // namespace

void Run();
void Run() {
  Count("Binding", true, Binding); Count("SeenBinding", true, SeenBinding);
  Count("Static", true, Static); Count("SeenStatic", true, SeenStatic);
  Count("Caught", true, Caught); Count("SeenCaught", true, SeenCaught);
  Count("Throw", true, Throw); Count("SeenThrow", false, SeenThrow);
  Count("Member", true, Member); Count("SeenMember", false, SeenMember);
  Count("OutOf", true, OutOf); Count("SeenOutOf", false, SeenOutOf);
  Count("Capture", true, Capture); Count("SeenCapture", false, SeenCapture);
  int n = 4;
  std::get<0>(Tie(n)) = 5;
  const int values[] = {Volatile(1), Volatile(2), static_cast<int>(Bit(1)), static_cast<int>(Bit(2)), Enum(1), Enum(2),
                        Null() == nullptr ? 1 : 0, Full(7).*Pointer(), Closure(2)(3), Function(1)(4), Function(2)(4),
                        static_cast<int>(List().size()), std::get<0>(Tuple(1)), std::get<0>(Tuple(2)), Constexpr(6),
                        Element("abc", 1), Element("abc", 2), Assigned(1), n};
  for (const int value : values) std::printf("%d ", value);
  Chain chain;
  const std::string taken = Chain().Add("a").Add("b").Take();
  const Chain copy = chain.Add("1").Add("2").Copy();
  std::printf("%s %s\n", taken.c_str(), Chain(copy).Take().c_str());
}
