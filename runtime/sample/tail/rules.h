// Copyright The Spansmith Authors
// SPDX-License-Identifier: Apache-2.0
//
// What one span proves by itself: that its trace is to be kept. Pure.
#ifndef SPANSMITH_SAMPLE_TAIL_RULES_H_
#define SPANSMITH_SAMPLE_TAIL_RULES_H_

#include <spansmith/tail_sampling.h>

#include "record/span_view.h"

namespace spansmith::sample {

// By errors, writes, attributes.
bool Keeps(const TailSampling& rules, const record::SpanView& span);

}  // namespace spansmith::sample

#endif  // SPANSMITH_SAMPLE_TAIL_RULES_H_
