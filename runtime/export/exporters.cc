// Copyright The Spansmith Authors
// SPDX-License-Identifier: Apache-2.0
//
// See exporters.h.
#include "export/exporters.h"

#include <unistd.h>

#include <cstdio>
#include <cstdlib>

#include "export/console/console_exporter.h"
#include "export/file/file_exporter.h"
#include "export/otlp/otlp_exporter.h"

namespace spansmith::exporter {
namespace {

std::unique_ptr<Exporter> MakeOtlp(const config::Config& config) {
  return std::make_unique<OtlpExporter>(config.otlp, config.resource);
}

std::unique_ptr<Exporter> MakeConsole(const config::Config& config) {
  const char* no_color = std::getenv("NO_COLOR");  // https://no-color.org
  const bool color = isatty(STDOUT_FILENO) != 0 && (no_color == nullptr || *no_color == '\0');
  return std::make_unique<ConsoleExporter>(stdout, TreeStyle{color, config.console_full});
}

std::unique_ptr<Exporter> MakeFile(const config::Config& config) {
  return std::make_unique<FileExporter>(config.traces_file, config.resource,
                                        Rotation{config.file_max_bytes, config.file_keep});
}

struct Row {
  config::ExporterKind kind;
  std::unique_ptr<Exporter> (*make)(const config::Config& config);
};
constexpr Row kExporters[] = {
    {config::ExporterKind::kOtlp, &MakeOtlp},
    {config::ExporterKind::kConsole, &MakeConsole},
    {config::ExporterKind::kFile, &MakeFile},
};

}  // namespace

std::vector<std::unique_ptr<Exporter>> MakeExporters(const config::Config& config) {
  std::vector<std::unique_ptr<Exporter>> made;
  for (const config::ExporterKind kind : config.exporters) {
    for (const Row& row : kExporters) {
      if (row.kind == kind) made.push_back(row.make(config));
    }
  }
  return made;
}

}  // namespace spansmith::exporter
