// Copyright The Spansmith Authors
// SPDX-License-Identifier: Apache-2.0
//
// OTEL_LOG_LEVEL: which of its own lines the runtime says (OpenTelemetry specification,
// configuration/sdk-environment-variables.md: "Log level used by the SDK internal logger", info where it is not set).
#ifndef SPANSMITH_CONFIG_LOG_LEVEL_H_
#define SPANSMITH_CONFIG_LOG_LEVEL_H_

#include "config/environment.h"
#include "config/values.h"
#include "notice/notice.h"

namespace spansmith::config {

// none, error, warn, info, debug; other SDKs' off, warning, verbose, trace and all too.
notice::Level ReadLogLevel(const Environment& environment, Notices& notices);

const char* NameOf(notice::Level level);

}  // namespace spansmith::config

#endif  // SPANSMITH_CONFIG_LOG_LEVEL_H_
