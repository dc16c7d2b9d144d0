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
SEEN Full SeenBinding(int n) { auto [a, b] = std::pair<Full, int>(std::piecewise_construct, std::tuple<int>(n), std::tuple<int>(2)); if (b > n) return a; return std::move(a); }
PLAIN Full Binding(int n) { auto [a, b] = std::pair<Full, int>(std::piecewise_construct, std::tuple<int>(n), std::tuple<int>(2)); if (b > n) return a; return std::move(a); }
SEEN Full SeenStatic(int n) { static Full kept(3); if (n > 2) return of_thread; if (n > 1) return global; return kept; }
PLAIN Full Static(int n) { static Full kept(3); if (n > 2) return of_thread; if (n > 1) return global; return kept; }
SEEN Full SeenCaught(int n) { try { throw Full(n); } catch (Full caught) { if (n > 1) return caught; return static_cast<Full&&>(caught); } }
PLAIN Full Caught(int n) { try { throw Full(n); } catch (Full caught) { if (n > 1) return caught; return static_cast<Full&&>(caught); } }
SEEN Full SeenThrow(int n) { return n > 2 ? throw n : Full(n); }
PLAIN Full Throw(int n) { return n > 2 ? throw n : Full(n); }
SEEN Full SeenMember(int n) { Holder holder; if (n > 2) return std::move(holder.full); if (n > 1) return Holder().full; return holder.two[1]; }
PLAIN Full Member(int n) { Holder holder; if (n > 2) return std::move(holder.full); if (n > 1) return Holder().full; return holder.two[1]; }
SEEN Full SeenOutOf(int n) { std::variant<int, Full> either(std::in_place_type<Full>, n); std::optional<Full> maybe(std::in_place, n); if (n > 1) return *std::move(maybe); return std::get<Full>(either); }
PLAIN Full OutOf(int n) { std::variant<int, Full> either(std::in_place_type<Full>, n); std::optional<Full> maybe(std::in_place, n); if (n > 1) return *std::move(maybe); return std::get<Full>(either); }
SEEN Full SeenCapture(int n) { auto make = [full = Full(n)]() mutable -> Full { return std::move(full); }; return make(); }
PLAIN Full Capture(int n) { auto make = [full = Full(n)]() mutable -> Full { return std::move(full); }; return make(); }

SPANSMITH_SPAN("volatile", SPANSMITH_RETURN_ATTR(r, result)) int Volatile(int n) { volatile int value = n; if (n > 1) return value; const volatile int other = 3; return other; }
SPANSMITH_SPAN("bits", SPANSMITH_RETURN_ATTR(r, result)) unsigned Bit(int n) { Bits bits{5, 6}; if (n > 1) return bits.low; return bits.high; }
SPANSMITH_SPAN("enum", SPANSMITH_RETURN_ATTR(r, result)) int Enum(int n) { Small small = kOne; if (n > 1) return small; return kOne; }
SPANSMITH_SPAN("null", SPANSMITH_RETURN_ATTR(r, result == nullptr)) std::nullptr_t Null() { return nullptr; }
SPANSMITH_SPAN("member pointer", SPANSMITH_RETURN_ATTR(r, result != nullptr)) auto Pointer() { int Full::*field = &Full::v; return field; }
SPANSMITH_SPAN("closure", SPANSMITH_RETURN_ATTR(r, result(1))) auto Closure(int n) { auto add = [n](int m) { return n + m; }; return add; }
SPANSMITH_SPAN("function", SPANSMITH_RETURN_ATTR(r, result ? 1 : 0)) std::function<int(int)> Function(int n) { if (n > 1) return [n](int m) noexcept { return n * m; }; auto minus = [](int m) noexcept { return -m; }; return minus; }
SPANSMITH_SPAN("list", SPANSMITH_RETURN_ATTR(r, result.size())) std::initializer_list<int> List() { static const std::initializer_list<int> list = {1, 2, 3}; return list; }
SPANSMITH_SPAN("tuple", SPANSMITH_RETURN_ATTR(r, std::get<0>(result))) std::tuple<int, const char*> Tuple(int n) { if (n > 1) return {n, "two"}; return std::make_tuple(n, "one"); }
SPANSMITH_SPAN("tie", SPANSMITH_RETURN_ATTR(r, std::get<0>(result))) std::tuple<int&> Tie(int& n) { return std::tie(n); }
SPANSMITH_SPAN("if constexpr", SPANSMITH_RETURN_ATTR(r, result)) int Constexpr(int n) { if constexpr (sizeof(int) == 4) { return n; } else { return -n; } }
SPANSMITH_SPAN("array", SPANSMITH_RETURN_ATTR(r, result)) char Element(const char (&text)[4], int n) { return n > 1 ? text[1] : *text; }
SPANSMITH_SPAN("assigned", SPANSMITH_RETURN_ATTR(r, result)) int Assigned(int n) { int m; return m = n, m += 2; }

class Chain {
 public:
  SPANSMITH_SPAN("self", SPANSMITH_RETURN_ATTR(r, result.text_)) Chain& Add(const char* more) & { text_ += more; return *this; }
  SPANSMITH_SPAN("self moved", SPANSMITH_RETURN_ATTR(r, result.text_)) Chain&& Add(const char* more) && { text_ += more; return static_cast<Chain&&>(*this); }
  SPANSMITH_SPAN("self copied", SPANSMITH_RETURN_ATTR(r, result.text_)) Chain Copy() const { return *this; }
  SPANSMITH_SPAN("taken", SPANSMITH_RETURN_ATTR(r, result)) std::string Take() && { return std::move(*this).text_; }

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
