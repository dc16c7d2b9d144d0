// Copyright The Spansmith Authors
// SPDX-License-Identifier: Apache-2.0
//
// What the configuration says of propagation. Any thread.
#ifndef SPANSMITH_PROPAGATE_SETTINGS_H_
#define SPANSMITH_PROPAGATE_SETTINGS_H_

#include "config/hosts.h"
#include "config/propagators.h"

namespace spansmith::propagate {

struct Settings {
  config::Propagators propagators;
  config::HostRules hosts;
};

// As installed; before that OnFirstPropagation is called. The reference is good for ever.
const Settings& CurrentSettings() noexcept;

void Install(const Settings& settings);
void ForgetSettings() noexcept;  // the program configures the runtime anew

// What propagate asks of the room above it, without including it: lifecycle defines this, and reads the configuration
// if nobody has. May take locks and allocate; throws nothing.
void OnFirstPropagation() noexcept;

}  // namespace spansmith::propagate

#endif  // SPANSMITH_PROPAGATE_SETTINGS_H_
