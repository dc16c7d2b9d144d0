// Copyright The Spansmith Authors
// SPDX-License-Identifier: Apache-2.0
//
// The resource: what is said once about the process (OpenTelemetry resource semantic conventions: service.*,
// telemetry.sdk.*, process.pid, and what detect.h finds). OTEL_SERVICE_NAME wins over OTEL_RESOURCE_ATTRIBUTES, which
// wins over the build and what was found; what the program says (`own`) wins over all but telemetry.sdk.*.
#ifndef SPANSMITH_CONFIG_RESOURCE_H_
#define SPANSMITH_CONFIG_RESOURCE_H_

#include <spansmith/injected.h>
#include <spansmith/span_data.h>

#include <string>

#include "config/environment.h"
#include "config/values.h"

namespace spansmith::config {

Attributes ReadResource(const Environment& environment, const injected::Defaults& defaults, const std::string& binary,
                        const Attributes& own, Notices& notices);

}  // namespace spansmith::config

#endif  // SPANSMITH_CONFIG_RESOURCE_H_
