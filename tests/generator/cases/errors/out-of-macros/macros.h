#ifndef MACROS_H_
#define MACROS_H_
#include <string>
#include <utility>

enum class Code : long { kOk, kNotFound, kUnavailable = 14 };

inline int copies = 0;
inline int moves = 0;

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

// What becomes a Status when it is returned.
class Words {
 public:
  explicit Words(Status status) : status_(std::move(status)) {}
  bool ok() const { return status_.ok(); }
  Words&& operator<<(const char* more) && {
    text_ += more;
    return std::move(*this);
  }
  operator Status() && { return Status(status_.code(), status_.message() + text_); }  // NOLINT
  template <typename T>
  operator StatusOr<T>() && {  // NOLINT
    return Status(status_.code(), status_.message() + text_);
  }

 private:
  Status status_;
  std::string text_;
};

#define RETURN_IF_ERROR(expression)                 \
  do {                                              \
    Status returned_ = (expression); /* a local */ \
    if (!returned_.ok()) return returned_;          \
  } while (false)

#define JOINED_AGAIN(a, b) a##b
#define JOINED(a, b) JOINED_AGAIN(a, b)
#define ASSIGN_OR_RETURN_AS(name, left, ...) \
  auto name = (__VA_ARGS__);                 \
  if (!name.ok()) {                          \
    return name.status();                    \
  }                                          \
  left = name.value()
#define ASSIGN_OR_RETURN(left, ...) ASSIGN_OR_RETURN_AS(JOINED(held_, __LINE__), left, __VA_ARGS__)

#define RETURN_WITH_WORDS(expression)                          \
  if (class Words words_ { expression }; words_.ok()) { \
  } else /* NOLINT */                                          \
    return std::move(words_)

#define EITHER_WAY(first, one, other) \
  if (first) {                        \
    return one;                       \
  } else {                            \
    return other;                     \
  }
#define RETURN_PART return
#define TRY(good) \
  if (!(good)) return Status(Code::kUnavailable, #good " is not")
#define RETURN_VALUE_IF(condition, value) \
  if (condition) return value
#define RUN_IF(condition, statement) \
  if (condition) {                   \
    statement                        \
  }
#endif  // MACROS_H_
