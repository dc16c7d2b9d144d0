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
               const int (&array)[2], Scoped scoped) {
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
int Store::Get(const std::string& attempt, const char* hint, int key) {
  return key + static_cast<int>(attempt.size()) + (hint == nullptr ? 0 : 1);
}
int Store::Put(const std::string& key, const char* hint) { return static_cast<int>(key.size()) + (*hint == 'h' ? 1 : 0); }

template <typename T, typename... More>
SPANSMITH_SPAN("Template", SPANSMITH_ARGS(all))
int Template(T value, T* pointer, const T& constant, T&& forwarded, More... more) {
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
