// Copyright The Spansmith Authors
// SPDX-License-Identifier: Apache-2.0
//
// Baggage: names and values that travel with the work, from thread to thread and from process to process, beside the
// trace and whether or not there is one (W3C Baggage, Recommendation of 2024; OpenTelemetry specification,
// baggage/api.md). What SPANSMITH_CARRY, spansmith::ContextScope and Inject carry holds it. It is sent to others as it
// is: nothing secret belongs into it. No span has attributes of it but those that someone writes down. C++17, standard
// library only.
//
//   const spansmith::BaggageScope scope(spansmith::Baggage::Current().With("tenant", "acme"));
//   Handle();  // here, and in what it calls or hands on: Baggage::Current().Get("tenant")
#ifndef SPANSMITH_BAGGAGE_H_
#define SPANSMITH_BAGGAGE_H_

#include <spansmith/injected.h>

#include <cstddef>
#include <optional>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace spansmith {

// Immutable and shared: a copy is a counted pointer. Any thread may read the same one.
class Baggage {
 public:
  // Section 3.3.2: at least so much has to be passed on. We keep and send no more.
  static constexpr std::size_t kMaxMembers = 64;
  static constexpr std::size_t kMaxBytes = 8192;  // of the header's value

  struct Member {
    std::string key;         // a token (RFC 9110, 5.6.2); case matters
    std::string value;       // UTF-8, decoded
    std::string properties;  // "key;key=value", as they stand in the header; often ""
  };

  Baggage() noexcept = default;  // empty
  explicit Baggage(injected::BaggageRef block) noexcept : block_(std::move(block)) {}

  // That of this thread, which is that of the innermost BaggageScope or ContextScope.
  static Baggage Current() noexcept;

  // The value of a `baggage` header; of several, their values joined by commas (section 3.2). A member that is
  // malformed, or for which there is no room, is left out, and counted (spansmith.propagation.refused); of a key that
  // comes twice the last one is kept, at the place of the first.
  static Baggage FromHeader(std::string_view header) noexcept;
  std::string Header() const;  // "" if empty

  // Valid as long as this object, or a copy of it, lives.
  std::optional<std::string_view> Get(std::string_view key) const noexcept;
  const std::vector<Member>& Members() const noexcept;
  std::size_t size() const noexcept { return Members().size(); }
  bool empty() const noexcept { return Members().empty(); }

  // A copy with the member set, or taken away. A key that is no token, properties that are malformed and what there is
  // no room for change nothing, and are counted. Bytes of the value that are not UTF-8 become U+FFFD.
  Baggage With(std::string_view key, std::string_view value, std::string_view properties = {}) const noexcept;
  Baggage Without(std::string_view key) const noexcept;

  const injected::BaggageRef& block() const noexcept { return block_; }

 private:
  injected::BaggageRef block_;
};

// This thread's baggage while the object lives; the span that is current stays so.
class BaggageScope {
 public:
  explicit BaggageScope(const Baggage& baggage) noexcept { injected::AttachBaggage(&frame_, baggage.block()); }
  ~BaggageScope() { injected::Detach(&frame_); }
  BaggageScope(const BaggageScope&) = delete;
  BaggageScope& operator=(const BaggageScope&) = delete;

 private:
  injected::Frame frame_;
};

inline Baggage BaggageOf(const injected::Context& context) noexcept { return Baggage(context.baggage); }
// The context with other baggage, none too; to be attached, injected or carried.
inline injected::Context WithBaggage(injected::Context context, const Baggage& baggage) noexcept {
  context.baggage = baggage.block();
  return context;
}

}  // namespace spansmith

#endif  // SPANSMITH_BAGGAGE_H_
