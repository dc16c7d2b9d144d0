// Copyright The Spansmith Authors
// SPDX-License-Identifier: Apache-2.0
//
// Any bytes as OTEL_EXPORTER_OTLP_HEADERS. What must hold: each header is one (RFC 9110, 5.1 and 5.5), and no notice
// repeats a value.
#include <cstddef>
#include <cstdint>
#include <cstdlib>
#include <string>

#include "config/values.h"

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  using namespace spansmith::config;
  const std::string text(reinterpret_cast<const char*>(data), size);
  Notices notices;
  for (const auto& [name, value] : ReadHeaders([&](const char*) { return text; }, "HEADERS", notices)) {
    if (name.empty() || name.find_first_of(":\r\n \t") != std::string::npos) std::abort();
    if (name.find('\0') != std::string::npos || value.find('\0') != std::string::npos) std::abort();
    if (value.find_first_of("\r\n") != std::string::npos) std::abort();
  }
  for (const std::string& line : notices) {
    if (line.find("HEADERS: ") != 0 || line.size() > 200) std::abort();
  }
  return 0;
}
