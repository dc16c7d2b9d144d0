// Copyright The Spansmith Authors
// SPDX-License-Identifier: Apache-2.0
//
// The name of a kind at compile time, for `{T}` in a span's name: SPANSMITH_SPAN("Get({T})") on a template with T =
// Etcd is span `Get(Etcd)`. Includes nothing. In order: a specialisation of KindName, a static member `T::kKind` (a
// string literal or a constexpr array of char), the type's own name without its namespaces.
//
//   template <> inline constexpr spansmith::KindText spansmith::KindName<apps::v1::StatefulSetObject> = "StatefulSet";
#ifndef SPANSMITH_KIND_NAME_H_
#define SPANSMITH_KIND_NAME_H_

#if defined(__GNUC__)
#pragma GCC system_header  // keeps -Weverything silent in a user's build
#endif

namespace spansmith {

// A piece of static text, not necessarily NUL-terminated. Literal type; trivially copyable.
struct KindText {
  const char* data = "";
  unsigned long size = 0;  // bytes

  constexpr KindText() = default;
  constexpr KindText(const char* text) : data(text) {  // NOLINT(google-explicit-constructor): reads as a string
    while (text[size] != '\0') ++size;
  }
  constexpr KindText(const char* text, unsigned long length) : data(text), size(length) {}
};

namespace kind_name_internal {

template <typename T>
constexpr KindText PrettyFunction() {
  return KindText(__PRETTY_FUNCTION__, sizeof(__PRETTY_FUNCTION__) - 1);
}

// "... [with T = a::b::Etcd]" (g++), "... [T = a::b::Etcd]" (clang++): the type's text, then without what qualifies it.
template <typename T>
constexpr KindText TypeName() {
  const KindText text = PrettyFunction<T>();
  unsigned long begin = 0;
  while (begin + 4 < text.size && !(text.data[begin] == 'T' && text.data[begin + 1] == ' ' &&
                                    text.data[begin + 2] == '=' && text.data[begin + 3] == ' ')) {
    ++begin;
  }
  begin += 4;
  unsigned long end = begin;
  unsigned long name = begin;
  for (int depth = 0; end < text.size; ++end) {
    const char c = text.data[end];
    if (depth == 0 && (c == ']' || c == ';')) break;
    if (c == '<' || c == '(' || c == '{' || c == '[') ++depth;
    if (c == '>' || c == ')' || c == '}' || c == ']') --depth;
    if (depth == 0 && c == ':') name = end + 1;
  }
  return KindText(text.data + name, end - name);
}

template <typename T>
constexpr auto Choose(int) -> decltype(KindText(T::kKind)) {
  return KindText(T::kKind);
}
template <typename T>
constexpr KindText Choose(long) {
  return TypeName<T>();
}

}  // namespace kind_name_internal

template <typename T>
inline constexpr KindText KindName = kind_name_internal::Choose<T>(0);

}  // namespace spansmith

#endif  // SPANSMITH_KIND_NAME_H_
