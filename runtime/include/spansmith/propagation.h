// Copyright The Spansmith Authors
// SPDX-License-Identifier: Apache-2.0
//
// Contexts from process to process, in the headers that OTEL_PROPAGATORS says: W3C Trace Context (traceparent,
// tracestate), W3C Baggage (baggage), B3 (b3; X-B3-*). For code that moves them by hand: SPANSMITH_PARENT,
// SPANSMITH_INJECT and SPANSMITH_CARRY do a part of it by annotation, and rule packs all of it. docs/propagation.md.
// Any thread. C++17, standard library only.
//
//   const spansmith::ContextScope scope(spansmith::Extract(request.headers));
//   Handle(request);  // an instrumented function: a child of the caller's span
//   ...
//   spansmith::Inject(other.headers);  // the current span, its baggage
//
// Bad input never fails: what is malformed, too much, or came twice where it may not, is left out as the specification
// of the header says, counted (spansmith.propagation.refused) and told once; the request goes on, as a new trace. So
// does one whose carrier throws.
#ifndef SPANSMITH_PROPAGATION_H_
#define SPANSMITH_PROPAGATION_H_

#include <spansmith/context.h>

#include <cstddef>
#include <string>
#include <string_view>
#include <type_traits>
#include <utility>
#include <vector>

namespace spansmith {

using ContextScope = ScopedContext;

// span_id 0 if the traceparent is malformed; a malformed tracestate is left out (sections 3.2.2 and 3.3.1.6).
Context ContextOf(std::string_view traceparent, std::string_view tracestate = {}) noexcept;

// "" if there is none.
std::string TraceparentOf(const Context& context);
std::string TracestateOf(const Context& context);

// The number of a tracestate, for Context::trace_state and SamplingResult; 0 if it is malformed or empty. The number is
// good for as long as fewer than some thousand others were made after it was last used; then it reads as "".
unsigned TracestateNumber(std::string_view tracestate) noexcept;

// The headers that Inject may set and Extract looks at, lower case.
std::vector<std::string_view> PropagationFields();

// Whether a host may be sent these headers (SPANSMITH_PROPAGATE_TO, SPANSMITH_NO_PROPAGATE_TO). Inject knows no hosts:
// who calls it asks. `host`: as in a URL, without a port.
bool MayPropagateTo(std::string_view host) noexcept;

// What Extract puts together, for carriers that are walked through: every header is given to it, in order; it takes
// what it knows. One thread.
class Extraction {
 public:
  Extraction() noexcept;
  // `name` in any case. Blanks and tabs around the value are none of it (RFC 9110, 5.5).
  void Header(std::string_view name, std::string_view value) noexcept;
  // flags has kRemote if there is a span. Baggage may come without one.
  Context Result() noexcept;

 private:
  void Take(std::string_view name, std::string_view value);

  Context parent_;
  unsigned parents_ = 0;  // traceparent headers
  bool too_much_ = false;
  std::string refused_;  // the traceparent that was
  std::string states_, baggage_;
  Context b3_;
  unsigned b3s_ = 0;
  bool b3_bad_ = false;
  std::string b3_trace_id_, b3_span_id_, b3_parent_id_, b3_sampled_, b3_flags_;
};

namespace propagation_internal {

// Calls set(carrier, name, value) for each header of the context. False: nothing to send.
using Set = void (*)(void* carrier, std::string_view name, std::string_view value);
bool InjectInto(const Context& context, Set set, void* carrier);
// In the handler of a carrier that threw: counted; rethrows a forced unwind.
void CarrierThrew();

template <typename T>
auto Text(const T& text, int) -> decltype(std::string_view(text)) {
  if constexpr (std::is_pointer_v<T>) {
    if (text == nullptr) return {};
  }
  return std::string_view(text);
}
template <typename T>
auto Text(const T& text, long)
    -> decltype(std::string_view(static_cast<const char*>(text.data()), static_cast<std::size_t>(text.size()))) {
  return {static_cast<const char*>(text.data()), static_cast<std::size_t>(text.size())};
}
template <typename T>
auto Text(const T& text, ...) -> decltype(std::string_view(*text)) {
  return text ? std::string_view(*text) : std::string_view();
}

inline bool SameName(std::string_view a, std::string_view b) {
  const auto lower = [](char c) { return c >= 'A' && c <= 'Z' ? static_cast<char>(c - 'A' + 'a') : c; };
  if (a.size() != b.size()) return false;
  for (std::size_t i = 0; i < a.size(); ++i) {
    if (lower(a[i]) != lower(b[i])) return false;
  }
  return true;
}

template <typename C, typename = void>
struct IsSetter : std::false_type {};
template <typename C>
struct IsSetter<C, std::void_t<decltype(std::declval<C&>()(std::string_view(), std::string_view()))>> : std::true_type {
};
template <typename C, typename = void>
struct IsMap : std::false_type {};
template <typename C>
struct IsMap<C, std::void_t<typename C::key_type, typename C::mapped_type>> : std::true_type {};
template <typename C, typename = void>
struct HasPairs : std::false_type {};
template <typename C>
struct HasPairs<C, std::void_t<decltype(std::declval<const C&>().begin()->first),
                               decltype(std::declval<const C&>().begin()->second)>> : std::true_type {};

template <typename C>
void SetOne(C& carrier, std::string_view name, std::string_view value) {
  if constexpr (IsSetter<C>::value) {
    carrier(name, value);
  } else if constexpr (IsMap<C>::value) {
    typename C::key_type key(name.data(), name.size());
    carrier.erase(key);
    carrier.emplace(std::move(key), typename C::mapped_type(value.data(), value.size()));
  } else {
    for (auto& [its_name, its_value] : carrier) {
      if (!SameName(Text(its_name, 0), name)) continue;
      its_value.assign(value.data(), value.size());
      return;
    }
    carrier.emplace_back(std::string(name), std::string(value));
  }
}

template <typename C>
void Read(C& carrier, Extraction& extraction) {
  if constexpr (HasPairs<std::remove_const_t<C>>::value) {
    for (const auto& one : carrier) extraction.Header(Text(one.first, 0), Text(one.second, 0));
  } else {
    for (const std::string_view name : PropagationFields()) {
      const auto& value = carrier(name);
      const std::string_view text = Text(value, 0);
      if (!text.empty()) extraction.Header(name, text);
    }
  }
}

}  // namespace propagation_internal

// Writes the context's headers. A carrier is
//   - a callable that takes a name (lower case) and a value, both std::string_view, and sets it in place of any other;
//   - a map, or multimap, of strings; a sequence of pairs of strings. What they hold under the names is replaced.
// False: there was nothing to write, or the carrier threw: it may then hold a part.
template <typename Carrier>
bool Inject(Carrier&& carrier, const Context& context = CurrentContext()) {
  using C = std::remove_reference_t<Carrier>;
  const auto set = [](void* to, std::string_view name, std::string_view value) {
    propagation_internal::SetOne(*static_cast<C*>(to), name, value);
  };
  void* const to = const_cast<void*>(static_cast<const void*>(std::addressof(carrier)));
#if defined(__cpp_exceptions)
  try {
    return propagation_internal::InjectInto(context, set, to);
  } catch (...) {
    propagation_internal::CarrierThrew();
    return false;
  }
#else
  return propagation_internal::InjectInto(context, set, to);
#endif
}

// The context that the headers hold; span_id 0: none, or malformed. A carrier is
//   - a range of pairs of a name and a value: a map, multimap or sequence. A header may come several times;
//   - a callable that takes a name (std::string_view, lower case) and returns its value: a string, a C string, an
//     optional of either; empty or null: it did not come.
template <typename Carrier>
Context Extract(Carrier&& carrier) {
#if defined(__cpp_exceptions)
  try {
    Extraction extraction;
    propagation_internal::Read(carrier, extraction);
    return extraction.Result();
  } catch (...) {
    propagation_internal::CarrierThrew();
    return {};
  }
#else
  Extraction extraction;
  propagation_internal::Read(carrier, extraction);
  return extraction.Result();
#endif
}

}  // namespace spansmith

#endif  // SPANSMITH_PROPAGATION_H_
