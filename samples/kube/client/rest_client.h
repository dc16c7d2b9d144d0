// Copyright The Spansmith Authors
// SPDX-License-Identifier: Apache-2.0
//
// The Kubernetes API without types: JSON in, JSON out. Every exchange is one client span. client.h puts types on top.
//
// Errors: kube/errors/errors.h. A refusal with Retry-After (429, 503) is asked again, as often and as long as the
// options say; so is one 401 if the token is in a file, which is then read again. Nothing else is asked twice.
#ifndef SAMPLES_KUBE_CLIENT_REST_CLIENT_H_
#define SAMPLES_KUBE_CLIENT_REST_CLIENT_H_

#include <spansmith/annotations.h>

#include <chrono>
#include <cstddef>
#include <functional>
#include <memory>
#include <optional>
#include <stop_token>
#include <string>
#include <vector>

#include "samples/kube/api/json.h"
#include "samples/kube/api/resource_type.h"
#include "samples/kube/client/server_url.h"
#include "samples/kube/config/cluster_config.h"
#include "samples/kube/http/transport.h"

namespace kube {

class Credentials;

struct ClientOptions {
  std::string field_manager = "kube-sample";
  std::chrono::milliseconds timeout{30000};         // of one exchange
  int retries = 3;                                  // after a refusal with Retry-After
  std::chrono::milliseconds max_retry_wait{10000};  // a longer Retry-After is an error at once
  std::size_t max_body = std::size_t{64} << 20;     // bytes of one answer
  std::size_t max_line = std::size_t{16} << 20;     // bytes of one event of a watch
  int max_pages = 10000;                            // of one list
  std::size_t max_items = 1000000;                  // of one list
};

struct ListOptions {
  std::string label_selector;
  std::string field_selector;
  int page_size = 500;
};

struct ListResult {
  std::vector<Json> items;
  std::string resource_version;
};

enum class PatchType { kMerge, kApply };

struct PatchOptions {
  PatchType type = PatchType::kMerge;
  std::string subresource;
  bool force = false;  // of kApply: take fields over from other managers
};

struct DeleteOptions {
  std::string uid;               // only the object with this uid
  std::string resource_version;  // only in this state
  std::string propagation;       // Foreground, Background, Orphan; empty: the kind's default
};

struct WatchOptions {
  std::string label_selector;
  std::string field_selector;
  std::string resource_version;
  std::chrono::seconds duration{300};  // after which the server ends it
};

struct WatchEvent {
  enum class Type { kAdded, kModified, kDeleted, kBookmark };
  Type type = Type::kAdded;
  Json object;
};
const char* ToString(WatchEvent::Type type);  // "ADDED"

// One call of the API, and what its span says of it.
struct ApiCall {
  std::string method;
  std::string route;  // the path as a template
  std::string path;
  std::string url;  // whole, without credentials
  std::string body;
  std::string content_type = "application/json";
  bool absent_is_an_answer = false;  // 404 is no error
  std::optional<int> resend_count;   // of a request that is sent again
};

// Thread-safe.
class SPANSMITH_SCOPE("kube/client") RestClient {
 public:
  // Throws ConfigError.
  explicit RestClient(ClusterConfig config, ClientOptions options = {});
  ~RestClient();

  std::optional<Json> Get(const ResourceType& type, const ObjectKey& key);  // nullopt: there is no such object
  // All of a namespace (empty: of all), page by page. Throws ProtocolError if it has no end, Gone if it changes too
  // fast.
  ListResult List(const ResourceType& type, const std::string& ns, const ListOptions& options = {});
  Json Create(const ResourceType& type, const std::string& ns, const Json& object);
  Json Update(const ResourceType& type, const ObjectKey& key, const Json& object, const std::string& subresource = "");
  Json Patch(const ResourceType& type, const ObjectKey& key, const Json& patch, const PatchOptions& options);
  // False: there is no such object.
  bool Delete(const ResourceType& type, const ObjectKey& key, const DeleteOptions& options = {});

  // Events, bookmarks among them, until the server ends the watch. Throws Gone: list again. Throws ProtocolError: a
  // line is cut off, too long or no event; what came before it has been delivered. An exception of on_event comes out
  // here.
  void Watch(const ResourceType& type, const std::string& ns, const WatchOptions& options,
             const std::function<void(WatchEvent)>& on_event, const std::stop_token& stop);

  // Running calls and later ones throw Cancelled.
  void Stop();

  const ClientOptions& options() const { return options_; }
  const ClusterConfig& config() const { return config_; }

 private:
  ApiCall Call(const char* method, const ResourceType& type, const ObjectKey& key, const std::string& subresource,
               const std::string& query) const;
  // Sends, again if need be, and reads the JSON; nullopt: absent.
  std::optional<Json> Do(ApiCall call);
  Json Written(ApiCall call);                          // and counted
  bool WaitFor(std::chrono::milliseconds wait) const;  // false: stopped

  SPANSMITH_SPAN("HTTP", SPANSMITH_NAME(call.method + " " + call.route), SPANSMITH_KIND(client),
                 SPANSMITH_ATTR(http.request.method, call.method), SPANSMITH_ATTR(url.full, call.url),
                 SPANSMITH_ATTR(url.path, call.path), SPANSMITH_ATTR(url.template, call.route),
                 SPANSMITH_ATTR(server.address, url_.address), SPANSMITH_ATTR(server.port, url_.port),
                 SPANSMITH_ATTR(http.request.resend_count, call.resend_count))
  HttpResponse Exchange(const ApiCall& call);

  const ClusterConfig config_;
  const ClientOptions options_;
  const ServerUrl url_;
  std::unique_ptr<Credentials> credentials_;
  Transport transport_;
};

}  // namespace kube

#endif  // SAMPLES_KUBE_CLIENT_REST_CLIENT_H_
