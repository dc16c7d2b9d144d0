// Copyright The Spansmith Authors
// SPDX-License-Identifier: Apache-2.0
//
// A watch is an answer of lines, each an event (metav1.WatchEvent).
#include <utility>

#include "samples/kube/api/fields.h"
#include "samples/kube/client/answer.h"
#include "samples/kube/client/credentials.h"
#include "samples/kube/client/query.h"
#include "samples/kube/client/rest_client.h"

namespace kube {
namespace {

constexpr std::chrono::seconds kGrace{30};  // for the server to end it by itself

class LineReader {
 public:
  LineReader(std::string request, std::size_t max_line, const std::function<void(WatchEvent)>& on_event)
      : request_(std::move(request)), max_line_(max_line), on_event_(on_event) {}

  void Take(std::string_view piece) {
    while (true) {
      const std::size_t end = piece.find('\n');
      const std::string_view part = piece.substr(0, end);
      if (part.size() > max_line_ - line_.size()) {
        throw ProtocolError(request_ + ": an event is longer than the " + std::to_string(max_line_) +
                            " bytes that are read at most");
      }
      line_ += part;
      if (end == std::string_view::npos) return;
      piece.remove_prefix(end + 1);
      if (line_.find_first_not_of(" \t\r") != std::string::npos) Event();
      line_.clear();
    }
  }

  void End() const {
    if (line_.find_first_not_of(" \t\r") == std::string::npos) return;
    throw ProtocolError(request_ + ": the watch was cut off in the middle of an event: \"" + Excerpt(line_) + "\"");
  }

 private:
  void Event() {
    Json json = ReadAnswer(request_, line_);
    std::string type;
    FieldReader reader(json);
    try {
      reader("type", type);
    } catch (const DecodeError& error) {
      throw DecodeError(request_ + ": " + error.what());
    }
    const auto object = json.find("object");
    if (object == json.end() || !object->is_object()) {
      throw ProtocolError(request_ + ": an event without an object: \"" + Excerpt(line_) + "\"");
    }
    if (type == "ERROR") ThrowStatus(request_, *object);
    WatchEvent event;
    if (type == "ADDED") {
      event.type = WatchEvent::Type::kAdded;
    } else if (type == "MODIFIED") {
      event.type = WatchEvent::Type::kModified;
    } else if (type == "DELETED") {
      event.type = WatchEvent::Type::kDeleted;
    } else if (type == "BOOKMARK") {
      event.type = WatchEvent::Type::kBookmark;
    } else {
      throw ProtocolError(request_ + ": an event of the unknown type \"" + Excerpt(type) + "\"");
    }
    event.object = std::move(*object);
    on_event_(std::move(event));
  }

  const std::string request_;
  const std::size_t max_line_;
  const std::function<void(WatchEvent)>& on_event_;
  std::string line_;
};

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
  LineReader lines("GET " + call.url, options_.max_line, on_event);
  const HttpResponse response =
      transport_.Stream(request, [&lines](std::string_view piece) { lines.Take(piece); }, stop);
  if (!IsSuccess(response)) {
    if (response.status == 401) credentials_->Renew();  // for the next try
    ThrowRefusal("GET " + call.url, response);
  }
  lines.End();
}

}  // namespace kube
