// Copyright The Spansmith Authors
// SPDX-License-Identifier: Apache-2.0
//
// Begins with everything that is there as if it had just been created.
#include "samples/kube/apiserver/controllers/controllers.h"

#include <cstdio>
#include <exception>

namespace kube::apiserver {

Controllers::Controllers(Store& store, Registry& registry, Writer& writer, bool collect)
    : store_(store),
      collect_(collect),
      definitions_(store, registry, writer),
      garbage_(store, registry, writer),
      namespaces_(store, registry, writer) {
  for (const auto& [key, object] : store.All().objects) {  // what a snapshot brought is served before the first request
    if (key.resource == DefinitionController::kResource) definitions_.Handle({0, key, object, nullptr});
  }
  thread_ = std::thread([this] { Run(); });
}

Controllers::~Controllers() { thread_.join(); }

void Controllers::Handle(const Change& change) {
  try {
    definitions_.Handle(change);
    if (!collect_) return;
    garbage_.Handle(change);
    namespaces_.Handle(change);
  } catch (
      const std::exception& error) {  // a conflict with a client that was faster; the next change brings it up again
    std::fprintf(stderr, "apiserver: %s/%s: %s\n", change.key.resource.c_str(), change.key.name.c_str(), error.what());
  }
}

void Controllers::Run() {
  std::uint64_t revision = 0;
  while (true) {
    if (revision < store_.compacted()) {
      const Store::Listing all = store_.All();
      revision = all.revision;
      garbage_.Forget();
      for (const auto& [key, object] : all.objects) garbage_.Learn({0, key, object, nullptr});
      for (const auto& [key, object] : all.objects) Handle({0, key, object, nullptr});
    }
    const Store::Changes changes = store_.After(revision, std::chrono::milliseconds(500));
    if (changes.closed) return;
    for (const Change& change : changes.changes) {
      garbage_.Learn(change);
      revision = change.revision;
    }
    for (const Change& change : changes.changes) Handle(change);
  }
}

}  // namespace kube::apiserver
