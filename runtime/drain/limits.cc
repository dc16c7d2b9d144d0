// Copyright The Spansmith Authors
// SPDX-License-Identifier: Apache-2.0
//
// See limits.h.
#include "drain/limits.h"

namespace spansmith::drain {
namespace {

template <typename Things>
std::uint32_t CutTo(std::size_t most, Things& things) {
  if (things.size() <= most) return 0;
  const std::size_t dropped = things.size() - most;
  things.erase(things.begin() + static_cast<std::ptrdiff_t>(most), things.end());
  return static_cast<std::uint32_t>(dropped);
}

std::uint32_t Apply(std::size_t most, std::size_t length, Attributes& attributes) {
  const std::uint32_t dropped = CutTo(most, attributes);
  for (Attribute& attribute : attributes) {
    if (auto* text = std::get_if<std::string>(&attribute.value)) Truncate(length, *text);
    if (auto* texts = std::get_if<std::vector<std::string>>(&attribute.value)) {
      for (std::string& each : *texts) Truncate(length, each);
    }
  }
  return dropped;
}

}  // namespace

void Truncate(std::size_t most, std::string& text) {
  if (text.size() <= most) return;
  std::size_t at = 0;
  for (std::size_t points = 0; at < text.size(); ++at) {
    const bool begins = (static_cast<unsigned char>(text[at]) & 0xc0u) != 0x80u;
    if (begins && points++ == most) break;
  }
  text.resize(at);
}

void Apply(const config::Limits& most, SpanData& span) {
  span.dropped_attributes += Apply(most.attributes, most.value_length, span.attributes);
  span.dropped_events += CutTo(most.events, span.events);
  span.dropped_links += CutTo(most.links, span.links);
  for (Event& event : span.events) {
    event.dropped_attributes += Apply(most.event_attributes, most.value_length, event.attributes);
  }
  for (Link& link : span.links) {
    link.dropped_attributes += Apply(most.link_attributes, most.value_length, link.attributes);
  }
}

}  // namespace spansmith::drain
