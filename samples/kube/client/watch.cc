// Copyright The Spansmith Authors
// SPDX-License-Identifier: Apache-2.0
//
// A watch is an answer of lines, each an event.
#include <utility>

#include "samples/kube/client/answer.h"
#include "samples/kube/client/credentials.h"
#include "samples/kube/client/query.h"
#include "samples/kube/client/rest_client.h"
#include "samples/kube/client/watch_lines.h"

namespace kube {
namespace {

constexpr std::chrono::seconds kGrace{30};  // for the server to end it by itself

}  // namespace

const char* ToString(WatchEvent::Type type) {
  switch (type) {
    case WatchEvent::Type::kAdded:
      return "ADDED";
    case WatchEvent::Type::kModified:
      return "MODIFIED";
    case WatchEvent::Type::kDeleted:
      return "DELETED";
    case WatchEvent::Type::kBookmark:
      return "BOOKMARK";
  }
  return "";
}

void RestClient::Watch(const ResourceType& type, const std::string& ns, const WatchOptions& options,
                       const std::function<void(WatchEvent)>& on_event, const std::stop_token& stop) {
  Query query;
  query.Add("watch", "true");
  query.Add("allowWatchBookmarks", "true");
  query.Add("resourceVersion", options.resource_version);
  query.Add("timeoutSeconds", std::to_string(options.duration.count()));
  query.Add("labelSelector", options.label_selector);
  query.Add("fieldSelector", options.field_selector);
  const ApiCall call = Call("GET", type, {ns, ""}, "", query.Text());
  HttpRequest request;
  request.url = call.url;
  request.headers = {"Accept: application/json"};
  if (std::string authorization = credentials_->Header(); !authorization.empty()) {
    request.headers.push_back("Authorization: " + authorization);
  }
  request.timeout = options.duration + kGrace;
  request.header_timeout = options_.timeout;
  request.max_body = options_.max_body;
  WatchLines lines("GET " + call.url, options_.max_line, on_event);
  const HttpResponse response =
      transport_.Stream(request, [&lines](std::string_view piece) { lines.Take(piece); }, stop);
  if (!IsSuccess(response)) {
    if (response.status == 401) credentials_->Renew();  // for the next try
    ThrowRefusal("GET " + call.url, response);
  }
  lines.End();
}

}  // namespace kube
