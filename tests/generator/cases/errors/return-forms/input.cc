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

SPANSMITH_SPAN("named") static Status Named(bool good) {
  Status status;
  if (!good) status = Status(Code::kUnavailable, "named");
  return status;
}
SPANSMITH_SPAN("parameter") static Status Parameter(Status status) { return status; }
SPANSMITH_SPAN("prvalue") static Status Prvalue() { return Unavailable("prvalue"); }
SPANSMITH_SPAN("braced") static Status Braced() { return {Code::kUnavailable, "braced"}; }
SPANSMITH_SPAN("moved") static Status Moved(Status& status) { return std::move(status); }
SPANSMITH_SPAN("conditional") static Status Conditional(bool good) {
  return good ? Status() : Unavailable("conditional");
}
struct Holder {
  Status last{Code::kUnavailable, "member"};
  SPANSMITH_SPAN("member") Status Member() const { return last; }
  SPANSMITH_SPAN("reference") const Status& Reference() const { return last; }
};
SPANSMITH_SPAN("converting a temporary") static StatusOr<int> ConvertsTemporary() { return Unavailable("temporary"); }
SPANSMITH_SPAN("converting a local") static StatusOr<int> ConvertsLocal() {
  Status status = Unavailable("local");
  return status;
}
SPANSMITH_SPAN("converting a value") static StatusOr<std::string> ConvertsValue() { return std::string("value"); }
SPANSMITH_SPAN("comma") static StatusOr<int> Comma(int* calls) { return ++*calls, Unavailable("comma"); }
SPANSMITH_SPAN("copy only") static CopyOnly Copies(bool good) {
  CopyOnly out(good);
  return out;
}
SPANSMITH_SPAN("immovable") static Immovable Stays() { return Immovable(false); }
SPANSMITH_SPAN("deduced") static auto Deduced() { return Unavailable("deduced"); }

template <typename T>
SPANSMITH_SPAN("template of {T}")
StatusOr<T> Template(int way) {
  if (way == 0) return Unavailable("in a template");
  if (way == 1) return T();
  Status status = Unavailable("a local in a template");
  if (way == 2) return status;
  StatusOr<T> out(Unavailable("the type itself"));
  return out;
}
template <typename T>
SPANSMITH_SPAN("any")
T Any(T given) {
  T out = std::move(given);
  return out;
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
