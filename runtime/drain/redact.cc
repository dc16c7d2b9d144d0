// Copyright The Spansmith Authors
// SPDX-License-Identifier: Apache-2.0
//
// See redact.h.
#include "drain/redact.h"

namespace spansmith::drain {

void Redact(const config::Redaction& patterns, Attributes& attributes) {
  for (Attribute& attribute : attributes) {
    if (patterns.Names(attribute.key)) attribute.value = std::string(config::Redaction::kValue);
  }
}

void Redact(const config::Redaction& patterns, SpanData& span) {
  Redact(patterns, span.attributes);
  for (Event& event : span.events) Redact(patterns, event.attributes);
  for (Link& link : span.links) Redact(patterns, link.attributes);
}

}  // namespace spansmith::drain
