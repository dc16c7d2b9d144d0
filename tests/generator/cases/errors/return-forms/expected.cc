/*prologue*/
#line 1 "input.cc"
// A returned error in every form of a return: the span is an error, and copies, moves and conversions are as they were.
#include <spansmith/annotations.h>

#include <cstdio>
#include <string>
#include <utility>

enum class Code { kOk, kNotFound, kUnavailable = 14 };

static int copies = 0;
static int moves = 0;

class Status {
 public:
  Status() = default;
  Status(Code code, std::string text) : code_(code), text_(std::move(text)) {}
  Status(const Status& other) : code_(other.code_), text_(other.text_) { ++copies; }
  Status(Status&& other) noexcept : code_(other.code_), text_(std::move(other.text_)) { ++moves; }
  Status& operator=(const Status&) = default;
  Status& operator=(Status&&) = default;
  ~Status() = default;
  [[nodiscard]] bool ok() const { return code_ == Code::kOk; }
  Code code() const { return code_; }
  const std::string& message() const { return text_; }

 private:
  Code code_ = Code::kOk;
  std::string text_;
};

template <typename T>
class StatusOr {
 public:
  StatusOr(T value) : value_(std::move(value)) {}          // NOLINT
  StatusOr(Status status) : status_(std::move(status)) {}  // NOLINT
  bool ok() const { return status_.ok(); }
  const Status& status() const { return status_; }
  const T& value() const { return value_; }

 private:
  Status status_;
  T value_{};
};

struct CopyOnly {
  Status status;
  explicit CopyOnly(bool good) : status(good ? Status() : Status(Code::kUnavailable, "copied")) {}
  CopyOnly(const CopyOnly&) = default;
  bool ok() const { return status.ok(); }
  Code code() const { return status.code(); }
  const std::string& message() const { return status.message(); }
};

struct Immovable {
  bool good;
  explicit Immovable(bool is_good) : good(is_good) {}
  Immovable(Immovable&&) = delete;
  bool ok() const { return good; }
  int code() const { return 409; }
};

static Status Unavailable(const std::string& text) { return {Code::kUnavailable, text}; }

SPANSMITH_SPAN("named") static Status Named(bool good) { /*guard 1*/
  Status status;
  if (!good) status = Status(Code::kUnavailable, "named");
  { if (sm_guard_1.sm_Recording()) { const auto& sm_r_1 = status; static_cast<void>(sm_r_1); ::spansmith::injected::sm_LookAt(sm_guard_1, sm_r_1); } 
#line 67 "input.cc"
  return status; }
}
SPANSMITH_SPAN("parameter") static Status Parameter(Status status) { /*guard 2*/
#line 69 "input.cc"
                                                                     { if (sm_guard_2.sm_Recording()) { const auto& sm_r_2 = status; static_cast<void>(sm_r_2); ::spansmith::injected::sm_LookAt(sm_guard_2, sm_r_2); } 
#line 69 "input.cc"
                                                                     return status; }
#line 69 "input.cc"
                                                                                    }
SPANSMITH_SPAN("prvalue") static Status Prvalue() { /*guard 3*/
#line 70 "input.cc"
                                                    { auto sm_r_3 = 
#line 70 "input.cc"
                                                           Unavailable("prvalue"); if (sm_guard_3.sm_Recording()) { ::spansmith::injected::sm_LookAt(sm_guard_3, sm_r_3); } return sm_r_3; }
#line 70 "input.cc"
                                                                                   }
SPANSMITH_SPAN("braced") static Status Braced() { /*guard 4*/
#line 71 "input.cc"
                                                  { ::Status sm_r_4 = 
#line 71 "input.cc"
                                                         {Code::kUnavailable, "braced"}; if (sm_guard_4.sm_Recording()) { ::spansmith::injected::sm_LookAt(sm_guard_4, sm_r_4); } return sm_r_4; }
#line 71 "input.cc"
                                                                                         }
SPANSMITH_SPAN("moved") static Status Moved(Status& status) { /*guard 5*/
#line 72 "input.cc"
                                                              { auto&& sm_r_5 = 
#line 72 "input.cc"
                                                                     std::move(status); if (sm_guard_5.sm_Recording()) { ::spansmith::injected::sm_LookAt(sm_guard_5, sm_r_5); } return static_cast<decltype(sm_r_5)>(sm_r_5); }
#line 72 "input.cc"
                                                                                        }
SPANSMITH_SPAN("conditional") static Status Conditional(bool good) { /*guard 6*/
  { auto sm_r_6 = 
#line 74 "input.cc"
         good ? Status() : Unavailable("conditional"); if (sm_guard_6.sm_Recording()) { ::spansmith::injected::sm_LookAt(sm_guard_6, sm_r_6); } return sm_r_6; }
}
struct Holder {
  Status last{Code::kUnavailable, "member"};
  SPANSMITH_SPAN("member") Status Member() const { /*guard 7*/
#line 78 "input.cc"
                                                   { auto& sm_r_7 = 
#line 78 "input.cc"
                                                          last; if (sm_guard_7.sm_Recording()) { ::spansmith::injected::sm_LookAt(sm_guard_7, sm_r_7); } return sm_r_7; }
#line 78 "input.cc"
                                                                }
  SPANSMITH_SPAN("reference") const Status& Reference() const { /*guard 8*/
#line 79 "input.cc"
                                                                return last; }
};
SPANSMITH_SPAN("converting a temporary") static StatusOr<int> ConvertsTemporary() { /*guard 9*/
#line 81 "input.cc"
                                                                                    return ::spansmith::injected::sm_Passing(sm_guard_9, (
#line 81 "input.cc"
                                                                                           Unavailable("temporary")))
#line 81 "input.cc"
                                                                                                                   ; }
SPANSMITH_SPAN("converting a local") static StatusOr<int> ConvertsLocal() { /*guard 10*/
  Status status = Unavailable("local");
  { static_cast<void>(::spansmith::injected::sm_Passing(sm_guard_10, status)); 
#line 84 "input.cc"
  return status; }
}
SPANSMITH_SPAN("converting a value") static StatusOr<std::string> ConvertsValue() { /*guard 11*/
#line 86 "input.cc"
                                                                                    return std::string("value"); }
SPANSMITH_SPAN("comma") static StatusOr<int> Comma(int* calls) { /*guard 12*/
#line 87 "input.cc"
                                                                 return ::spansmith::injected::sm_Passing(sm_guard_12, (
#line 87 "input.cc"
                                                                        ++*calls, Unavailable("comma")))
#line 87 "input.cc"
                                                                                                      ; }
SPANSMITH_SPAN("copy only") static CopyOnly Copies(bool good) { /*guard 13*/
  CopyOnly out(good);
  { if (sm_guard_13.sm_Recording()) { const auto& sm_r13 = out; static_cast<void>(sm_r13); ::spansmith::injected::sm_LookAt(sm_guard_13, sm_r13); } 
#line 90 "input.cc"
  return out; }
}
SPANSMITH_SPAN("immovable") static Immovable Stays() { /*guard 14*/
#line 92 "input.cc"
                                                       return Immovable(false); }
SPANSMITH_SPAN("deduced") static auto Deduced() { /*guard 15*/
#line 93 "input.cc"
                                                  { auto sm_r15 = 
#line 93 "input.cc"
                                                         Unavailable("deduced"); if (sm_guard_15.sm_Recording()) { ::spansmith::injected::sm_LookAt(sm_guard_15, sm_r15); } return sm_r15; }
#line 93 "input.cc"
                                                                                 }

template <typename T>
SPANSMITH_SPAN("template of {T}")
StatusOr<T> Template(int way) { /*guard 16*/
  if (way == 0) return ::spansmith::injected::sm_Passing(sm_guard_16, (
#line 98 "input.cc"
                       Unavailable("in a template")))
#line 98 "input.cc"
                                                   ;
  if (way == 1) return T();
  Status status = Unavailable("a local in a template");
  if (way == 2) { static_cast<void>(::spansmith::injected::sm_Passing(sm_guard_16, status)); 
#line 101 "input.cc"
                return status; }
  StatusOr<T> out(Unavailable("the type itself"));
  { if (sm_guard_16.sm_Recording()) { const auto& sm_r16 = out; static_cast<void>(sm_r16); ::spansmith::injected::sm_LookAt(sm_guard_16, sm_r16); } 
#line 103 "input.cc"
  return out; }
}
template <typename T>
SPANSMITH_SPAN("any")
T Any(T given) { /*guard 17*/
  T out = std::move(given);
  { if (sm_guard_17.sm_Recording()) { const auto& sm_r17 = out; static_cast<void>(sm_r17); ::spansmith::injected::sm_LookAt(sm_guard_17, sm_r17); } 
#line 109 "input.cc"
  return out; }
}

void Run();
void Run() {
  // One move, at most, is what observing a temporary may add.
  const auto but_for_moves = [](bool ok) {
    copies = moves = 0;
    return ok;
  };
  const auto count = [](const char* what, bool ok) {
    std::printf("%s: %d, %d copies, %d moves\n", what, ok, copies, moves);
    copies = moves = 0;
  };
  count("named", Named(true).ok());
  count("named", Named(false).ok());
  count("parameter", Parameter(Status(Code::kUnavailable, "parameter")).ok());
  Prvalue();
  Braced();
  copies = moves = 0;
  Status given(Code::kUnavailable, "moved");
  count("moved", Moved(given).ok());
  Conditional(true);
  Conditional(false);
  copies = moves = 0;
  const Holder holder;
  count("member", holder.Member().ok());
  count("reference", &holder.Reference() == &holder.last);
  count("temporary", but_for_moves(ConvertsTemporary().ok()));
  count("local", ConvertsLocal().ok());
  count("value", ConvertsValue().ok());
  int calls = 0;
  count("comma", but_for_moves(Comma(&calls).ok()));
  count("copy only", Copies(true).ok() || Copies(false).ok());
  count("immovable", Stays().ok());
  Deduced();
  copies = moves = 0;
  count("template", but_for_moves(Template<double>(0).ok()));
  for (int way = 1; way < 4; ++way) count("template", Template<double>(way).ok());
  count("any", Any(Status(Code::kUnavailable, "any")).ok());
  count("any", Any(std::string("text")).empty());
}
