/*prologue*/
#line 1 "input.cc"
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

static db::Immovable Pass() { static ::spansmith::injected::sm_Site sm_call_1 = ::spansmith::injected::sm_Site("Make").sm_At("shop::Pass", __FILE__, 44).sm_Scope("db").sm_Kind(::spansmith::injected::sm_SpanKind::kClient).sm_ErrorText("the database refused");
#line 44 "input.cc"
                              return (static_cast<void>(::spansmith::injected::sm_CallGuard(&sm_call_1).sm_Set("db.system.name", "test").sm_Set("db.size", -3).sm_Set("db.ready", true)), 
#line 44 "input.cc"
                                     db::Make(4))
#line 44 "input.cc"
                                                ; }

template <typename T>
static int InTemplate(T& connection) { static ::spansmith::injected::sm_Site sm_call_2 = ::spansmith::injected::sm_Site("Step").sm_At("shop::InTemplate", __FILE__, 48).sm_Scope("db").sm_Kind(::spansmith::injected::sm_SpanKind::kClient).sm_ErrorText("the database refused");
  return (static_cast<void>(::spansmith::injected::sm_CallGuard(&sm_call_2).sm_Set("db.system.name", "test").sm_Set("db.size", -3).sm_Set("db.ready", true)), 
#line 48 "input.cc"
         db::Step(2))
#line 48 "input.cc"
                     * connection.size;
}

struct Member : db::Connection {
  int sum = db::Step(3);
  Member() : sum(db::Step(9)) {}
  int Twice() { static ::spansmith::injected::sm_Site sm_call_3 = ::spansmith::injected::sm_Site("Connection::Used").sm_At("shop::Member::Twice", __FILE__, 55).sm_Scope("db").sm_Kind(::spansmith::injected::sm_SpanKind::kClient).sm_ErrorText("the database refused"); static ::spansmith::injected::sm_Site sm_call_4 = ::spansmith::injected::sm_Site("Connection::Used").sm_At("shop::Member::Twice", __FILE__, 56).sm_Scope("db").sm_Kind(::spansmith::injected::sm_SpanKind::kClient).sm_ErrorText("the database refused");
    (static_cast<void>(::spansmith::injected::sm_CallGuard(&sm_call_3).sm_Set("db.system.name", "test").sm_Set("db.size", -3).sm_Set("db.ready", true)), 
#line 55 "input.cc"
    Used())
#line 55 "input.cc"
           += 1;
    return (static_cast<void>(::spansmith::injected::sm_CallGuard(&sm_call_4).sm_Set("db.system.name", "test").sm_Set("db.size", -3).sm_Set("db.ready", true)), 
#line 56 "input.cc"
           this->Used())
#line 56 "input.cc"
                       ;
  }
};

static int Order() { static ::spansmith::injected::sm_Site sm_call_5 = ::spansmith::injected::sm_Site("Step").sm_At("shop::Order", __FILE__, 63).sm_Scope("db").sm_Kind(::spansmith::injected::sm_SpanKind::kClient).sm_ErrorText("the database refused"); static ::spansmith::injected::sm_Site sm_call_6 = ::spansmith::injected::sm_Site("Step").sm_At("shop::Order", __FILE__, 63).sm_Scope("db").sm_Kind(::spansmith::injected::sm_SpanKind::kClient).sm_ErrorText("the database refused"); static ::spansmith::injected::sm_Site sm_call_7 = ::spansmith::injected::sm_Site("Nothing").sm_At("shop::Order", __FILE__, 64).sm_Scope("db").sm_Kind(::spansmith::injected::sm_SpanKind::kClient).sm_ErrorText("the database refused"); static ::spansmith::injected::sm_Site sm_call_8 = ::spansmith::injected::sm_Site("Nothing").sm_At("shop::Order", __FILE__, 65).sm_Scope("db").sm_Kind(::spansmith::injected::sm_SpanKind::kClient).sm_ErrorText("the database refused"); static ::spansmith::injected::sm_Site sm_call_9 = ::spansmith::injected::sm_Site("Step").sm_At("shop::Order", __FILE__, 67).sm_Scope("db").sm_Kind(::spansmith::injected::sm_SpanKind::kClient).sm_ErrorText("the database refused"); static ::spansmith::injected::sm_Site sm_call_10 = ::spansmith::injected::sm_Site("Connection::Query").sm_At("shop::Order", __FILE__, 68).sm_Scope("db").sm_Kind(::spansmith::injected::sm_SpanKind::kClient).sm_ErrorText("the database refused"); static ::spansmith::injected::sm_Site sm_call_11 = ::spansmith::injected::sm_Site("Connection::Used").sm_At("shop::Order", __FILE__, 70).sm_Scope("db").sm_Kind(::spansmith::injected::sm_SpanKind::kClient).sm_ErrorText("the database refused"); static ::spansmith::injected::sm_Site sm_call_12 = ::spansmith::injected::sm_Site("Connection::Query").sm_At("shop::Order", __FILE__, 71).sm_Scope("db").sm_Kind(::spansmith::injected::sm_SpanKind::kClient).sm_ErrorText("the database refused"); static ::spansmith::injected::sm_Site sm_call_13 = ::spansmith::injected::sm_Site("Make").sm_At("shop::Order", __FILE__, 72).sm_Scope("db").sm_Kind(::spansmith::injected::sm_SpanKind::kClient).sm_ErrorText("the database refused"); static ::spansmith::injected::sm_Site sm_call_14 = ::spansmith::injected::sm_Site("Step").sm_At("shop::Order", __FILE__, 72).sm_Scope("db").sm_Kind(::spansmith::injected::sm_SpanKind::kClient).sm_ErrorText("the database refused"); static ::spansmith::injected::sm_Site sm_call_15 = ::spansmith::injected::sm_Site("Connection::Ok").sm_At("shop::Order", __FILE__, 73).sm_Scope("db").sm_Kind(::spansmith::injected::sm_SpanKind::kClient).sm_ErrorText("the database refused"); static ::spansmith::injected::sm_Site sm_call_16 = ::spansmith::injected::sm_Site("Step").sm_At("shop::Order", __FILE__, 73).sm_Scope("db").sm_Kind(::spansmith::injected::sm_SpanKind::kClient).sm_ErrorText("the database refused"); static ::spansmith::injected::sm_Site sm_call_18 = ::spansmith::injected::sm_Site("Connection::Fail").sm_At("shop::Order", __FILE__, 76).sm_Scope("db").sm_Kind(::spansmith::injected::sm_SpanKind::kClient).sm_ErrorText("the database refused"); static ::spansmith::injected::sm_Site sm_call_19 = ::spansmith::injected::sm_Site("Step").sm_At("shop::Order", __FILE__, 84).sm_Scope("db").sm_Kind(::spansmith::injected::sm_SpanKind::kClient).sm_ErrorText("the database refused"); static ::spansmith::injected::sm_Site sm_call_20 = ::spansmith::injected::sm_Site("Connection::Used").sm_At("shop::Order", __FILE__, 88).sm_Scope("db").sm_Kind(::spansmith::injected::sm_SpanKind::kClient).sm_ErrorText("the database refused"); /*guard 1*/
  db::Connection connection;
  int steps = 3;
  while ((static_cast<void>(::spansmith::injected::sm_CallGuard(&sm_call_5).sm_Set("db.system.name", "test").sm_Set("db.size", -3).sm_Set("db.ready", true)), 
#line 63 "input.cc"
         db::Step(steps))
#line 63 "input.cc"
                         > 0) steps = (static_cast<void>(::spansmith::injected::sm_CallGuard(&sm_call_6).sm_Set("db.system.name", "test").sm_Set("db.size", -3).sm_Set("db.ready", true)), 
#line 63 "input.cc"
                                      db::Step(steps))
#line 63 "input.cc"
                                                     ;
  (static_cast<void>(::spansmith::injected::sm_CallGuard(&sm_call_7).sm_Set("db.system.name", "test").sm_Set("db.size", -3).sm_Set("db.ready", true)), 
#line 64 "input.cc"
  db::Nothing())
#line 64 "input.cc"
               ;
  if (steps > 0) (static_cast<void>(::spansmith::injected::sm_CallGuard(&sm_call_8).sm_Set("db.system.name", "test").sm_Set("db.size", -3).sm_Set("db.ready", true)), 
#line 65 "input.cc"
                 db::Nothing())
#line 65 "input.cc"
                              ;
  else
    steps = (static_cast<void>(::spansmith::injected::sm_CallGuard(&sm_call_9).sm_Set("db.system.name", "test").sm_Set("db.size", -3).sm_Set("db.ready", true)), 
#line 67 "input.cc"
            db::Step(0))
#line 67 "input.cc"
                       ;
  const db::Rows& kept = (static_cast<void>(::spansmith::injected::sm_CallGuard(&sm_call_10).sm_Set("db.system.name", "test").sm_Set("db.size", -3).sm_Set("db.ready", true)), 
#line 68 "input.cc"
                         connection.Query("a"))
#line 68 "input.cc"
                                              ;
  std::printf("kept %s\n", kept.text.c_str());
  (static_cast<void>(::spansmith::injected::sm_CallGuard(&sm_call_11).sm_Set("db.system.name", "test").sm_Set("db.size", -3).sm_Set("db.ready", true)), 
#line 70 "input.cc"
  connection.Used())
#line 70 "input.cc"
                    += 5;
  auto rows = (static_cast<void>(::spansmith::injected::sm_CallGuard(&sm_call_12).sm_Set("db.system.name", "test").sm_Set("db.size", -3).sm_Set("db.ready", true)), 
#line 71 "input.cc"
              connection.Query("b"))
#line 71 "input.cc"
                                   .Size();
  const db::Immovable immovable = (static_cast<void>(::spansmith::injected::sm_CallGuard(&sm_call_13).sm_Set("db.system.name", "test").sm_Set("db.size", -3).sm_Set("db.ready", true)), 
#line 72 "input.cc"
                                  db::Make((static_cast<void>(::spansmith::injected::sm_CallGuard(&sm_call_14).sm_Set("db.system.name", "test").sm_Set("db.size", -3).sm_Set("db.ready", true)), 
#line 72 "input.cc"
                                           db::Step(8))
#line 72 "input.cc"
                                                      ))
#line 72 "input.cc"
                                                       ;
  if ((static_cast<void>(::spansmith::injected::sm_CallGuard(&sm_call_15).sm_Set("db.system.name", "test").sm_Set("db.size", -3).sm_Set("db.ready", true)), 
#line 73 "input.cc"
      connection.Ok())
#line 73 "input.cc"
                      && (static_cast<void>(::spansmith::injected::sm_CallGuard(&sm_call_16).sm_Set("db.system.name", "test").sm_Set("db.size", -3).sm_Set("db.ready", true)), 
#line 73 "input.cc"
                         db::Step(1))
#line 73 "input.cc"
                                     == 0) rows += immovable.value;
  const auto lambda = [&](int by) { static ::spansmith::injected::sm_Site sm_call_17 = ::spansmith::injected::sm_Site("Step").sm_At("shop::Order::lambda", __FILE__, 74).sm_Scope("db").sm_Kind(::spansmith::injected::sm_SpanKind::kClient).sm_ErrorText("the database refused");
#line 74 "input.cc"
                                    return (static_cast<void>(::spansmith::injected::sm_CallGuard(&sm_call_17).sm_Set("db.system.name", "test").sm_Set("db.size", -3).sm_Set("db.ready", true)), 
#line 74 "input.cc"
                                           db::Step(by))
#line 74 "input.cc"
                                                       ; };
  try {
    (static_cast<void>(::spansmith::injected::sm_CallGuard(&sm_call_18).sm_Set("db.system.name", "test").sm_Set("db.size", -3).sm_Set("db.ready", true)), 
#line 76 "input.cc"
    connection.Fail())
#line 76 "input.cc"
                     ;
  } catch (const std::runtime_error& error) {
    std::printf("%s\n", error.what());
  }
  db::Connection* pointer = &connection;
  constexpr int size = sizeof(db::Step(1));
  static_assert(noexcept(connection.Ok()), "");
  Member member;
  switch ((static_cast<void>(::spansmith::injected::sm_CallGuard(&sm_call_19).sm_Set("db.system.name", "test").sm_Set("db.size", -3).sm_Set("db.ready", true)), 
#line 84 "input.cc"
          db::Step(2))
#line 84 "input.cc"
                     ) {
    case 1:
      rows += lambda(3);
      rows += Pass().value;
      rows += (static_cast<void>(::spansmith::injected::sm_CallGuard(&sm_call_20).sm_Set("db.system.name", "test").sm_Set("db.size", -3).sm_Set("db.ready", true)), 
#line 88 "input.cc"
              pointer->Used())
#line 88 "input.cc"
                             ;
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
