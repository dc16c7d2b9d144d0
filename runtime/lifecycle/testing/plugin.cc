// Copyright The Spansmith Authors
// SPDX-License-Identifier: Apache-2.0
//
// A shared library with a traced function, which ways_out_test.cc opens and closes. The runtime is the host's.
#include <spansmith/injected.h>

extern "C" void SpansmithTestPluginWork() {
  static spansmith::injected::Site site = spansmith::injected::Site("FromThePlugin").At("plugin::Work", __FILE__, 9);
  const spansmith::injected::Guard guard(&site);
}
