// What a function can be selected by, each with a neighbour that is not.
#include <string>
#include <vector>

namespace shop {

struct Base {
  virtual ~Base() = default;
};
struct Middle : Base {};
template <typename T>
struct Typed : Middle {
  int InTemplate(T value) { return value; }
};
struct Handler : Typed<int> {
  int Handle(int value) { return value; }
};
struct Other {
  int Handle(int value) { return value; }
};

struct Key {};
using Alias = Key;
static int ByParameter(const Key&, int value) { return value; }
static int ByPointer(int value, const Alias*) { return value; }
static int ByVector(const std::vector<Key>& keys) { return static_cast<int>(keys.size()); }

static int Overloaded(int value) { return value; }
static int Overloaded(const char* text) { return text[0] - 'a'; }
static int Overloaded() { return 0; }
static int Overloaded(int value, long more) { return value + static_cast<int>(more); }

static Key ReturnsKey() { return {}; }
static std::vector<Key> ReturnsKeys() { return {}; }

[[nodiscard]] static int Checked() { return 1; }
__attribute__((cold)) static int Cold() { return 1; }

namespace inner {
static int Deep() { return 1; }
}  // namespace inner

}  // namespace shop

static int Outside() { return 1; }

void Run();
void Run() {
  shop::Handler().Handle(1);
  shop::Handler().InTemplate(1);
  shop::Other().Handle(1);
  shop::ByParameter({}, 1);
  const shop::Alias alias;
  shop::ByPointer(1, &alias);
  shop::ByVector({});
  shop::Overloaded(1);
  shop::Overloaded("b");
  shop::Overloaded();
  shop::Overloaded(1, 2);
  shop::ReturnsKey();
  shop::ReturnsKeys();
  static_cast<void>(shop::Checked());
  shop::Cold();
  shop::inner::Deep();
  Outside();
}
