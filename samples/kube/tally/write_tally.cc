// Copyright The Spansmith Authors
// SPDX-License-Identifier: Apache-2.0
//
// One pointer a thread.
#include "samples/kube/tally/write_tally.h"

#include <utility>

namespace kube {
namespace {

thread_local std::shared_ptr<WriteTally> current;

}  // namespace

std::shared_ptr<WriteTally> WriteTally::Current() { return current; }

void WriteTally::CountWrite() {
  if (current) current->Add();
}

TallyScope::TallyScope(std::shared_ptr<WriteTally> tally) : outer_(std::exchange(current, std::move(tally))) {}
TallyScope::~TallyScope() { current = std::move(outer_); }

}  // namespace kube
