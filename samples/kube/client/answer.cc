// Copyright The Spansmith Authors
// SPDX-License-Identifier: Apache-2.0
//
// Statuses, lists and bad JSON.
#include "samples/kube/client/answer.h"

#include <algorithm>
#include <charconv>
#include <iterator>
#include <utility>

#include "samples/kube/api/fields.h"

namespace kube {
namespace {

struct StatusDetails {
  std::string name;
  std::optional<int> retry_after_seconds;

  template <typename Io>
  void Fields(Io& io) {
    io("name", name);
    io("retryAfterSeconds", retry_after_seconds);
  }
};

// metav1.Status.
struct Status {
  std::string kind;
  std::string reason;
  std::string message;
  std::optional<int> code;
  StatusDetails details;

  template <typename Io>
  void Fields(Io& io) {
    io("kind", kind);
    io("reason", reason);
    io("message", message);
    io("code", code);
    io("details", details);
  }
};

// Of a body that may be anything; kind is then not "Status".
Status ReadStatus(const Json& json) {
  Status status;
  try {
    FieldReader reader(json);
    status.Fields(reader);
  } catch (const DecodeError&) {
    return {};
  }
  return status;
}

Status ReadStatus(const HttpResponse& response) {
  return ReadStatus(Json::parse(response.body, nullptr, false));  // discarded is no object
}

std::chrono::seconds RetryAfter(const HttpResponse& response) {
  const auto found = response.headers.find("retry-after");
  if (found == response.headers.end()) return std::chrono::seconds(0);
  int seconds = 0;  // the API server sends no dates
  const std::string& text = found->second;
  const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), seconds);
  return std::chrono::seconds(error == std::errc() && end == text.data() + text.size() ? std::max(seconds, 0) : 0);
}

// What deeper JSON would do to the stack when it is printed or compared; Kubernetes objects have some 20 levels.
constexpr int kDeepest = 1000;

bool IsTooDeep(const std::string& json) {
  int depth = 0;
  bool quoted = false;
  for (std::size_t i = 0; i < json.size(); ++i) {
    const char c = json[i];
    if (quoted) {
      if (c == '\\') ++i;
      if (c == '"') quoted = false;
    } else if (c == '"') {
      quoted = true;
    } else if (c == '[' || c == '{') {
      if (++depth > kDeepest) return true;
    } else if (c == ']' || c == '}') {
      --depth;
    }
  }
  return false;
}

}  // namespace

std::string Excerpt(const std::string& text) {
  constexpr std::size_t kMost = 200;
  std::string out;
  for (const char c : text.substr(0, kMost)) out += static_cast<unsigned char>(c) < 0x20 ? ' ' : c;
  return text.size() > kMost ? out + "..." : out;
}

bool IsSuccess(const HttpResponse& response) { return response.status >= 200 && response.status < 300; }

bool IsAbsence(const HttpResponse& response) {
  if (response.status != 404) return false;
  const Status status = ReadStatus(response);
  return status.kind == "Status" && status.reason == "NotFound" && !status.details.name.empty();
}

void ThrowRefusal(const std::string& request, const HttpResponse& response) {
  const Status status = ReadStatus(response);
  const bool is_status = status.kind == "Status";
  ThrowApiError(response.status, is_status ? status.reason : "", is_status ? status.message : Excerpt(response.body),
                request, RetryAfter(response));
}

void ThrowStatus(const std::string& request, const Json& json) {
  const Status status = ReadStatus(json);
  ThrowApiError(status.code.value_or(500), status.reason,
                status.kind == "Status" ? status.message : Excerpt(json.dump()), request,
                std::chrono::seconds(status.details.retry_after_seconds.value_or(0)));
}

Json ReadAnswer(const std::string& request, const std::string& body) {
  if (IsTooDeep(body)) {
    throw ProtocolError(request + ": the answer is no JSON of the API: nested deeper than " + std::to_string(kDeepest) +
                        " levels: \"" + Excerpt(body) + "\"");
  }
  try {
    Json json = Json::parse(body);
    if (json.is_object()) return json;
  } catch (const Json::parse_error& error) {
    throw ProtocolError(request + ": the answer is no JSON (at byte " + std::to_string(error.byte) + " of " +
                        std::to_string(body.size()) + "): \"" + Excerpt(body) + "\"");
  } catch (const Json::out_of_range&) {
    throw ProtocolError(request + ": the answer holds a number beyond all bounds: \"" + Excerpt(body) + "\"");
  }
  throw ProtocolError(request + ": the answer is no JSON object: \"" + Excerpt(body) + "\"");
}

std::string ReadPage(const std::string& request, const ResourceType& type, Json& answer, ListResult& result) {
  struct Meta {
    std::string resource_version;
    std::string continues;
    void Fields(FieldReader& io) {
      io("resourceVersion", resource_version);
      io("continue", continues);
    }
  } meta;
  try {
    FieldReader reader(answer);
    reader("metadata", meta);
    std::string kind;
    reader("kind", kind);
    const auto items = answer.find("items");
    if (kind != std::string(type.kind) + "List" || items == answer.end() || !(items->is_array() || items->is_null())) {
      throw DecodeError("expected a " + std::string(type.kind) + "List with items, got kind \"" + kind + "\"");
    }
    if (items->is_array()) {
      auto& list = items->get_ref<Json::array_t&>();
      result.items.insert(result.items.end(), std::make_move_iterator(list.begin()),
                          std::make_move_iterator(list.end()));
    }
  } catch (const DecodeError& error) {
    throw DecodeError(request + ": " + error.what());
  }
  result.resource_version = meta.resource_version;
  return meta.continues;
}

std::string AuditId(const HttpResponse& response) {
  const auto found = response.headers.find("audit-id");
  return found == response.headers.end() ? "" : found->second;
}

const char* ErrorType(const Error& error) {
  if (dynamic_cast<const Timeout*>(&error) != nullptr) return "timeout";
  if (dynamic_cast<const TlsError*>(&error) != nullptr) return "tls";
  if (dynamic_cast<const ConnectionError*>(&error) != nullptr) return "connection";
  if (dynamic_cast<const Cancelled*>(&error) != nullptr) return "cancelled";
  if (dynamic_cast<const ProtocolError*>(&error) != nullptr) return "protocol";
  return "_OTHER";
}

ObjectKey CheckedKey(const ResourceType& type, const ObjectKey& key) {
  const std::string kind = type.kind;
  if (key.name.empty()) throw Error(kind + ": an object without a name was asked for");
  if (type.namespaced && key.ns.empty()) throw Error(kind + " " + key.name + ": its namespace is missing");
  for (const std::string& part : {key.ns, key.name}) {
    if (part == "." || part == ".." || part.find_first_of("/%") != std::string::npos) {
      throw Error(kind + " " + key.Text() + ": \"" + part + "\" is no name: it may not be . or .., nor hold / or %");
    }
  }
  return {type.namespaced ? key.ns : "", key.name};
}

}  // namespace kube
