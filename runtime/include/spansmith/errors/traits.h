// Copyright The Spansmith Authors
// SPDX-License-Identifier: Apache-2.0
//
// The box of types that have a spansmith::ErrorTraits: it goes before all others.
#ifndef SPANSMITH_ERRORS_TRAITS_H_
#define SPANSMITH_ERRORS_TRAITS_H_

#pragma GCC system_header

#include <spansmith/errors/failure.h>

namespace spansmith::injected::returned {

SPANSMITH_DETECT(HasTraits, static_cast<bool>(ErrorTraits<T>::IsError(*value)))
SPANSMITH_DETECT(HasTraitsKind, static_cast<ErrorKind>(ErrorTraits<T>::Kind(*value)))
SPANSMITH_DETECT(HasTraitsType, ErrorTraits<T>::Type(*value))
SPANSMITH_DETECT(HasTraitsMessage, ErrorTraits<T>::Message(*value))

struct TraitsBox {
  static constexpr bool kKnown = true;
  template <typename T>
  static constexpr bool Takes(const T* type) {
    return HasTraits(type);
  }
  template <typename T>
  static bool IsError(const T& value) {
    return static_cast<bool>(ErrorTraits<T>::IsError(value));
  }
  template <typename T>
  static ErrorKind Kind(const T& value) {
    if constexpr (HasTraitsKind(Null<T>)) return ErrorTraits<T>::Kind(value);
    return ErrorKind::kOther;
  }
  template <typename T>
  static void SayType(Frame* frame, const T& value) {
    if constexpr (HasTraitsType(Null<T>)) {
      SayTypeText(frame, ErrorTraits<T>::Type(value));
    } else {
      SayTypeName<T>(frame);
    }
  }
  template <typename T>
  static void SayMessage(Frame* frame, const T& value) {
    if constexpr (HasTraitsMessage(Null<T>)) SayMessageText(frame, ErrorTraits<T>::Message(value));
  }
};

}  // namespace spansmith::injected::returned

#endif  // SPANSMITH_ERRORS_TRAITS_H_
