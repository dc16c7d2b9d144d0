// Spans around calls: the expression has the type, the value category and the lifetime that it had.
#include <cstdio>
#include <memory>
#include <stdexcept>
#include <string>
#include <utility>

namespace db {

struct Immovable {
  int value;
  explicit Immovable(int v) : value(v) {}
  Immovable(const Immovable&) = delete;
};

struct Rows {
  std::string text;
  explicit Rows(std::string t) : text(std::move(t)) { std::printf("rows %s\n", text.c_str()); }
  ~Rows() { std::printf("~rows %s\n", text.c_str()); }
  Rows(const Rows&) = delete;
  int Size() const { return static_cast<int>(text.size()); }
};

struct Connection {
  int used = 0;
  int size = 3;
  Rows Query(const char* text) { return Rows(text + std::to_string(++used)); }
  int& Used() { return used; }
  [[nodiscard]] bool Ok() const noexcept { return used < 100; }
  void Fail() { throw std::runtime_error("refused"); }
};

int Step(int value);
int Step(int value) { return value - 1; }
Immovable Make(int value);
Immovable Make(int value) { return Immovable(value); }
void Nothing();
void Nothing() {}

}  // namespace db

namespace shop {

static db::Immovable Pass() { return db::Make(4); }

template <typename T>
static int InTemplate(T& connection) {
  return db::Step(2) * connection.size;
}

struct Member : db::Connection {
  int sum = db::Step(3);
  Member() : sum(db::Step(9)) {}
  int Twice() {
    Used() += 1;
    return this->Used();
  }
};

static int Order() {
  db::Connection connection;
  int steps = 3;
  while (db::Step(steps) > 0) steps = db::Step(steps);
  db::Nothing();
  if (steps > 0) db::Nothing();
  else
    steps = db::Step(0);
  const db::Rows& kept = connection.Query("a");
  std::printf("kept %s\n", kept.text.c_str());
  connection.Used() += 5;
  auto rows = connection.Query("b").Size();
  const db::Immovable immovable = db::Make(db::Step(8));
  if (connection.Ok() && db::Step(1) == 0) rows += immovable.value;
  const auto lambda = [&](int by) { return db::Step(by); };
  try {
    connection.Fail();
  } catch (const std::runtime_error& error) {
    std::printf("%s\n", error.what());
  }
  db::Connection* pointer = &connection;
  constexpr int size = sizeof(db::Step(1));
  static_assert(noexcept(connection.Ok()), "");
  Member member;
  switch (db::Step(2)) {
    case 1:
      rows += lambda(3);
      rows += Pass().value;
      rows += pointer->Used();
      rows += InTemplate(connection);
      rows += member.Twice();
      return rows + steps + size;
    default:
      return 0;
  }
}

}  // namespace shop

void Run();
void Run() { std::printf("%d\n", shop::Order()); }
