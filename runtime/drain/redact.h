// Copyright The Spansmith Authors
// SPDX-License-Identifier: Apache-2.0
//
// Values that must not leave the process: "[redacted]" stands in their place, in attributes of spans, events and links,
// for every exporter and for the recorder of tests. What an exception or a status says in words is redacted where
// `exception.message` is named. Set by lifecycle before the drain thread starts.
#ifndef SPANSMITH_DRAIN_REDACT_H_
#define SPANSMITH_DRAIN_REDACT_H_

#include <spansmith/span_data.h>

#include <string_view>

#include "config/redaction.h"

namespace spansmith::drain {

inline constinit const config::Redaction* redaction = nullptr;  // null: nothing is redacted

inline bool IsRedacted(std::string_view key) { return redaction != nullptr && redaction->Names(key); }

void Redact(const config::Redaction& redaction, Attributes& attributes);
void Redact(const config::Redaction& redaction, SpanData& span);

}  // namespace spansmith::drain

#endif  // SPANSMITH_DRAIN_REDACT_H_
