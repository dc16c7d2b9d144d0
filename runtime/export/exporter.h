// Copyright The Spansmith Authors
// SPDX-License-Identifier: Apache-2.0
//
// What an exporter is: this batch, this deadline -> outcome. One attempt; trying again, counting and telling people is
// deliver's. Called by one thread at a time; throws nothing that deliver would have to know about.
#ifndef SPANSMITH_EXPORT_EXPORTER_H_
#define SPANSMITH_EXPORT_EXPORTER_H_

#include <cstddef>
#include <string>

#include "drain/batch.h"
#include "transport/http.h"

namespace spansmith::exporter {

struct Outcome {
  bool delivered = false;
  std::size_t rejected = 0;  // of a delivered batch: spans that the receiver refused
  std::string reason;        // why not delivered, or why some were rejected
};

class Exporter {
 public:
  virtual ~Exporter() = default;
  virtual Outcome Export(const drain::Batch& batch, const transport::Patience& patience) = 0;
  // False: it works without a network, and is tried even where no time is left.
  virtual bool NeedsTime() const { return true; }
  // Nothing will come any more.
  virtual void Finish() {}
  // For notices: "http://127.0.0.1:4318/v1/traces", without credentials.
  virtual std::string Destination() const = 0;
  // What a person should look at when it fails.
  virtual std::string Advice() const = 0;
};

}  // namespace spansmith::exporter

#endif  // SPANSMITH_EXPORT_EXPORTER_H_
