// Copyright The Spansmith Authors
// SPDX-License-Identifier: Apache-2.0
//
// What can be changed in a running process, by the file that SPANSMITH_CONFIG_FILE names: lines NAME=VALUE with the
// names of the environment variables, which it goes before; blank lines and lines that begin with # are nothing. A text
// is taken whole or not at all.
#ifndef SPANSMITH_CONFIG_LIVE_H_
#define SPANSMITH_CONFIG_LIVE_H_

#include <spansmith/tail_sampling.h>

#include <optional>
#include <string>
#include <string_view>

#include "config/filter.h"
#include "config/layers.h"
#include "config/log_level.h"
#include "config/sampler.h"
#include "config/values.h"

namespace spansmith::config {

// The variables of such a file.
constexpr const char* kLiveNames[] = {
    "OTEL_TRACES_SAMPLER", "OTEL_TRACES_SAMPLER_ARG", "OTEL_TRACE_SAMPLER",  "OTEL_TRACE_SAMPLING_RATE",
    "SPANSMITH_FILTER",    "SPANSMITH_TAIL_RATIO",    "SPANSMITH_TAIL_KEEP", "SPANSMITH_TAIL_MAX_BYTES",
    "SPANSMITH_TAIL_WAIT", "OTEL_LOG_LEVEL",
};

struct Live {
  SamplerConfig sampler;
  Filter filter;                     // SPANSMITH_FILTER
  std::string filter_text;           // the same, as it was written
  std::optional<TailSampling> tail;  // SPANSMITH_TAIL_RATIO is set
  std::string tail_text;             // changes where `tail` does
  notice::Level log_level = notice::Level::kInfo;
};

Live ReadLive(const Environment& environment, Notices& notices);

// The file's text as variables. Returns "", or what is wrong, for people: then *variables is as it was.
std::string ParseFile(std::string_view text, Variables* variables);

}  // namespace spansmith::config

#endif  // SPANSMITH_CONFIG_LIVE_H_
