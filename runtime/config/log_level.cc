// Copyright The Spansmith Authors
// SPDX-License-Identifier: Apache-2.0
//
// See log_level.h.
#include "config/log_level.h"

#include <utility>

namespace spansmith::config {
namespace {

using notice::Level;

// The first name of a level is the one that is shown.
constexpr std::pair<const char*, Level> kLevels[] = {
    {"none", Level::kNone},   {"error", Level::kError}, {"warn", Level::kWarn},    {"info", Level::kInfo},
    {"debug", Level::kDebug}, {"off", Level::kNone},    {"warning", Level::kWarn}, {"verbose", Level::kDebug},
    {"trace", Level::kDebug}, {"all", Level::kDebug},
};

}  // namespace

Level ReadLogLevel(const Environment& environment, Notices& notices) {
  constexpr char kName[] = "OTEL_LOG_LEVEL";
  const std::string value = environment(kName);
  const std::string word = Lower(Trim(value));
  if (word.empty()) return Level::kInfo;
  for (const auto& [name, level] : kLevels) {
    if (word == name) return level;
  }
  notices.push_back(BadValue(kName, value, "none, error, warn, info or debug", "info"));
  return Level::kInfo;
}

const char* NameOf(Level level) {
  for (const auto& [name, known] : kLevels) {
    if (known == level) return name;
  }
  return "none";
}

}  // namespace spansmith::config
