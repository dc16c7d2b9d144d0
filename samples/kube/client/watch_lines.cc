// Copyright The Spansmith Authors
// SPDX-License-Identifier: Apache-2.0
#include "samples/kube/client/watch_lines.h"

#include <utility>

#include "samples/kube/api/fields.h"
#include "samples/kube/client/answer.h"

namespace kube {

void WatchLines::Take(std::string_view piece) {
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

void WatchLines::End() const {
  if (line_.find_first_not_of(" \t\r") == std::string::npos) return;
  throw ProtocolError(request_ + ": the watch was cut off in the middle of an event: \"" + Excerpt(line_) + "\"");
}

void WatchLines::Event() {
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

}  // namespace kube
