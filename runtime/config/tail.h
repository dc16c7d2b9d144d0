// Copyright The Spansmith Authors
// SPDX-License-Identifier: Apache-2.0
//
// Tail sampling as asked for. SPANSMITH_TAIL_RATIO turns it on: 0 to 1. SPANSMITH_TAIL_KEEP lists the rules: `error`,
// `write`, `slow=<milliseconds>`, `slow=p99`, and any other `key=value` (value `*`: any) is an attribute; `none` alone
// is no rule; not set: `error`. SPANSMITH_TAIL_MAX_BYTES, SPANSMITH_TAIL_WAIT (milliseconds).
#ifndef SPANSMITH_CONFIG_TAIL_H_
#define SPANSMITH_CONFIG_TAIL_H_

#include <spansmith/tail_sampling.h>

#include <optional>

#include "config/environment.h"
#include "config/values.h"

namespace spansmith::config {

std::optional<TailSampling> ReadTail(const Environment& environment, Notices& notices);

}  // namespace spansmith::config

#endif  // SPANSMITH_CONFIG_TAIL_H_
