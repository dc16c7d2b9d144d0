// Copyright The Spansmith Authors
// SPDX-License-Identifier: Apache-2.0
//
// List, then watch, for ever: keeps a sink as the server is. Without types; informer.h puts them on top.
//
// A watch that ends, breaks or is cut off goes on from the last resource version seen (bookmarks count); on 410 Gone,
// and after three failures at one version, everything is listed again. Failures wait longer each time. Every failure is
// logged; none ends the loop.
#ifndef SAMPLES_KUBE_INFORMER_REFLECTOR_H_
#define SAMPLES_KUBE_INFORMER_REFLECTOR_H_

#include <chrono>
#include <functional>
#include <stop_token>
#include <string>
#include <vector>

#include "samples/kube/client/rest_client.h"

namespace kube {

struct ReflectorOptions {
  std::string ns;  // empty: all
  std::string label_selector;
  int page_size = 500;
  std::chrono::seconds watch_duration{300};
  std::chrono::milliseconds min_backoff{800};
  std::chrono::milliseconds max_backoff{30000};
};

// Called by the reflector's thread only. Must not throw.
class ReflectorSink {
 public:
  virtual ~ReflectorSink() = default;
  virtual void OnList(std::vector<Json> objects) = 0;  // this is all there is
  virtual void OnEvent(WatchEvent event) = 0;          // never a bookmark
};

// Runs until `stop`.
void Reflect(RestClient& client, const ResourceType& type, const ReflectorOptions& options, ReflectorSink& sink,
             const std::stop_token& stop);

}  // namespace kube

#endif  // SAMPLES_KUBE_INFORMER_REFLECTOR_H_
