// Copyright The Spansmith Authors
// SPDX-License-Identifier: Apache-2.0
//
// What a returned value of a type of your own says about errors. Includes nothing, needs no runtime, and does nothing
// by itself: a specialisation is read in functions that have a span and return the type. It stands with the type,
// before the first function that returns it.
//
//   template <>
//   struct spansmith::ErrorTraits<store::Result> {
//     static bool IsError(const store::Result& r) { return !r.done(); }
//     static const char* Type(const store::Result& r) { return r.code_name(); }  // error.type
//     static std::string Message(const store::Result& r) { return r.text(); }    // in the status description
//   };
//
// IsError is needed, the others are not: Type (a class of errors, not an instance), Message, and
// `static ErrorKind Kind(const T&)`. Type and Message give a C string or anything with data() and size(), called only
// where IsError is true, on the thread that returns, while the span is recorded. One that throws is counted with the
// span's failed attributes. Types of well-known shapes (absl::Status, std::expected, ...: docs/errors.md) need none; a
// specialisation goes before what their shape says.
#ifndef SPANSMITH_ERRORS_H_
#define SPANSMITH_ERRORS_H_

#if defined(__GNUC__)
#pragma GCC system_header  // keeps -Weverything silent in a user's build
#endif

namespace spansmith {

// What an error is, where it may be the answer to what was asked. Those of SPANSMITH_ANSWERS, and without it kNotFound
// and kCancelled, leave the span without an error.
enum class ErrorKind : unsigned char { kOther, kNotFound, kAlreadyExists, kConflict, kCancelled };

// `Enable` is for specialisations by condition (std::enable_if_t<std::is_base_of_v<Base, T>>).
template <typename T, typename Enable = void>
struct ErrorTraits;

}  // namespace spansmith

#endif  // SPANSMITH_ERRORS_H_
