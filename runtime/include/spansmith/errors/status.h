// Copyright The Spansmith Authors
// SPDX-License-Identifier: Apache-2.0
//
// Statuses: ok() and a code. absl::Status, google::protobuf's and arrow::Status (code, message), grpc::Status
// (error_code, error_message), rocksdb::Status (code, ToString).
#ifndef SPANSMITH_ERRORS_STATUS_H_
#define SPANSMITH_ERRORS_STATUS_H_

#pragma GCC system_header

#include <spansmith/errors/code.h>

namespace spansmith::injected::returned {

SPANSMITH_DETECT(HasOk, static_cast<bool>(value->ok()))
SPANSMITH_DETECT(HasCode, value->code())
SPANSMITH_DETECT(HasErrorCode, value->error_code())
SPANSMITH_DETECT(HasMessage, TextOf(value->message()))
SPANSMITH_DETECT(HasErrorMessage, TextOf(value->error_message()))
SPANSMITH_DETECT(HasToString, TextOf(value->ToString()))

template <typename C>
void SayAnyCode(Frame* frame, const C& code) {
  if constexpr (__is_enum(C)) {
    SayCode(frame, code);
  } else if constexpr (IsText(Null<C>)) {
    SayTypeText(frame, code);
  } else if constexpr (IsPlain(Null<C>)) {
    FailureNumber(frame, "", 0, false, static_cast<long long>(code));
  }
}

struct StatusBox {
  static constexpr bool kKnown = true;
  template <typename T>
  static constexpr bool Takes(const T* type) {
    return HasOk(type) && (HasCode(type) || HasErrorCode(type));
  }
  template <typename T>
  static bool IsError(const T& value) {
    return !static_cast<bool>(value.ok());
  }
  template <typename T>
  static ErrorKind Kind(const T& value) {
    if constexpr (HasCode(Null<T>)) {
      return KindOfCode(value.code());
    } else {
      return KindOfCode(value.error_code());
    }
  }
  template <typename T>
  static void SayType(Frame* frame, const T& value) {
    if constexpr (HasCode(Null<T>)) {
      SayAnyCode(frame, value.code());
    } else {
      SayAnyCode(frame, value.error_code());
    }
  }
  template <typename T>
  static void SayMessage(Frame* frame, const T& value) {
    if constexpr (HasMessage(Null<T>)) {
      SayMessageText(frame, value.message());
    } else if constexpr (HasErrorMessage(Null<T>)) {
      SayMessageText(frame, value.error_message());
    } else if constexpr (HasToString(Null<T>)) {
      SayMessageText(frame, value.ToString());
    }
  }
};

}  // namespace spansmith::injected::returned

#endif  // SPANSMITH_ERRORS_STATUS_H_
