// Copyright The Spansmith Authors
// SPDX-License-Identifier: Apache-2.0
//
// What the functions of error_forms.py are made of: a value that counts what happens to it, look-alikes of the
// well-known types of errors, a type with an ErrorTraits of its own.
#ifndef SPANSMITH_TESTS_GENERATOR_ERROR_FORMS_PRELUDE_H_
#define SPANSMITH_TESTS_GENERATOR_ERROR_FORMS_PRELUDE_H_

#include <spansmith/annotations.h>
#include <spansmith/errors.h>

#include <cstdio>
#include <string>
#include <type_traits>
#include <utility>

struct Tally {
  int made = 0, copied = 0, moved = 0, gone = 0;
};
inline Tally tally;
inline const void* made_at = nullptr;  // the buffer of what Make() made last

struct Counted {
  std::string text;
  explicit Counted(int n) : text(100, static_cast<char>('a' + n)) { ++tally.made; }
  Counted(const Counted& other) : text(other.text) { ++tally.copied; }
  Counted(Counted&& other) noexcept : text(std::move(other.text)) { ++tally.moved; }
  Counted& operator=(const Counted&) = delete;
  Counted& operator=(Counted&&) = delete;
  ~Counted() { tally.gone += text.empty() ? 0 : 1; }
  static Counted& One() {
    static Counted one(1);
    return one;
  }
};
using Pointer = const Counted*;
enum class Errc { kTimeout = 3 };

struct Status {
  int number = 0;
  std::string text;
  Status() { ++tally.made; }
  Status(int code, std::string message) : number(code), text(std::move(message)) { ++tally.made; }
  Status(const Status& other) : number(other.number), text(other.text) { ++tally.copied; }
  Status(Status&& other) noexcept : number(other.number), text(std::move(other.text)) { ++tally.moved; }
  Status& operator=(const Status&) = delete;
  Status& operator=(Status&&) = delete;
  ~Status() { tally.gone += text.empty() ? 0 : 1; }
  bool ok() const { return number == 0; }
  int code() const { return number; }
  const std::string& message() const { return text; }
};
template <typename T>
class StatusOr {
 public:
  StatusOr(T value) : value_(std::move(value)) {}          // NOLINT: converts
  StatusOr(Status status) : status_(std::move(status)) {}  // NOLINT: converts
  bool ok() const { return status_.ok(); }
  const Status& status() const { return status_; }
  const T& value() const { return value_; }

 private:
  Status status_;
  T value_{0};
};

struct Own {
  int number = 0;
  std::string text;
};
template <>
struct spansmith::ErrorTraits<Own> {
  static bool IsError(const Own& own) { return own.number != 0; }
  static std::string Type(const Own& own) { return "own " + std::to_string(own.number); }
  static const std::string& Message(const Own& own) { return own.text; }
};

inline void Touch(int thrown = 0) {
  if (thrown != 0) throw thrown;
}
#define VALUE(good) Make(good)
#define RETURN(x) return x
#define RETURN_IF(condition, x) \
  do {                          \
    if (condition) return x;    \
  } while (0)

// One line for each call; `moves`: those of the form itself must stay as they are.
template <typename T, typename F>
void Call(const char* what, bool moves, const void* (*buffer)(const T&), F function) {
  for (const bool good : {true, false}) {
    tally = Tally();
    {
      auto&& result = function(good);
      // A short text is in the object itself, and goes where that goes.
      const void* at = buffer(result);
      const bool inside = at >= static_cast<const void*>(&result) && at < static_cast<const void*>(&result + 1);
      const char* now = inside ? "inside" : at == made_at ? "kept" : "new";
      std::printf("%s: buffer %s, made %d, copied %d", what, now, tally.made, tally.copied);
    }
    if (moves) std::printf(", moved %d", tally.moved);
    std::printf(", gone %d\n", tally.gone);
  }
}

#endif  // SPANSMITH_TESTS_GENERATOR_ERROR_FORMS_PRELUDE_H_
