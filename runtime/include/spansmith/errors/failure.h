// Copyright The Spansmith Authors
// SPDX-License-Identifier: Apache-2.0
//
// How boxes say what an error is: into the span that returns it (runtime/record/failure.cc), and what they share to
// find members and texts. Includes no standard header.
#ifndef SPANSMITH_ERRORS_FAILURE_H_
#define SPANSMITH_ERRORS_FAILURE_H_

#pragma GCC system_header

#include <spansmith/errors.h>
#include <spansmith/injected.h>

// `Name(pointer to T)`: whether the expression, in which `value` is a const T*, compiles. Undefined again in boxes.h.
#define SPANSMITH_DETECT(Name, ...)                                                       \
  template <typename T>                                                                   \
  constexpr auto Name(const T* value) -> decltype(static_cast<void>(__VA_ARGS__), true) { \
    return value == nullptr || true;                                                      \
  }                                                                                       \
  constexpr bool Name(const void*) { return false; }

namespace spansmith::injected {

// The span is an error, or was given an answer. Then its type and message, each at most once, and EndFailure.
void BeginFailure(Frame* frame, ErrorKind kind, bool is_answer) noexcept;
void FailureType(Frame* frame, const char* data, unsigned long size) noexcept;
// The type is `name`, then in parentheses (`store::Errc(3)`) or behind a colon (`generic:2`) the number.
void FailureNumber(Frame* frame, const char* name, unsigned long size, bool colon, long long number) noexcept;
void FailureMessage(Frame* frame, const char* data, unsigned long size) noexcept;
void EndFailure(Frame* frame) noexcept;

namespace returned {

template <typename T>
struct BareType {
  using type = T;
};
template <typename T>
struct BareType<T&> : BareType<T> {};
template <typename T>
struct BareType<T&&> : BareType<T> {};
template <typename T>
struct BareType<const T> : BareType<T> {};
template <typename T>
using Bare = typename BareType<T>::type;

// A value of type T, for an expression that is not evaluated: what a member gives, without reference and const.
template <typename T>
constexpr const Bare<T>* PointerTo(T&&) {
  return nullptr;
}
template <typename T>
constexpr const T* Null = nullptr;

SPANSMITH_DETECT(HasDataAndSize, static_cast<const char*>(value->data()), static_cast<unsigned long>(value->size()))

constexpr bool IsText(const char* const*) { return true; }
constexpr bool IsText(char* const*) { return true; }
template <typename T>
constexpr bool IsText(const T* value) {
  return HasDataAndSize(value);
}

struct Text {
  const char* data;
  unsigned long size;
};
inline Text TextOf(const char* text) {
  return {text == nullptr ? "" : text, text == nullptr ? 0 : __builtin_strlen(text)};
}
template <typename T>
Text TextOf(const T& text) {
  return {text.data(), static_cast<unsigned long>(text.size())};
}
// The text may be a temporary: it lives as long as the call.
template <typename T>
void SayTypeText(Frame* frame, const T& text) {
  const Text bytes = TextOf(text);
  FailureType(frame, bytes.data, bytes.size);
}
template <typename T>
void SayMessageText(Frame* frame, const T& text) {
  const Text bytes = TextOf(text);
  FailureMessage(frame, bytes.data, bytes.size);
}

// The type's name as compilers write it, with its namespaces.
template <typename T>
Text TypeName() {
  const char* const pretty = __PRETTY_FUNCTION__;  // "... [with T = a::B; ...]" (g++), "... [T = a::B]" (clang++)
  unsigned long begin = 0;
  while (!Begins(pretty + begin, "T = ")) ++begin;
  begin += 4;
  unsigned long end = begin;
  for (int depth = 0; pretty[end] != '\0'; ++end) {
    const char c = pretty[end];
    if (depth == 0 && (c == ']' || c == ';')) break;
    if (c == '<' || c == '(' || c == '{' || c == '[') ++depth;
    if (c == '>' || c == ')' || c == '}' || c == ']') --depth;
  }
  return {pretty + begin, end - begin};
}
template <typename T>
void SayTypeName(Frame* frame) {
  const Text name = TypeName<T>();
  FailureType(frame, name.data, name.size);
}

}  // namespace returned
}  // namespace spansmith::injected

#endif  // SPANSMITH_ERRORS_FAILURE_H_
