/*prologue*/
#line 1 "input.cc"
// Arguments as attributes: those named, under the names that the annotated declaration has; or all that can be read
// without harm and are values: no pointers, nothing that is to be written, no packs, no structs.
#include <spansmith/annotations.h>

#include <cstdio>
#include <optional>
#include <string>
#include <string_view>

enum Plain { kFirst, kSecond };
enum class Scoped { kOne };
struct Point {
  int x;
};

SPANSMITH_SPAN("All", SPANSMITH_ARGS(all))
static int All(int number, bool flag, const std::string& text, std::string_view view, const char* pointer, int& out,
               Plain plain, Scoped, Point point, std::optional<int> some, std::optional<int> none, double&& ratio,
               const int (&array)[2], Scoped scoped) { /*guard 1*/ if (sm_guard_1.sm_Recording()) { try { sm_guard_1.sm_Argument("code.argument.number", (number)); } catch (...) { sm_guard_1.sm_AttributeFailed("code.argument.number"); } try { sm_guard_1.sm_Argument("code.argument.flag", (flag)); } catch (...) { sm_guard_1.sm_AttributeFailed("code.argument.flag"); } try { sm_guard_1.sm_Argument("code.argument.text", (text)); } catch (...) { sm_guard_1.sm_AttributeFailed("code.argument.text"); } try { sm_guard_1.sm_Argument("code.argument.view", (view)); } catch (...) { sm_guard_1.sm_AttributeFailed("code.argument.view"); } try { sm_guard_1.sm_Argument("code.argument.plain", (plain)); } catch (...) { sm_guard_1.sm_AttributeFailed("code.argument.plain"); } try { sm_guard_1.sm_Argument("code.argument.point", (point)); } catch (...) { sm_guard_1.sm_AttributeFailed("code.argument.point"); } try { sm_guard_1.sm_Argument("code.argument.some", (some)); } catch (...) { sm_guard_1.sm_AttributeFailed("code.argument.some"); } try { sm_guard_1.sm_Argument("code.argument.none", (none)); } catch (...) { sm_guard_1.sm_AttributeFailed("code.argument.none"); } try { sm_guard_1.sm_Argument("code.argument.ratio", (ratio)); } catch (...) { sm_guard_1.sm_AttributeFailed("code.argument.ratio"); } try { sm_guard_1.sm_Argument("code.argument.scoped", (scoped)); } catch (...) { sm_guard_1.sm_AttributeFailed("code.argument.scoped"); } }
  out = number + (flag ? 1 : 0) + static_cast<int>(text.size() + view.size()) + static_cast<int>(plain) + point.x +
        array[1] + static_cast<int>(scoped);
  return pointer == nullptr || none ? some.value_or(0) : static_cast<int>(ratio);
}

class Store {
 public:
  SPANSMITH_SPAN("Get", SPANSMITH_ARGS(key, attempt)) int Get(const std::string& key, const char* hint, int attempt);
  SPANSMITH_SPAN("Put", SPANSMITH_ARGS(all, hint), SPANSMITH_ATTR(a, 1)) int Put(const std::string&, const char* hint);
};
// The names of the definition are exchanged, and one is new.
int Store::Get(const std::string& attempt, const char* hint, int key) { /*guard 2*/ if (sm_guard_2.sm_Recording()) {
#line 27 "input.cc"
 try { sm_guard_2.sm_Attribute("code.argument.key", (
#line 27 "input.cc"
                                       attempt)); } catch (...) { sm_guard_2.sm_AttributeFailed("code.argument.key"); }
#line 27 "input.cc"
 try { sm_guard_2.sm_Attribute("code.argument.attempt", (
#line 27 "input.cc"
                                            key)); } catch (...) { sm_guard_2.sm_AttributeFailed("code.argument.attempt"); } }
#line 32 "input.cc"
  return key + static_cast<int>(attempt.size()) + (hint == nullptr ? 0 : 1);
}
int Store::Put(const std::string& key, const char* hint) { /*guard 3*/ if (sm_guard_3.sm_Recording()) { try { sm_guard_3.sm_Argument("code.argument.key", (key)); } catch (...) { sm_guard_3.sm_AttributeFailed("code.argument.key"); }
#line 28 "input.cc"
 try { sm_guard_3.sm_Attribute("code.argument.hint", (
#line 28 "input.cc"
                                            hint)); } catch (...) { sm_guard_3.sm_AttributeFailed("code.argument.hint"); }
#line 28 "input.cc"
 try { sm_guard_3.sm_Attribute("a", (
#line 28 "input.cc"
                                                                     1)); } catch (...) { sm_guard_3.sm_AttributeFailed("a"); } }
#line 34 "input.cc"
                                                           return static_cast<int>(key.size()) + (*hint == 'h' ? 1 : 0); }

template <typename T, typename... More>
SPANSMITH_SPAN("Template", SPANSMITH_ARGS(all))
int Template(T value, T* pointer, const T& constant, T&& forwarded, More... more) { /*guard 4*/ if (sm_guard_4.sm_Recording()) { try { sm_guard_4.sm_Argument("code.argument.value", (value)); } catch (...) { sm_guard_4.sm_AttributeFailed("code.argument.value"); } try { sm_guard_4.sm_Argument("code.argument.constant", (constant)); } catch (...) { sm_guard_4.sm_AttributeFailed("code.argument.constant"); } }
  static_cast<void>(value), static_cast<void>(pointer), static_cast<void>(constant), static_cast<void>(forwarded);
  return static_cast<int>(sizeof...(more));
}

void Run();
void Run() {
  int out = 0;
  const int array[] = {1, 2};
  const int all = All(1, true, "text", "view", "pointer", out, kSecond, Scoped::kOne, {3}, 5, std::nullopt, 0.5, array,
                      Scoped::kOne);
  Store store;
  std::printf("%d %d %d %d %d %d\n", all, out, store.Get("k", nullptr, 2), store.Put("key", "hint"),
              Template(1, &out, 2, 3, 4, 5), Template(Point{1}, static_cast<Point*>(nullptr), Point{2}, Point{3}));
}
