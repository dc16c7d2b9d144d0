// Copyright The Spansmith Authors
// SPDX-License-Identifier: Apache-2.0
//
// A request and its answer, without any HTTP library; and what apiserver's RequestInfo reads from a path.
#ifndef SAMPLES_KUBE_APISERVER_REST_REQUEST_H_
#define SAMPLES_KUBE_APISERVER_REST_REQUEST_H_

#include <functional>
#include <memory>
#include <string>
#include <utility>
#include <vector>

#include "samples/kube/apiserver/rest/list_options.h"

namespace kube::apiserver {

struct Request {
  std::string method;
  std::string path;  // decoded
  Query query;
  std::string accept, content_type, user_agent, authorization;
  std::string body;
  bool body_too_large = false;
  bool unread = false;  // of a method that HTTP servers do not know: the headers are missing, all it can get is a 405
};

// Lines of a watch, made while they are sent.
class LineSource {
 public:
  virtual ~LineSource() = default;
  // Appends lines to `out`, waiting a fraction of a second at most; false: this is the end.
  virtual bool Next(std::string& out) = 0;
};

struct Answer {
  int status = 200;
  std::string content_type = "application/json";
  bool yaml = false;  // `body` is JSON, and to be sent as YAML
  std::string body;
  std::vector<std::pair<std::string, std::string>> headers;
  std::shared_ptr<LineSource> stream;  // instead of a body
};

struct RequestInfo {
  bool is_resource = false;
  std::string verb;  // get, list, watch, create, update, patch, delete, deletecollection; empty: none of these
  std::string group, version, name_space, resource, subresource, name;
  bool watch_path = false;  // /api/v1/watch/...
  bool deeper = false;      // the path goes on below a subresource
};

// `watch` of the query, too.
RequestInfo ReadRequestInfo(const Request& request);

}  // namespace kube::apiserver

#endif  // SAMPLES_KUBE_APISERVER_REST_REQUEST_H_
