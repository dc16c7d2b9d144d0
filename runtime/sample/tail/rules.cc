// Copyright The Spansmith Authors
// SPDX-License-Identifier: Apache-2.0
//
// See rules.h.
#include "sample/tail/rules.h"

#include <spansmith/span_data.h>

#include <charconv>
#include <string>
#include <string_view>

namespace spansmith::sample {
namespace {

using record::EntryType;
using record::EntryView;

bool HasValue(const EntryView& entry, const std::string& wanted) {
  if (wanted == "*") return true;
  char text[40];
  switch (entry.type()) {
    case EntryType::kBool:
      return wanted == (entry.int64() != 0 ? "true" : "false");
    case EntryType::kInt64:
      return wanted == std::string_view(text, std::to_chars(text, text + sizeof text, entry.int64()).ptr);
    case EntryType::kDouble:
      return wanted == std::string_view(text, std::to_chars(text, text + sizeof text, entry.float64()).ptr);
    case EntryType::kString:
      return wanted == entry.text();
    default:
      return false;
  }
}

bool IsWrite(const EntryView& entry) {
  const std::string_view key = entry.key();
  if (entry.type() == EntryType::kInt64) return key == "k8s.reconcile.writes" && entry.int64() > 0;
  return entry.type() == EntryType::kBool && key == "k8s.object.written" && entry.int64() != 0;
}

}  // namespace

bool Keeps(const TailSampling& rules, const record::SpanView& span) {
  if (rules.errors && span.failed()) return true;
  bool keeps = false;
  unsigned depth = 0;  // attributes of events and links are not the span's
  auto status = static_cast<std::int64_t>(StatusCode::kUnset);
  span.ForEachEntry([&](const EntryView& entry) {
    switch (entry.type()) {
      case EntryType::kEventBegin:
      case EntryType::kLinkBegin:
        ++depth;
        return;
      case EntryType::kEventEnd:
      case EntryType::kLinkEnd:
        if (depth != 0) --depth;
        return;
      case EntryType::kStatus:
        status = entry.int64();
        return;
      case EntryType::kFailure:
        keeps = keeps || (rules.errors && entry.failure().is_answer == 0);
        return;
      case EntryType::kFailed:
        keeps = keeps || rules.errors;
        return;
      default:
        break;
    }
    if (!entry.is_attribute() || depth != 0) return;
    keeps = keeps || (rules.writes && IsWrite(entry));
    for (const auto& [key, value] : rules.attributes) {
      keeps = keeps || (key == entry.key() && HasValue(entry, value));
    }
  });
  return keeps || (rules.errors && status == static_cast<std::int64_t>(StatusCode::kError));
}

}  // namespace spansmith::sample
