// Copyright The Spansmith Authors
// SPDX-License-Identifier: Apache-2.0
//
// What the runtime was told at its start. Load never fails: a bad value leaves a notice that names the variable, the
// value, what was expected and what is used instead. Sources, strongest first: the watched file (live.h), OTEL_* and
// SPANSMITH_* variables, the program (spansmith::Configure), what the build said (RegisterDefaults), the defaults of
// the OpenTelemetry specification. Of the resource the program goes first (specification, resource/sdk.md: what the
// user provides has priority over OTEL_RESOURCE_ATTRIBUTES).
#ifndef SPANSMITH_CONFIG_CONFIG_H_
#define SPANSMITH_CONFIG_CONFIG_H_

#include <spansmith/injected.h>
#include <spansmith/span_data.h>
#include <spansmith/tail_sampling.h>

#include <chrono>
#include <cstddef>
#include <cstdint>
#include <optional>
#include <string>
#include <vector>

#include "config/delivery.h"
#include "config/endpoint.h"
#include "config/environment.h"
#include "config/errors.h"
#include "config/filter.h"
#include "config/hosts.h"
#include "config/layers.h"
#include "config/limits.h"
#include "config/live.h"
#include "config/otlp.h"
#include "config/propagators.h"
#include "config/redaction.h"
#include "config/sampler.h"

namespace spansmith::config {

enum class ExporterKind { kOtlp, kConsole, kFile };

struct Config {
  bool disabled = false;                // OTEL_SDK_DISABLED
  std::vector<ExporterKind> exporters;  // empty: nothing is recorded
  std::string why_no_exporters;         // one line, if exporters is empty and nobody asked for that; else ""
  Live live;                            // of which the file may say otherwise later
  std::string file;                     // SPANSMITH_CONFIG_FILE; "": none
  bool print = false;                   // SPANSMITH_PRINT_CONFIG
  bool print_stats = false;             // SPANSMITH_PRINT_STATS
  std::string clock;                    // SPANSMITH_CLOCK, for people; read by record/clock.cc
  Propagators propagators;
  HostRules hosts;      // SPANSMITH_PROPAGATE_TO, SPANSMITH_NO_PROPAGATE_TO
  Redaction redaction;  // SPANSMITH_REDACT
  Errors errors;
  OtlpConfig otlp;
  BatchConfig batch;
  RetryConfig retry;
  SpillConfig spill;
  bool console_full = false;                 // SPANSMITH_CONSOLE=full
  std::string traces_file = "traces.jsonl";  // SPANSMITH_TRACES_FILE
  std::uint64_t file_max_bytes = 0;          // SPANSMITH_TRACES_FILE_SIZE, given in MiB; 0: one file that grows
  std::size_t file_keep = 3;                 // SPANSMITH_TRACES_FILES: with the one that is written
  bool drain_on_signals = false;             // SPANSMITH_SIGNALS=drain
  bool throw_hook = true;                    // SPANSMITH_THROW_HOOK
  std::chrono::milliseconds shutdown_timeout{5'000};
  Limits limits;
  std::size_t buffer_bytes = std::size_t{64} << 20;  // SPANSMITH_BUFFER_SIZE, given in MiB
  Attributes resource;
  std::vector<std::string> notices;  // about bad values
};

// `binary`: the program's name, for service.name where nobody gave one. `resource`: the program's own attributes.
Config Load(const Layers& layers, const injected::Defaults& defaults, const std::string& binary,
            const Attributes& resource = {});
// Without the resource, for which the machine is looked at.
Config LoadSettings(const Layers& layers, const injected::Defaults& defaults);
Config Load(const Environment& environment, const injected::Defaults& defaults, const std::string& binary);

// What injected::RegisterDefaults was last given.
injected::Defaults RegisteredDefaults() noexcept;

// The program's name, without its folders.
std::string BinaryName();

}  // namespace spansmith::config

#endif  // SPANSMITH_CONFIG_CONFIG_H_
