// Copyright The Spansmith Authors
// SPDX-License-Identifier: Apache-2.0
//
// See live.h.
#include "config/live.h"

#include <algorithm>
#include <iterator>

#include "config/tail.h"

namespace spansmith::config {
namespace {

// Else it is not shown: who knows which file this is.
bool IsName(std::string_view text) {
  return text.find_first_not_of("ABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789_") == std::string_view::npos;
}

std::string Names() {
  std::string names;
  for (const char* const& name : kLiveNames) {
    names.append(names.empty() ? "" : &name == std::end(kLiveNames) - 1 ? " and " : ", ").append(name);
  }
  return names;
}

}  // namespace

Live ReadLive(const Environment& environment, Notices& notices) {
  Live live;
  live.sampler = ReadSampler(environment, notices);
  live.tail = ReadTail(environment, notices);
  for (const char* name : kLiveNames) {
    if (std::string_view(name).starts_with("SPANSMITH_TAIL_")) live.tail_text += environment(name) + '\n';
  }
  live.filter_text = environment("SPANSMITH_FILTER");
  if (const std::string wrong = ParseFilter(live.filter_text, live.filter); !wrong.empty()) {
    notices.push_back(
        BadValue("SPANSMITH_FILTER", wrong, "<pattern>=on or <pattern>=off, separated by commas", "no filter"));
    live.filter_text.clear();
  }
  live.log_level = ReadLogLevel(environment, notices);
  return live;
}

std::string ParseFile(std::string_view text, Variables* variables) {
  Variables read;
  for (int number = 1; !text.empty(); ++number) {
    const std::size_t end = text.find('\n');
    const std::string_view line = Trim(text.substr(0, end));
    text = end == std::string_view::npos ? std::string_view{} : text.substr(end + 1);
    if (line.empty() || line.front() == '#') continue;
    const std::string where = "line " + std::to_string(number);
    const std::size_t equals = line.find('=');
    const std::string_view name = Trim(line.substr(0, equals));
    if (equals == std::string_view::npos || name.empty()) return where + " is not NAME=VALUE";
    if (std::find(std::begin(kLiveNames), std::end(kLiveNames), name) == std::end(kLiveNames)) {
      return where + (IsName(name) ? ": " + std::string(name.substr(0, 100)) : "") +
             " is not a variable that can change in a running process; those are " + Names();
    }
    const std::string_view value = Trim(line.substr(equals + 1));
    if (value.find('\0') != std::string_view::npos) return where + " holds a zero byte";
    if (!read.emplace(name, value).second) return where + ": " + std::string(name) + " is there twice";
  }
  *variables = std::move(read);
  return "";
}

}  // namespace spansmith::config
