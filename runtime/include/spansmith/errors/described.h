// Copyright The Spansmith Authors
// SPDX-License-Identifier: Apache-2.0
//
// What an std::expected or an outcome holds as its error, if no other box takes it: an enumerator, a text, an exception
// object, anything. Its position says that it is an error, so IsError is always true; no function's value is looked at
// with this one.
#ifndef SPANSMITH_ERRORS_DESCRIBED_H_
#define SPANSMITH_ERRORS_DESCRIBED_H_

#pragma GCC system_header

#include <spansmith/errors/status.h>

namespace spansmith::injected::returned {

SPANSMITH_DETECT(HasWhat, static_cast<const char*>(value->what()))

struct DescribedBox {
  static constexpr bool kKnown = false;
  template <typename E>
  static bool IsError(const E&) {
    return true;
  }
  template <typename E>
  static ErrorKind Kind(const E& error) {
    if constexpr (__is_enum(E)) {
      return KindOfCode(error);
    } else if constexpr (HasCode(Null<E>)) {
      return KindOfCode(error.code());
    } else {
      return ErrorKind::kOther;
    }
  }
  template <typename E>
  static void SayType(Frame* frame, const E& error) {
    if constexpr (__is_enum(E)) {
      SayCode(frame, error);
    } else if constexpr (!IsText(Null<E>)) {  // a text is no type
      SayTypeName<E>(frame);
    }
  }
  template <typename E>
  static void SayMessage(Frame* frame, const E& error) {
    if constexpr (IsText(Null<E>)) {
      SayMessageText(frame, error);
    } else if constexpr (HasWhat(Null<E>)) {
      SayMessageText(frame, error.what());
    } else if constexpr (HasMessage(Null<E>)) {
      SayMessageText(frame, error.message());
    }
  }
};

}  // namespace spansmith::injected::returned

#endif  // SPANSMITH_ERRORS_DESCRIBED_H_
