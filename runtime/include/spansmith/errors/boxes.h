// Copyright The Spansmith Authors
// SPDX-License-Identifier: Apache-2.0
//
// Which box a type belongs into, at compile time. To add one: a file like status.h, a line here, its members in
// generator/select/error_types.cc, a row in docs/errors.md, a type in tests/generator/cases/errors/every-type.
#ifndef SPANSMITH_ERRORS_BOXES_H_
#define SPANSMITH_ERRORS_BOXES_H_

#pragma GCC system_header

#include <spansmith/errors/described.h>
#include <spansmith/errors/error_code.h>
#include <spansmith/errors/holders.h>
#include <spansmith/errors/status.h>
#include <spansmith/errors/traits.h>

namespace spansmith::injected::returned {

struct NoBox {
  static constexpr bool kKnown = false;
};

template <typename T>
constexpr auto BoxOf(const T* type) {
  if constexpr (TraitsBox::Takes(Null<T>)) {
    return TraitsBox{};
  } else if constexpr (Aws::Takes(Null<T>)) {
    return HolderBox<Aws>{};
  } else if constexpr (Outcome::Takes(Null<T>)) {
    return HolderBox<Outcome>{};
  } else if constexpr (Expected::Takes(Null<T>)) {
    return HolderBox<Expected>{};
  } else if constexpr (StatusOr::Takes(Null<T>)) {
    return HolderBox<StatusOr>{};
  } else if constexpr (StatusBox::Takes(Null<T>)) {
    return StatusBox{};
  } else if constexpr (ErrorCodeBox::Takes(Null<T>)) {
    return ErrorCodeBox{};
  } else {
    return NoBox{};
  }
}

// Of a value that is an error because of where it stands.
template <typename E>
constexpr auto BoxOfError(const E* type) {
  if constexpr (decltype(BoxOf(Null<E>))::kKnown) {
    return decltype(BoxOf(Null<E>)){};
  } else {
    return DescribedBox{};
  }
}

// Of what is converted into the returned value.
template <typename T>
constexpr auto BoxOfPart(const T* type) {
  if constexpr (decltype(BoxOf(Null<T>))::kKnown) {
    return decltype(BoxOf(Null<T>)){};
  } else if constexpr (Unexpected::Takes(Null<T>)) {
    return HolderBox<Unexpected>{};
  } else {
    return NoBox{};
  }
}

}  // namespace spansmith::injected::returned

#undef SPANSMITH_DETECT

#endif  // SPANSMITH_ERRORS_BOXES_H_
