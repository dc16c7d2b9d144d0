// Copyright The Spansmith Authors
// SPDX-License-Identifier: Apache-2.0
//
// See module_pin.h.
#include "lifecycle/module_pin.h"

#include <dlfcn.h>

namespace spansmith::lifecycle {

void PinModuleOf(const void* address) noexcept {
  thread_local constinit const void* last_pinned = nullptr;  // most sites of a thread are in one module
  Dl_info module;
  if (dladdr(address, &module) == 0 || module.dli_fbase == last_pinned) return;
  last_pinned = module.dli_fbase;
  // Not the main program: dlopen finds no object of its name, which does no harm. The handle is kept on purpose.
  static_cast<void>(dlopen(module.dli_fname, RTLD_LAZY | RTLD_NOLOAD | RTLD_NODELETE));
}

}  // namespace spansmith::lifecycle
