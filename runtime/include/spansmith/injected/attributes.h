// Copyright The Spansmith Authors
// SPDX-License-Identifier: Apache-2.0
//
// A part of spansmith/injected.h: what an attribute may be, and how it gets into a frame.
#ifndef SPANSMITH_INJECTED_ATTRIBUTES_H_
#define SPANSMITH_INJECTED_ATTRIBUTES_H_

#pragma GCC system_header  // a user's -Weverything is about the user's code

#include <spansmith/injected/frame.h>

namespace spansmith {
namespace injected {

// Whether an attribute takes the type as it is, without a conversion; by a pointer to it.
constexpr bool IsPlain(const bool*) { return true; }
constexpr bool IsPlain(const char*) { return true; }
constexpr bool IsPlain(const signed char*) { return true; }
constexpr bool IsPlain(const unsigned char*) { return true; }
constexpr bool IsPlain(const short*) { return true; }
constexpr bool IsPlain(const unsigned short*) { return true; }
constexpr bool IsPlain(const int*) { return true; }
constexpr bool IsPlain(const unsigned*) { return true; }
constexpr bool IsPlain(const long*) { return true; }
constexpr bool IsPlain(const unsigned long*) { return true; }
constexpr bool IsPlain(const long long*) { return true; }
constexpr bool IsPlain(const unsigned long long*) { return true; }
constexpr bool IsPlain(const float*) { return true; }
constexpr bool IsPlain(const double*) { return true; }
constexpr bool IsPlain(const long double*) { return true; }
template <typename T>
constexpr bool IsPlain(const T*) {
  return false;
}

template <typename T>
constexpr bool IsPointer(T* const*) {
  return true;
}
constexpr bool IsPointer(const void*) { return false; }

// What an element of an array becomes; by a pointer to it.
constexpr ArrayOf ElementKind(const bool*) { return ArrayOf::kBool; }
constexpr ArrayOf ElementKind(const float*) { return ArrayOf::kDouble; }
constexpr ArrayOf ElementKind(const double*) { return ArrayOf::kDouble; }
constexpr ArrayOf ElementKind(const long double*) { return ArrayOf::kDouble; }
template <typename T>
constexpr ArrayOf ElementKind(const T* type) {
  return IsPlain(type) || __is_enum(T) ? ArrayOf::kInt64 : ArrayOf::kString;
}
constexpr bool IsChar(const char*) { return true; }
constexpr bool IsChar(const void*) { return false; }
constexpr bool MayBeLarge(const unsigned long*) { return true; }  // above INT64_MAX
constexpr bool MayBeLarge(const unsigned long long*) { return true; }
constexpr bool MayBeLarge(const void*) { return false; }

// A pointer to the type of a range's elements, which for std::vector<bool> is not what dereferencing gives.
template <typename T>
T* PointerTo(const T&);
template <typename R>
auto ElementsOf(const R&, int) -> typename R::value_type*;
template <typename R>
auto ElementsOf(const R& range, long) -> decltype(PointerTo(*range.begin()));

// A frame, as attributes see it: a guard is one.
class Attributed {
 public:
  // Whether attributes are wanted; expressions are evaluated only if so.
  [[gnu::always_inline, gnu::artificial]] SPANSMITH_CONSTANT inline bool Recording() const noexcept {
    return (frame_.flags & Frame::kRecording) != 0;
  }

  // One attribute; `key` is static text, the value is copied. bool, char (a string of one), integers, floating point,
  // unscoped enums (their integer), C strings (null: ""), data()/size() strings; arrays and ranges (begin() and end())
  // of these but char; a std::optional of any (empty: no attribute). A number above INT64_MAX is a string; one in an
  // array makes strings of all.
  void sm_Attribute(const char* key, bool value) noexcept { AddBool(&frame_, key, value); }
  void sm_Attribute(const char* key, char value) noexcept { AddString(&frame_, key, &value, 1); }
  void sm_Attribute(const char* key, signed char value) noexcept { AddInt64(&frame_, key, value); }
  void sm_Attribute(const char* key, unsigned char value) noexcept { AddInt64(&frame_, key, value); }
  void sm_Attribute(const char* key, short value) noexcept { AddInt64(&frame_, key, value); }
  void sm_Attribute(const char* key, unsigned short value) noexcept { AddInt64(&frame_, key, value); }
  void sm_Attribute(const char* key, int value) noexcept { AddInt64(&frame_, key, value); }
  void sm_Attribute(const char* key, unsigned value) noexcept { AddInt64(&frame_, key, value); }
  void sm_Attribute(const char* key, long value) noexcept { AddInt64(&frame_, key, value); }
  void sm_Attribute(const char* key, unsigned long value) noexcept { AddUint64(&frame_, key, value); }
  void sm_Attribute(const char* key, long long value) noexcept { AddInt64(&frame_, key, value); }
  void sm_Attribute(const char* key, unsigned long long value) noexcept { AddUint64(&frame_, key, value); }
  void sm_Attribute(const char* key, float value) noexcept { AddDouble(&frame_, key, static_cast<double>(value)); }
  void sm_Attribute(const char* key, double value) noexcept { AddDouble(&frame_, key, value); }
  void sm_Attribute(const char* key, long double value) noexcept {
    AddDouble(&frame_, key, static_cast<double>(value));
  }
  void sm_Attribute(const char* key, const char* value) noexcept {
    AddString(&frame_, key, value == nullptr ? "" : value, value == nullptr ? 0 : __builtin_strlen(value));
  }
  void sm_Attribute(const char* key, char* value) noexcept { sm_Attribute(key, static_cast<const char*>(value)); }
  template <typename T, unsigned long size>
  void sm_Attribute(const char* key, const T (&values)[size]) {
    AddElements(key, values, static_cast<const T*>(nullptr));
  }
  template <typename T>
  void sm_Attribute(const char* key, const T& value) {
    if constexpr (IsPointer(static_cast<const T*>(nullptr))) {
      static_assert(sizeof(T) == 0, "a pointer is not a value of a Spansmith attribute: write what it points to");
    } else {
      AttributeOf(key, value, 0);
    }
  }
  template <typename T>
  void Attribute(const char* key, const T& value) {
    sm_Attribute(key, value);
  }

  // As sm_Attribute, where the type can be a value and is no pointer; else nothing.
  template <typename T>
  void sm_Argument(const char* key, const T& value) {
    if constexpr (IsPlain(static_cast<const T*>(nullptr))) {
      sm_Attribute(key, value);
    } else if constexpr (__is_enum(T)) {
      EnumOf(key, value, 0);
    } else {
      ArgumentOf(key, value, 0);
    }
  }

  // Called from `catch (...)` around one attribute expression.
  void AttributeFailed(const char* key) { injected::AttributeFailed(&frame_, key); }

  // sm_: what rewritten text spells; no macro of a program is called so.
  [[gnu::always_inline, gnu::artificial]] SPANSMITH_CONSTANT inline bool sm_Recording() const noexcept {
    return Recording();
  }
  void sm_AttributeFailed(const char* key) { AttributeFailed(key); }

 protected:
  Frame frame_;

 private:
  // The third argument ranks them: 0 is an int, so the long is taken only where no other can be.
  template <typename T>
  auto AttributeOf(const char* key, const T& value, int)
      -> decltype(static_cast<void>(static_cast<const char*>(value.data())),
                  static_cast<void>(static_cast<unsigned long>(value.size()))) {
    AddString(&frame_, key, value.data(), static_cast<unsigned long>(value.size()));
  }
  template <typename T>
  auto AttributeOf(const char* key, const T& value, int)
      -> decltype(static_cast<void>(value.has_value()), static_cast<void>(*value)) {
    if (value.has_value()) sm_Attribute(key, *value);
  }
  // Unscoped enums: what the unary plus makes of them is an integer.
  template <typename T>
  auto AttributeOf(const char* key, const T& value, int) -> decltype(static_cast<void>(+value)) {
    static_assert(__is_enum(T), "the value of a Spansmith attribute must be a plain value");
    sm_Attribute(key, +value);
  }
  template <typename T>
  auto AttributeOf(const char* key, const T& value, long)
      -> decltype(static_cast<void>(value.begin() != value.end()), static_cast<void>(ElementsOf(value, 0))) {
    AddElements(key, value, static_cast<decltype(ElementsOf(value, 0))>(nullptr));
  }
  template <typename T>
  void AttributeOf(const char*, const T&, ...) {
    static_assert(sizeof(T) == 0,
                  "the value of a Spansmith attribute must be bool, a character, a number, an unscoped enum, a string "
                  "(a C string, or data() and size()), an array or range of these, or a std::optional of any");
  }

  // The elements one by one: they may come from anywhere. One that throws leaves no attribute.
  template <typename R, typename E>
  void AddElements(const char* key, const R& values, const E*) {
    constexpr const E* type = nullptr;
    static_assert(!IsChar(type), "an array of characters is no value of a Spansmith attribute: give its text");
    if constexpr (!MayBeLarge(type)) {
      ArrayAttribute array(&frame_, key, ElementKind(type));
      for (const auto& each : values) AddElement<ElementKind(type)>(array, each);
      array.Done();
    } else {
      bool large = false;
      for (const auto& each : values) large = large || (each >> 63) != 0;
      ArrayAttribute array(&frame_, key, large ? ArrayOf::kString : ArrayOf::kInt64);
      for (const auto& each : values) array.AddUint64(each, large);
      array.Done();
    }
  }
  template <ArrayOf kind, typename T>
  static void AddElement(ArrayAttribute& array, const T& value) {
    if constexpr (kind == ArrayOf::kBool) {
      array.AddBool(static_cast<bool>(value));
    } else if constexpr (kind == ArrayOf::kDouble) {
      array.AddDouble(static_cast<double>(value));
    } else if constexpr (kind == ArrayOf::kInt64) {
      array.AddInt64(+value);
    } else {
      AddText(array, value, 0);
    }
  }
  static void AddText(ArrayAttribute& array, const char* text, int) noexcept {
    array.AddString(text == nullptr ? "" : text, text == nullptr ? 0 : __builtin_strlen(text));
  }
  template <typename T>
  static auto AddText(ArrayAttribute& array, const T& text, int)
      -> decltype(static_cast<void>(static_cast<const char*>(text.data()))) {
    array.AddString(text.data(), static_cast<unsigned long>(text.size()));
  }
  template <typename T>
  static void AddText(ArrayAttribute&, const T&, long) {
    static_assert(sizeof(T) == 0,
                  "the elements of an array that is the value of a Spansmith attribute must be bool, numbers, unscoped "
                  "enums or strings (C strings, or data() and size())");
  }

  template <typename T>
  auto ArgumentOf(const char* key, const T& value, int)
      -> decltype(static_cast<void>(static_cast<const char*>(value.data())),
                  static_cast<void>(static_cast<unsigned long>(value.size()))) {
    AddString(&frame_, key, value.data(), static_cast<unsigned long>(value.size()));
  }
  template <typename T>
  auto ArgumentOf(const char* key, const T& value, int)
      -> decltype(static_cast<void>(value.has_value()), static_cast<void>(*value)) {
    if (value.has_value()) sm_Argument(key, *value);
  }
  template <typename T>
  void ArgumentOf(const char*, const T&, long) {}
  template <typename T>
  auto EnumOf(const char* key, const T& value, int) -> decltype(static_cast<void>(+value)) {
    sm_Attribute(key, +value);
  }
  template <typename T>
  void EnumOf(const char*, const T&, long) {}  // with `class`
};

}  // namespace injected
}  // namespace spansmith

#endif  // SPANSMITH_INJECTED_ATTRIBUTES_H_
