// Copyright The Spansmith Authors
// SPDX-License-Identifier: Apache-2.0
//
// Exporters that code brings (integrations/), beside or instead of the configured ones. They are called on the drain
// thread, as every exporter, and are never given back. Nothing happens where OTEL_SDK_DISABLED is set.
#ifndef SPANSMITH_LIFECYCLE_ADDED_EXPORTERS_H_
#define SPANSMITH_LIFECYCLE_ADDED_EXPORTERS_H_

#include <spansmith/span_data.h>

#include <memory>

#include "export/exporter.h"

namespace spansmith::lifecycle {

// Sites that were off for want of an exporter are on from now on. `instead`: the configured ones, and those added
// before, get nothing any more. Throws std::system_error if there can be no background thread.
void AddExporter(std::shared_ptr<exporter::Exporter> exporter, bool instead);

// As configured.
Attributes Resource();

}  // namespace spansmith::lifecycle

#endif  // SPANSMITH_LIFECYCLE_ADDED_EXPORTERS_H_
