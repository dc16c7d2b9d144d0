// Copyright The Spansmith Authors
// SPDX-License-Identifier: Apache-2.0
//
// The configuration as text for people, a line for each thing, with the name of the variable that changes it. No secret
// is in it: values of headers, user and password of a URL, and resource attributes whose key sounds like one, are ***.
#ifndef SPANSMITH_CONFIG_DESCRIBE_H_
#define SPANSMITH_CONFIG_DESCRIBE_H_

#include <string>

#include "config/config.h"
#include "config/signal.h"

namespace spansmith::config {

std::string Describe(const Config& config);
// What a signal has for itself; what it has in common with spans stands there.
std::string Describe(const SignalConfig& config, Signal signal);

}  // namespace spansmith::config

#endif  // SPANSMITH_CONFIG_DESCRIBE_H_
