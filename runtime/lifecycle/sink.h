// Copyright The Spansmith Authors
// SPDX-License-Identifier: Apache-2.0
//
// Takes spans in place of the exporters, for the recorder of tests (integrations/testing). While one is added, every
// site is on, whatever the environment says.
#ifndef SPANSMITH_LIFECYCLE_SINK_H_
#define SPANSMITH_LIFECYCLE_SINK_H_

#include <spansmith/span_data.h>

namespace spansmith::lifecycle {

class Sink {
 public:
  virtual ~Sink() = default;
  virtual void Take(const SpanData& span) = 0;  // on the drain thread; one call at a time
};

// What ended before goes to the exporters (AddSink) or to the sink (RemoveSink): both flush first.
void AddSink(Sink* sink);
void RemoveSink(Sink* sink);

}  // namespace spansmith::lifecycle

#endif  // SPANSMITH_LIFECYCLE_SINK_H_
