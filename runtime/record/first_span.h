// Copyright The Spansmith Authors
// SPDX-License-Identifier: Apache-2.0
//
// What record asks of the room above it, without including it: lifecycle defines this (a unit test of record defines
// its own). Called from Begin where a site's state is unknown: starts the runtime if need be, decides the site's state
// and stores it. True: on. May take locks and allocate; throws nothing.
#ifndef SPANSMITH_RECORD_FIRST_SPAN_H_
#define SPANSMITH_RECORD_FIRST_SPAN_H_

#include <spansmith/injected.h>

namespace spansmith::record {

bool OnFirstSpan(injected::Site* site) noexcept;

}  // namespace spansmith::record

#endif  // SPANSMITH_RECORD_FIRST_SPAN_H_
