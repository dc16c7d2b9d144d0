// Copyright The Spansmith Authors
// SPDX-License-Identifier: Apache-2.0
//
// What an informer logs.
#include "samples/kube/informer/informer.h"

#include <spdlog/spdlog.h>

namespace kube {

void LogUnreadable(const ResourceType& type, const std::string& what) {
  spdlog::error("informer of {}: an object is passed over: {}", type.plural, what);
}

void LogHandlerFailure(const ResourceType& type, const ObjectKey& key, const std::string& what) {
  spdlog::error("informer of {}: a handler failed at {}: {}", type.plural, key.Text(), what);
}

}  // namespace kube
