// Copyright The Spansmith Authors
// SPDX-License-Identifier: Apache-2.0
//
// A part of spansmith/injected.h: the scoped objects that are put into functions.
#ifndef SPANSMITH_INJECTED_GUARD_H_
#define SPANSMITH_INJECTED_GUARD_H_

#pragma GCC system_header  // a user's -Weverything is about the user's code

#include <spansmith/injected/attributes.h>

namespace spansmith {
namespace injected {

// What SPANSMITH_PARENT says, evaluated before the guard.
class Parent {
 public:
  [[gnu::always_inline, gnu::artificial]] inline static bool Wanted(const Site& site) noexcept {
    return __atomic_load_n(&site.state, __ATOMIC_RELAXED) != Site::kOff;
  }
  // A C string (null: none), or data() and size().
  void Set(const char* text) noexcept {
    if (text != nullptr) Read(text, __builtin_strlen(text));
  }
  template <typename T>
  auto Set(const T& text) -> decltype(static_cast<void>(static_cast<const char*>(text.data()))) {
    Read(text.data(), static_cast<unsigned long>(text.size()));
  }
  void Failed();  // in the handler of an expression that threw; rethrows a forced unwind

  [[gnu::always_inline, gnu::artificial]] inline static bool sm_Wanted(const Site& site) noexcept {
    return Wanted(site);
  }
  template <typename T>
  auto sm_Set(const T& text) -> decltype(Set(text)) {
    Set(text);
  }
  void sm_Failed() { Failed(); }

 private:
  friend class Guard;
  void Read(const char* data, unsigned long size) noexcept {
    if (size == 0) return;
    context_ = ParseTraceparent(data, size);
    failed_ = context_.span_id == 0;
  }

  Context context_;
  bool failed_ = false;  // malformed, or the expression threw: counted with the failed attributes
};

// The scoped object that stands first in a rewritten body. Not copyable; used on one thread only.
class Guard : public Attributed {
 public:
  [[gnu::always_inline, gnu::artificial]] inline explicit Guard(Site* site) noexcept {
    frame_.flags = 0;
    if (__builtin_expect(__atomic_load_n(&site->state, __ATOMIC_RELAXED) != Site::kOff, 1)) Begin(&frame_, site);
  }
  [[gnu::always_inline, gnu::artificial]] inline Guard(Site* site, const Parent& parent) noexcept {
    frame_.flags = 0;
    if (__atomic_load_n(&site->state, __ATOMIC_RELAXED) == Site::kOff) return;
    BeginWithParent(&frame_, site, parent.context_);
    if (parent.failed_) ++frame_.failed_attributes;
  }
#if __cplusplus > 202002L && !defined(SPANSMITH_DEFINES_BEGIN_CONSTANT)
  // Of a function that may be evaluated at compile time: there it is none.
  [[gnu::always_inline, gnu::artificial]] constexpr explicit Guard(Site* (*site)()) noexcept {
    frame_.flags = 0;
    BeginConstant(&frame_, site);
  }
#endif
  [[gnu::always_inline, gnu::artificial]] SPANSMITH_CONSTANT inline ~Guard() {
    if (frame_.flags != 0) End(&frame_);
  }
  Guard(const Guard&) = delete;
  Guard& operator=(const Guard&) = delete;

  Frame* sm_Frame() noexcept { return &frame_; }  // for the bridge's other headers

  // `text`: static storage. What an error that leaves from here on means.
  [[gnu::always_inline, gnu::artificial]] SPANSMITH_CONSTANT inline void ErrorText(const char* text) noexcept {
    frame_.error_text = text;
  }

  // The span's name: a C string, or data() and size().
  void Name(const char* text) noexcept {
    SetName(&frame_, text == nullptr ? "" : text, text == nullptr ? 0 : __builtin_strlen(text));
  }
  template <typename T>
  auto Name(const T& text) -> decltype(static_cast<void>(static_cast<const char*>(text.data()))) {
    SetName(&frame_, text.data(), static_cast<unsigned long>(text.size()));
  }
  // A traceparent (a C string, or data() and size()), a range of such, or a std::optional of either.
  void Link(const char* text) noexcept {
    if (text != nullptr) AddLink(&frame_, text, __builtin_strlen(text));
  }
  template <typename T>
  void Link(const T& value) {
    LinkOf(value, 0);
  }
  void EventBegin(const char* name) noexcept { BeginEvent(&frame_, name); }
  void EventEnd() noexcept { EndEvent(&frame_); }

  // The span is an error: a description, which may be empty, of data() and size().
  template <typename T>
  auto Error(const T& text) noexcept -> decltype(static_cast<void>(static_cast<const char*>(text.data()))) {
    SetError(&frame_, text.data(), static_cast<unsigned long>(text.size()));
  }

  // What SPANSMITH_ERROR_WHEN says; `condition` is static text.
  template <typename T>
  auto sm_ErrorWhen(const char* condition, const T& holds) -> decltype(static_cast<void>(static_cast<bool>(holds))) {
    if (static_cast<bool>(holds)) Fail(&frame_, condition);
  }

  // sm_: as in Attributed.
  [[gnu::always_inline, gnu::artificial]] SPANSMITH_CONSTANT inline void sm_ErrorText(const char* text) noexcept {
    ErrorText(text);
  }
  void sm_EventBegin(const char* name) noexcept { EventBegin(name); }
  void sm_EventEnd() noexcept { EventEnd(); }
  template <typename T>
  auto sm_Name(const T& text) -> decltype(Name(text)) {
    Name(text);
  }
  template <typename T>
  void sm_Link(const T& value) {
    Link(value);
  }

 private:
  // As Attributed's.
  template <typename T>
  auto LinkOf(const T& value, int) -> decltype(static_cast<void>(static_cast<const char*>(value.data()))) {
    AddLink(&frame_, value.data(), static_cast<unsigned long>(value.size()));
  }
  template <typename T>
  auto LinkOf(const T& value, int) -> decltype(static_cast<void>(value.has_value()), static_cast<void>(*value)) {
    if (value.has_value()) Link(*value);
  }
  template <typename T>
  auto LinkOf(const T& value, long) -> decltype(static_cast<void>(value.begin() != value.end())) {
    for (const auto& one : value) Link(one);
  }
  template <typename T>
  void LinkOf(const T&, ...) {
    static_assert(sizeof(T) == 0,
                  "SPANSMITH_LINK takes a W3C traceparent (a C string, or data() and size()) or a range of these");
  }
};

// SPANSMITH_EXIT_ATTR: calls a lambda when the body ends. The lambda's parameter has a type of its own, so that those
// of the program keep their numbers in mangled names.
struct sm_Exiting {};
template <typename F>
class AtExit {
 public:
  explicit AtExit(F&& function) : function_(static_cast<F&&>(function)) {}
#if __cplusplus < 201703L
  // Before C++17 a compiler may be told not to make sm_AtExit's result in place.
  AtExit(AtExit&& other) : function_(static_cast<F&&>(other.function_)) { other.live_ = false; }
#endif
  // A forced unwind goes on.
  ~AtExit() noexcept(false) {
    if (live_) function_(sm_Exiting{});
  }
  AtExit(const AtExit&) = delete;
  AtExit& operator=(const AtExit&) = delete;

 private:
  F function_;
  bool live_ = true;
};
template <typename F>
[[gnu::always_inline, gnu::artificial]] inline AtExit<F> sm_AtExit(F&& function) {
  return AtExit<F>(static_cast<F&&>(function));
}

// The guard of a call: a temporary that ends with the full expression.
class sm_CallGuard {
 public:
  [[gnu::always_inline, gnu::artificial]] inline explicit sm_CallGuard(Site* site) noexcept : guard_(site) {}
  // `value` is a literal.
  template <typename T>
  sm_CallGuard&& sm_Set(const char* key, const T& value) && {
    if (guard_.Recording()) guard_.sm_Attribute(key, value);
    return static_cast<sm_CallGuard&&>(*this);
  }

 private:
  Guard guard_;
};

}  // namespace injected
}  // namespace spansmith

#endif  // SPANSMITH_INJECTED_GUARD_H_
