/*prologue*/
#line 1 "input.cc"
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
  int InTemplate(T value) { /*guard 1*/
#line 13 "input.cc"
                            return value; }
};
struct Handler : Typed<int> {
  int Handle(int value) { /*guard 2*/
#line 16 "input.cc"
                          return value; }
};
struct Other {
  int Handle(int value) { return value; }
};

struct Key {};
using Alias = Key;
static int ByParameter(const Key&, int value) { /*guard 3*/
#line 24 "input.cc"
                                                return value; }
static int ByPointer(int value, const Alias*) { /*guard 4*/
#line 25 "input.cc"
                                                return value; }
static int ByVector(const std::vector<Key>& keys) { /*guard 5*/
#line 26 "input.cc"
                                                    return static_cast<int>(keys.size()); }

static int Overloaded(int value) { /*guard 6*/
#line 28 "input.cc"
                                   return value; }
static int Overloaded(const char* text) { /*guard 7*/
#line 29 "input.cc"
                                          return text[0] - 'a'; }
static int Overloaded() { /*guard 8*/
#line 30 "input.cc"
                          return 0; }
static int Overloaded(int value, long more) { return value + static_cast<int>(more); }

static Key ReturnsKey() { /*guard 9*/
#line 33 "input.cc"
                          return {}; }
static std::vector<Key> ReturnsKeys() { return {}; }

[[nodiscard]] static int Checked() { /*guard 10*/
#line 36 "input.cc"
                                     return 1; }
__attribute__((cold)) static int Cold() { return 1; }

namespace inner {
static int Deep() { /*guard 11*/
#line 40 "input.cc"
                    return 1; }
}  // namespace inner

}  // namespace shop

static int Outside() { /*guard 12*/
#line 45 "input.cc"
                       return 1; }

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
