// Copyright The Spansmith Authors
// SPDX-License-Identifier: Apache-2.0
//
// What is written into a span that ends in an error, beside what every one has: nothing here runs in one that does not.
#ifndef SPANSMITH_RECORD_FAILURE_H_
#define SPANSMITH_RECORD_FAILURE_H_

#include <spansmith/injected.h>

#include "errors/in_flight.h"
#include "errors/origins.h"

namespace spansmith::record {

// What the exception that leaves the frame, which is the innermost, was made of, where it was thrown and, unless
// `origin` is none, which span it left first. Calls the user's what().
void DescribeThrow(injected::Frame* frame, const errors::InFlight& error, const errors::Origin& origin) noexcept;

// What the program said about exceptions of its type (spansmith/exceptions.h). True: it is an answer, and no error.
bool DescribeKnown(injected::Frame* frame, const errors::InFlight& error) noexcept;

}  // namespace spansmith::record

#endif  // SPANSMITH_RECORD_FAILURE_H_
