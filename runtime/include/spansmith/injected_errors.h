// Copyright The Spansmith Authors
// SPDX-License-Identifier: Apache-2.0
//
// The bridge, where a function returns what may be an error: the generator includes this too (spansmith/injected.h,
// whose rules hold here). What is an error is found by the type's members, so nothing of its library is included: boxes
// in spansmith/errors/, and before them specialisations of spansmith::ErrorTraits.
//
// Cost: a value that is no error costs its own `ok()`; one of another type nothing at all. An error takes no lock and
// allocates nothing (the user's message() may).
#ifndef SPANSMITH_INJECTED_ERRORS_H_
#define SPANSMITH_INJECTED_ERRORS_H_

#pragma GCC system_header

#include <spansmith/errors.h>
#include <spansmith/errors/boxes.h>
#include <spansmith/injected.h>

namespace spansmith::injected {

// What stands in SPANSMITH_ANSWERS: a bit for each ErrorKind.
constexpr unsigned AnswerBit(ErrorKind kind) { return 1u << static_cast<unsigned>(kind); }
constexpr unsigned kUsualAnswers = AnswerBit(ErrorKind::kNotFound) | AnswerBit(ErrorKind::kCancelled);

template <typename Box, typename T>
[[gnu::noinline, gnu::cold]] void DescribeFailure(Frame* frame, const T& value, unsigned answers) {
  const ErrorKind kind = Box::Kind(value);
  BeginFailure(frame, kind, (answers & AnswerBit(kind)) != 0);
  Box::SayType(frame, value);
  Box::SayMessage(frame, value);
  EndFailure(frame);
}

template <typename Box, typename T>
[[gnu::always_inline, gnu::artificial]] inline void LookWith(Guard& guard, const T& value, unsigned answers) {
#if defined(__cpp_exceptions)
  try {
    if (Box::IsError(value)) DescribeFailure<Box>(guard.sm_Frame(), value, answers);
  } catch (...) {
    guard.sm_AttributeFailed("ErrorTraits");
  }
#else
  if (Box::IsError(value)) DescribeFailure<Box>(guard.sm_Frame(), value, answers);
#endif
}

// The value that a function returns; the span is recorded.
template <typename T>
[[gnu::always_inline, gnu::artificial]] inline void sm_LookAt(Guard& guard, const T& value,
                                                              unsigned answers = kUsualAnswers) {
  using Box = decltype(returned::BoxOf(returned::Null<T>));
  if constexpr (Box::kKnown) LookWith<Box>(guard, value, answers);
}

// What the returned value is made of, on its way: an error that is converted, as absl::Status to absl::StatusOr<T>, or
// one that is wrapped as such (std::unexpected).
template <typename T>
[[gnu::always_inline, gnu::artificial]] inline T&& sm_Passing(Guard& guard, T&& value,
                                                              unsigned answers = kUsualAnswers) {
  using Box = decltype(returned::BoxOfPart(returned::Null<returned::Bare<T>>));
  if constexpr (Box::kKnown) {
    if (guard.sm_Recording()) LookWith<Box>(guard, value, answers);
  }
  return static_cast<T&&>(value);
}

// The same for a `return` out of a macro: `return sm_Tap(guard) = value`, whatever the value goes on with.
class sm_Tap {
 public:
  [[gnu::always_inline, gnu::artificial]] inline explicit sm_Tap(Guard& guard, unsigned answers = kUsualAnswers)
      : guard_(guard), answers_(answers) {}
  template <typename T>
  [[gnu::always_inline, gnu::artificial]] inline T&& operator=(T&& value) {
    return sm_Passing(guard_, static_cast<T&&>(value), answers_);
  }

 private:
  Guard& guard_;
  unsigned answers_;
};

// Of a value that becomes an R.
template <typename R>
class sm_TapInto {
 public:
  [[gnu::always_inline, gnu::artificial]] inline explicit sm_TapInto(Guard& guard, unsigned answers = kUsualAnswers)
      : guard_(guard), answers_(answers) {}
  template <typename T>
  [[gnu::always_inline, gnu::artificial]] inline R operator=(T&& value) {
    R out = static_cast<T&&>(value);
    if (guard_.sm_Recording()) sm_LookAt(guard_, out, answers_);
    return out;
  }

 private:
  Guard& guard_;
  unsigned answers_;
};

}  // namespace spansmith::injected

#endif  // SPANSMITH_INJECTED_ERRORS_H_
