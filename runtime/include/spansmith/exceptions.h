// Copyright The Spansmith Authors
// SPDX-License-Identifier: Apache-2.0
//
// What an exception of one's own says, by the same spansmith::ErrorTraits as a returned value (spansmith/errors.h): its
// class of errors, its words, and whether it is an error at all. An exception's type is known at run time only, so the
// program names those that it means, once, when it starts:
//
//   template <>
//   struct spansmith::ErrorTraits<kube::ApiError> {
//     static bool IsError(const kube::ApiError& e) { return e.status() != 404; }
//     static std::string Type(const kube::ApiError& e) { return std::to_string(e.status()); }
//   };
//   spansmith::KnowException<kube::ApiError>();
//
// Needs run-time type information. docs/errors.md.
#ifndef SPANSMITH_EXCEPTIONS_H_
#define SPANSMITH_EXCEPTIONS_H_

#include <spansmith/injected_errors.h>

#include <typeinfo>

namespace spansmith {
namespace exceptions_internal {

// Writes what the object says into the frame. True: it is an answer, and no error.
using Describe = bool (*)(injected::Frame* frame, const void* object) noexcept;
bool Register(const std::type_info& type, Describe describe) noexcept;

template <typename E>
bool DescribeAs(injected::Frame* frame, const void* object) noexcept {
  using Box = injected::returned::TraitsBox;
  try {
    const E& error = *static_cast<const E*>(object);
    const ErrorKind kind = Box::Kind(error);
    const bool answer = !Box::IsError(error) || (injected::kUsualAnswers & injected::AnswerBit(kind)) != 0;
    injected::BeginFailure(frame, kind, answer);
    if constexpr (injected::returned::HasTraitsType(injected::returned::Null<E>)) Box::SayType(frame, error);
    Box::SayMessage(frame, error);
    return answer;
  } catch (...) {
    ++frame->failed_attributes;
    return false;
  }
}

}  // namespace exceptions_internal

// From now on exceptions of this type, and of types derived from it, say what ErrorTraits<E> says, in every span that
// they leave; what it does not say (Type, Message) is the exception's type and what(). Where IsError is false, or Kind
// is kNotFound or kCancelled, the exception is an answer: the span is no error (`spansmith.answer`). Of several that
// fit the last one named holds. False: more than 64 are named. Any thread.
template <typename E>
bool KnowException() noexcept {
  static_assert(injected::returned::HasTraits(injected::returned::Null<E>),
                "write an ErrorTraits<E> with IsError first");
  return exceptions_internal::Register(typeid(E), &exceptions_internal::DescribeAs<E>);
}

}  // namespace spansmith

#endif  // SPANSMITH_EXCEPTIONS_H_
