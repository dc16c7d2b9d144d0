// Copyright The Spansmith Authors
// SPDX-License-Identifier: Apache-2.0
//
// Where configuration values come from: the process environment, or a map in tests. An empty value means unset, as the
// OpenTelemetry specification says (configuration/sdk-environment-variables.md).
#ifndef SPANSMITH_CONFIG_ENVIRONMENT_H_
#define SPANSMITH_CONFIG_ENVIRONMENT_H_

#include <functional>
#include <string>

namespace spansmith::config {

using Environment = std::function<std::string(const char* name)>;  // "": unset

Environment ProcessEnvironment();
// The same, and what was read once stays: getenv(3) on another thread could meet a setenv(3) of the program's.
Environment RememberedEnvironment();

}  // namespace spansmith::config

#endif  // SPANSMITH_CONFIG_ENVIRONMENT_H_
