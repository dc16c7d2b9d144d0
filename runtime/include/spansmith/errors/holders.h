// Copyright The Spansmith Authors
// SPDX-License-Identifier: Apache-2.0
//
// Types that hold a value or an error: each box says where the error is, and HolderBox what that says. In the order in
// which they are tried: AwsBox (Aws::Utils::Outcome: IsSuccess, GetError), OutcomeBox (boost::outcome: has_error),
// ExpectedBox (std::expected, tl::expected: has_value or hasValue, else bool and value; and error), StatusOrBox
// (absl::StatusOr, arrow::Result: ok, status).
#ifndef SPANSMITH_ERRORS_HOLDERS_H_
#define SPANSMITH_ERRORS_HOLDERS_H_

#pragma GCC system_header

#include <spansmith/errors/described.h>

namespace spansmith::injected::returned {

// The box of an error by its position (boxes.h).
template <typename E>
constexpr auto BoxOfError(const E* type);

SPANSMITH_DETECT(HasIsSuccess, static_cast<bool>(value->IsSuccess()), value->GetError())
SPANSMITH_DETECT(HasGetExceptionName, TextOf(value->GetExceptionName()), TextOf(value->GetMessage()))
SPANSMITH_DETECT(HasHasError, static_cast<bool>(value->has_error()), value->error())
SPANSMITH_DETECT(HasHasException, static_cast<bool>(value->has_exception()))
SPANSMITH_DETECT(HasError, value->error())
SPANSMITH_DETECT(HasHasValue, static_cast<bool>(value->has_value()))
SPANSMITH_DETECT(HasHasValueInCamels, static_cast<bool>(value->hasValue()))
SPANSMITH_DETECT(HasBoolAndValue, static_cast<bool>(*value), value->value())
SPANSMITH_DETECT(HasStatus, value->status())

struct Aws {
  template <typename T>
  static constexpr bool Takes(const T* type) {
    return HasIsSuccess(type);
  }
  template <typename T>
  static bool IsError(const T& value) {
    return !static_cast<bool>(value.IsSuccess());
  }
  template <typename T>
  static decltype(auto) Error(const T& value) {
    return value.GetError();
  }
};

struct Outcome {
  template <typename T>
  static constexpr bool Takes(const T* type) {
    return HasHasError(type);
  }
  template <typename T>
  static bool IsError(const T& value) {
    if constexpr (HasHasException(Null<T>)) {
      if (static_cast<bool>(value.has_exception())) return true;
    }
    return static_cast<bool>(value.has_error());
  }
  template <typename T>
  static bool HasNoError(const T& value) {  // an exception instead
    return !static_cast<bool>(value.has_error());
  }
  template <typename T>
  static decltype(auto) Error(const T& value) {
    return value.error();
  }
};

struct Expected {
  template <typename T>
  static constexpr bool Takes(const T* type) {
    return HasError(type) && (HasHasValue(type) || HasHasValueInCamels(type) || HasBoolAndValue(type));
  }
  template <typename T>
  static bool IsError(const T& value) {
    if constexpr (HasHasValue(Null<T>)) {
      return !static_cast<bool>(value.has_value());
    } else if constexpr (HasHasValueInCamels(Null<T>)) {
      return !static_cast<bool>(value.hasValue());
    } else {
      return !static_cast<bool>(value);
    }
  }
  template <typename T>
  static decltype(auto) Error(const T& value) {
    return value.error();
  }
};

struct StatusOr {
  template <typename T>
  static constexpr bool Takes(const T* type) {
    return HasOk(type) && HasStatus(type);
  }
  template <typename T>
  static bool IsError(const T& value) {
    return !static_cast<bool>(value.ok());
  }
  template <typename T>
  static decltype(auto) Error(const T& value) {
    return value.status();
  }
};

// std::unexpected and its like: an error, whatever it holds. Only on its way into something else.
struct Unexpected {
  template <typename T>
  static constexpr bool Takes(const T* type) {
    return HasError(type);
  }
  template <typename T>
  static bool IsError(const T&) {
    return true;
  }
  template <typename T>
  static decltype(auto) Error(const T& value) {
    return value.error();
  }
};

template <typename Holder>
struct HolderBox {
  static constexpr bool kKnown = true;
  template <typename T>
  static constexpr bool Takes(const T* type) {
    return Holder::Takes(type);
  }
  template <typename T>
  static bool IsError(const T& value) {
    return Holder::IsError(value);
  }
  template <typename T>
  static ErrorKind Kind(const T& value) {
    if (OnlyAnException(value)) return ErrorKind::kOther;
    return KindOf(Holder::Error(value));
  }
  template <typename T>
  static void SayType(Frame* frame, const T& value) {
    if (OnlyAnException(value)) return FailureType(frame, "exception", 9);
    SayTypeOf(frame, Holder::Error(value));
  }
  template <typename T>
  static void SayMessage(Frame* frame, const T& value) {
    if (!OnlyAnException(value)) SayMessageOf(frame, Holder::Error(value));
  }

 private:
  template <typename T>
  static bool OnlyAnException(const T& value) {
    if constexpr (HasHasException(Null<T>)) return Outcome::HasNoError(value);
    return false;
  }
  template <typename E>
  static ErrorKind KindOf(const E& error) {
    return decltype(BoxOfError(Null<E>))::Kind(error);
  }
  template <typename E>
  static void SayTypeOf(Frame* frame, const E& error) {
    if constexpr (HasGetExceptionName(Null<E>)) {
      SayTypeText(frame, error.GetExceptionName());
    } else {
      decltype(BoxOfError(Null<E>))::SayType(frame, error);
    }
  }
  template <typename E>
  static void SayMessageOf(Frame* frame, const E& error) {
    if constexpr (HasGetExceptionName(Null<E>)) {
      SayMessageText(frame, error.GetMessage());
    } else {
      decltype(BoxOfError(Null<E>))::SayMessage(frame, error);
    }
  }
};

}  // namespace spansmith::injected::returned

#endif  // SPANSMITH_ERRORS_HOLDERS_H_
