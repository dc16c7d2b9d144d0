// Copyright The Spansmith Authors
// SPDX-License-Identifier: Apache-2.0
//
// The body of a watch: a line is an event (metav1.WatchEvent). One stream, one reader; not thread-safe.
#ifndef SAMPLES_KUBE_CLIENT_WATCH_LINES_H_
#define SAMPLES_KUBE_CLIENT_WATCH_LINES_H_

#include <cstddef>
#include <functional>
#include <string>
#include <string_view>
#include <utility>

#include "samples/kube/client/rest_client.h"

namespace kube {

class WatchLines {
 public:
  // `request` is method and URL, for messages. `on_event` must outlive this. `max_line` in bytes.
  WatchLines(std::string request, std::size_t max_line, const std::function<void(WatchEvent)>& on_event)
      : request_(std::move(request)), max_line_(max_line), on_event_(on_event) {}

  // Any cut of the stream. Throws ProtocolError or DecodeError for what is no event or too long, ApiError for an event
  // of type ERROR, and what `on_event` throws.
  void Take(std::string_view piece);
  // The stream ended: throws ProtocolError if it did so in the middle of a line.
  void End() const;

 private:
  void Event();

  const std::string request_;
  const std::size_t max_line_;
  const std::function<void(WatchEvent)>& on_event_;
  std::string line_;
};

}  // namespace kube

#endif  // SAMPLES_KUBE_CLIENT_WATCH_LINES_H_
