// Copyright The Spansmith Authors
// SPDX-License-Identifier: Apache-2.0
//
// std::error_code and std::error_condition, boost::system's: value(), category(), message(). Its type is the category
// and the value, `generic:2`.
#ifndef SPANSMITH_ERRORS_ERROR_CODE_H_
#define SPANSMITH_ERRORS_ERROR_CODE_H_

#pragma GCC system_header

#include <spansmith/errors/failure.h>

namespace spansmith::injected::returned {

SPANSMITH_DETECT(HasCategory, static_cast<int>(value->value()), static_cast<const char*>(value->category().name()),
                 TextOf(value->message()))

struct ErrorCodeBox {
  static constexpr bool kKnown = true;
  template <typename T>
  static constexpr bool Takes(const T* type) {
    return HasCategory(type);
  }
  template <typename T>
  static bool IsError(const T& value) {
    return static_cast<int>(value.value()) != 0;
  }
  // Of categories that have the system's numbers (Linux: asm-generic/errno.h).
  template <typename T>
  static ErrorKind Kind(const T& value) {
    const char* const category = value.category().name();
    if (__builtin_strcmp(category, "generic") != 0 && __builtin_strcmp(category, "system") != 0)
      return ErrorKind::kOther;
    switch (static_cast<int>(value.value())) {
      case 2:  // ENOENT
        return ErrorKind::kNotFound;
      case 17:  // EEXIST
        return ErrorKind::kAlreadyExists;
      case 125:  // ECANCELED
        return ErrorKind::kCancelled;
      default:
        return ErrorKind::kOther;
    }
  }
  template <typename T>
  static void SayType(Frame* frame, const T& value) {
    const Text category = TextOf(value.category().name());
    FailureNumber(frame, category.data, category.size, true, static_cast<int>(value.value()));
  }
  template <typename T>
  static void SayMessage(Frame* frame, const T& value) {
    SayMessageText(frame, value.message());
  }
};

}  // namespace spansmith::injected::returned

#endif  // SPANSMITH_ERRORS_ERROR_CODE_H_
