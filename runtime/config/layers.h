// Copyright The Spansmith Authors
// SPDX-License-Identifier: Apache-2.0
//
// Who may say a variable's value, strongest first: the watched file (live.h), the process environment, the program
// (spansmith::Configure). Variables that say one thing go together: where a layer says one of them, weaker layers are
// not asked for any of them, so that OTEL_EXPORTER_OTLP_ENDPOINT in the environment is not lost to a
// ..._TRACES_ENDPOINT in the program.
#ifndef SPANSMITH_CONFIG_LAYERS_H_
#define SPANSMITH_CONFIG_LAYERS_H_

#include <map>
#include <string>
#include <string_view>

#include "config/environment.h"
#include "config/values.h"

namespace spansmith::config {

using Variables = std::map<std::string, std::string, std::less<>>;

constexpr std::size_t kMostOfValue = 64 * 1024;  // bytes

struct Layers {
  Variables file;
  Environment environment;
  Variables code;

  // "": nobody says it. Who says something blank, or longer than kMostOfValue, says nothing.
  std::string Get(const char* name) const;
  // Behind a notice that begins with the variable's name: who said it, where that was not the environment.
  std::string OriginOf(std::string_view notice) const;
};

}  // namespace spansmith::config

#endif  // SPANSMITH_CONFIG_LAYERS_H_
