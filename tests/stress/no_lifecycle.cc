// Copyright The Spansmith Authors
// SPDX-License-Identifier: Apache-2.0
//
// What the rooms ask of the one above them, which is not here.
#include "propagate/settings.h"
#include "record/first_span.h"

namespace spansmith {

bool record::OnFirstSpan(injected::Site* site) noexcept {
  __atomic_store_n(&site->state, injected::Site::kOn, __ATOMIC_RELAXED);
  return true;
}
void propagate::OnFirstPropagation() noexcept {}

}  // namespace spansmith
