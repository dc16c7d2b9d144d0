// Copyright The Spansmith Authors
// SPDX-License-Identifier: Apache-2.0
//
// Keeps the shared object that holds an address loaded for ever. Records and the list of sites point into plugins; a
// plugin that was unloaded would take its sites away under them (docs/guarantees.md, "unloading of plugins").
#ifndef SPANSMITH_LIFECYCLE_MODULE_PIN_H_
#define SPANSMITH_LIFECYCLE_MODULE_PIN_H_

namespace spansmith::lifecycle {

// Takes the loader's lock: call it with no lock of ours held.
void PinModuleOf(const void* address) noexcept;

}  // namespace spansmith::lifecycle

#endif  // SPANSMITH_LIFECYCLE_MODULE_PIN_H_
