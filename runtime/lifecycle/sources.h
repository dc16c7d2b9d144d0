// Copyright The Spansmith Authors
// SPDX-License-Identifier: Apache-2.0
//
// A clock and ids in place of the real ones, for tests (integrations/testing). Null: the real ones. No thread may begin
// or end a span during the change.
#ifndef SPANSMITH_LIFECYCLE_SOURCES_H_
#define SPANSMITH_LIFECYCLE_SOURCES_H_

#include "record/watch.h"

namespace spansmith::lifecycle {

void SetTimeSource(record::TimeSource* source);
void SetIdSource(record::IdSource* source);

}  // namespace spansmith::lifecycle

#endif  // SPANSMITH_LIFECYCLE_SOURCES_H_
