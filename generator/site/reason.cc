// Copyright The Spansmith Authors
// SPDX-License-Identifier: Apache-2.0

#include "generator/site/reason.h"

#include <cstddef>

namespace spansmith::generator {
namespace {

struct Row {
  ReasonCode reason;
  const char* code;
  const char* text;
};

constexpr Row kRows[] = {
    {ReasonCode::kNone, "", ""},
#define SPANSMITH_REASON(enumerator, code, text) {ReasonCode::enumerator, code, text},
#include "generator/site/reason.def"
#undef SPANSMITH_REASON
};

}  // namespace

const char* CodeOf(ReasonCode reason) { return kRows[static_cast<std::size_t>(reason)].code; }

const char* TextOf(ReasonCode reason) { return kRows[static_cast<std::size_t>(reason)].text; }

ReasonCode ReasonOf(std::string_view code) {
  for (const Row& row : kRows) {
    if (row.code == code) return row.reason;
  }
  return ReasonCode::kNone;
}

const std::vector<ReasonCode>& AllReasons() {
  static const std::vector<ReasonCode> all = [] {
    std::vector<ReasonCode> out;
    for (const Row& row : kRows) {
      if (row.reason != ReasonCode::kNone) out.push_back(row.reason);
    }
    return out;
  }();
  return all;
}

}  // namespace spansmith::generator
