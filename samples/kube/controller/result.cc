// Copyright The Spansmith Authors
// SPDX-License-Identifier: Apache-2.0
//
// In a source file, so that the header stays free of statements that the tool must find.
#include "samples/kube/controller/result.h"

#include <spansmith/annotations.h>

namespace kube {

Result Result::RequeueAfter(Duration delay) {
  Result result;
  result.requeue_after = delay;
  SPANSMITH_INJECT(result.trigger);
  return result;
}

}  // namespace kube
