// Copyright The Spansmith Authors
// SPDX-License-Identifier: Apache-2.0
//
// What an exporter is: this batch, this deadline -> outcome. One attempt; trying again, counting and telling people is
// deliver's. Called by one thread at a time; throws nothing that deliver would have to know about.
#ifndef SPANSMITH_EXPORT_EXPORTER_H_
#define SPANSMITH_EXPORT_EXPORTER_H_

#include <chrono>
#include <cstddef>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <utility>

#include "drain/batch.h"
#include "transport/http.h"

namespace spansmith::exporter {

struct Outcome {
  enum class Result {
    kDelivered,  // less `rejected` spans
    kRetry,      // not delivered; the same batch may be taken later
    kLost,       // not delivered, and would not be the next time
  };
  Result result = Result::kLost;
  std::size_t rejected = 0;  // of a delivered batch: spans that the receiver refused
  std::string reason;        // why not delivered, or why some were rejected; no credentials, no control characters
  std::optional<std::chrono::milliseconds> retry_after = {};  // what the receiver asked for; 0 ms to one hour
  std::uint64_t bytes = 0;                                    // sent over the network, headers included
  bool refused = false;  // kRetry: it is not there now (connection refused, no such name, a full disk): an exit does
                         // not wait for it

  bool delivered() const { return result == Result::kDelivered; }

  static Outcome Delivered(std::size_t rejected = 0, std::string reason = "") {
    return {Result::kDelivered, rejected, std::move(reason)};
  }
  static Outcome Retry(std::string reason) { return {Result::kRetry, 0, std::move(reason)}; }
  static Outcome Lost(std::string reason) { return {Result::kLost, 0, std::move(reason)}; }
};

class Exporter {
 public:
  virtual ~Exporter() = default;
  virtual Outcome Export(const drain::Batch& batch, const transport::Patience& patience) = 0;
  // False: it works without a network, and is tried even where no time is left.
  virtual bool NeedsTime() const { return true; }
  // For the spill directory: a batch as bytes that ExportSaved takes, in this process or another.
  virtual bool CanSave() const { return false; }
  virtual std::string Save(const drain::Batch& /*batch*/) { return {}; }
  virtual Outcome ExportSaved(std::string_view /*saved*/, std::size_t /*spans*/,
                              const transport::Patience& /*patience*/) {
    return Outcome::Lost("it takes no saved spans");
  }
  // Nothing will come any more.
  virtual void Finish() {}
  // As otel.component.type of the semantic conventions: "otlp_http_exporter".
  virtual std::string Type() const { return "exporter"; }
  // What it carries, in the plural, for notices.
  virtual const char* Noun() const { return "spans"; }
  // For notices: "http://127.0.0.1:4318/v1/traces", without credentials.
  virtual std::string Destination() const = 0;
  // What a person should look at when it fails.
  virtual std::string Advice() const = 0;
};

}  // namespace spansmith::exporter

#endif  // SPANSMITH_EXPORT_EXPORTER_H_
