// Copyright The Spansmith Authors
// SPDX-License-Identifier: Apache-2.0
//
// The table of exporters: kind -> maker. No static registration: a linker drops such objects from a static library.
#ifndef SPANSMITH_EXPORT_EXPORTERS_H_
#define SPANSMITH_EXPORT_EXPORTERS_H_

#include <memory>
#include <vector>

#include "config/config.h"
#include "export/exporter.h"

namespace spansmith::exporter {

std::vector<std::unique_ptr<Exporter>> MakeExporters(const config::Config& config);

}  // namespace spansmith::exporter

#endif  // SPANSMITH_EXPORT_EXPORTERS_H_
