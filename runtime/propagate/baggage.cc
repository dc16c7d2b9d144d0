// Copyright The Spansmith Authors
// SPDX-License-Identifier: Apache-2.0
//
// See spansmith/baggage.h. A block is never changed once it is shared; the header's text is made with it, because a
// context is injected more often than its baggage changes.
#include <spansmith/baggage.h>

#include <algorithm>
#include <atomic>
#include <exception>

#include "drain/utf8.h"
#include "propagate/baggage_text.h"
#include "propagate/refused.h"

namespace spansmith {

struct injected::BaggageBlock {
  std::atomic<unsigned> shares{1};
  propagate::BaggageMembers members;
  std::string header;
};

void injected::RetainBaggage(BaggageBlock* block) noexcept { block->shares.fetch_add(1, std::memory_order_relaxed); }

void injected::ReleaseBaggage(BaggageBlock* block) noexcept {
  if (block->shares.fetch_sub(1, std::memory_order_acq_rel) == 1) delete block;
}

namespace {

Baggage Make(propagate::BaggageMembers members) {
  if (members.empty()) return Baggage();
  injected::BaggageRef block(new injected::BaggageBlock);
  block.get()->header = propagate::BaggageText(members);
  block.get()->members = std::move(members);
  return Baggage(std::move(block));
}

// `otherwise` where there is no memory.
template <typename Action>
Baggage Guarded(const Baggage& otherwise, Action&& action) noexcept {
  try {
    return action();
  } catch (const std::exception&) {
    return otherwise;
  }
}

}  // namespace

Baggage Baggage::Current() noexcept { return Baggage(injected::CurrentContext().baggage); }

Baggage Baggage::FromHeader(std::string_view header) noexcept {
  return Guarded(Baggage(), [&] {
    std::size_t left_out = 0;
    propagate::BaggageMembers members = propagate::ParseBaggage(header, &left_out);
    if (left_out != 0) propagate::Refuse(propagate::Refused::kBaggage);
    return Make(std::move(members));
  });
}

std::string Baggage::Header() const { return block_ ? block_.get()->header : std::string(); }

const std::vector<Baggage::Member>& Baggage::Members() const noexcept {
  static const std::vector<Member>* const none = new std::vector<Member>;
  return block_ ? block_.get()->members : *none;
}

std::optional<std::string_view> Baggage::Get(std::string_view key) const noexcept {
  for (const Member& member : Members()) {
    if (member.key == key) return member.value;
  }
  return std::nullopt;
}

Baggage Baggage::With(std::string_view key, std::string_view value, std::string_view properties) const noexcept {
  return Guarded(*this, [&] {
    const std::optional<std::string> normal = propagate::NormalProperties(properties);
    if (!propagate::IsToken(key) || !normal) {
      propagate::Refuse(propagate::Refused::kBaggage);
      return *this;
    }
    std::vector<Member> members = Members();
    const auto same = std::find_if(members.begin(), members.end(), [&](const Member& m) { return m.key == key; });
    Member member{std::string(key), drain::ValidUtf8(value), *normal};
    if (same != members.end()) {
      *same = std::move(member);
    } else {
      members.push_back(std::move(member));
    }
    std::size_t size = members.size() - 1;
    for (const Member& each : members) size += propagate::SizeInHeader(each);
    if (members.size() > kMaxMembers || size > kMaxBytes) {
      propagate::Refuse(propagate::Refused::kBaggage);
      return *this;
    }
    return Make(std::move(members));
  });
}

Baggage Baggage::Without(std::string_view key) const noexcept {
  return Guarded(*this, [&] {
    std::vector<Member> members = Members();
    members.erase(std::remove_if(members.begin(), members.end(), [&](const Member& m) { return m.key == key; }),
                  members.end());
    return Make(std::move(members));
  });
}

}  // namespace spansmith
