// Copyright The Spansmith Authors
// SPDX-License-Identifier: Apache-2.0
//
// Calls to requests, answers to JSON or errors.
#include "samples/kube/client/rest_client.h"

#include <algorithm>
#include <condition_variable>
#include <mutex>
#include <unordered_set>
#include <utility>

#include "samples/kube/client/answer.h"
#include "samples/kube/client/credentials.h"
#include "samples/kube/client/query.h"
#include "samples/kube/client/server_url.h"
#include "samples/kube/errors/errors.h"
#include "samples/kube/tally/write_tally.h"

namespace kube {

RestClient::RestClient(ClusterConfig config, ClientOptions options)
    : config_(std::move(config)),
      options_(std::move(options)),
      url_(ReadServerUrl(config_.server)),
      credentials_(std::make_unique<Credentials>(config_)),
      transport_(config_.transport) {}

RestClient::~RestClient() = default;

ApiCall RestClient::Call(const char* method, const ResourceType& type, const ObjectKey& key,
                         const std::string& subresource, const std::string& query) const {
  ApiCall call;
  call.method = method;
  call.route = url_.prefix + type.Route(key, subresource);
  call.path = url_.prefix + type.Path(key, subresource);
  call.url = url_.base + type.Path(key, subresource) + (query.empty() ? "" : "?" + query);
  return call;
}

HttpResponse RestClient::Exchange(const ApiCall& call) {
  HttpRequest request;
  request.method = call.method;
  request.url = call.url;
  request.body = call.body;
  request.timeout = options_.timeout;
  request.max_body = options_.max_body;
  request.headers = {"Accept: application/json"};
  if (!call.body.empty()) request.headers.push_back("Content-Type: " + call.content_type);
  if (std::string authorization = credentials_->Header(); !authorization.empty()) {
    request.headers.push_back("Authorization: " + authorization);
  }
  std::string traceparent;
  SPANSMITH_INJECT(traceparent);
  if (!traceparent.empty()) request.headers.push_back("traceparent: " + traceparent);

  HttpResponse response;
  try {
    response = transport_.Send(request);
  } catch (const Error& error) {
    SPANSMITH_NOTE(error.type, ErrorType(error));
    throw;
  }
  SPANSMITH_NOTE(http.response.status_code, response.status);
  SPANSMITH_NOTE(network.protocol.version, response.protocol_version);
  SPANSMITH_NOTE(k8s.audit_id, AuditId(response));
  if (!IsSuccess(response) && !(call.absent_is_an_answer && IsAbsence(response))) {
    SPANSMITH_NOTE(error.type, std::to_string(response.status));
    ThrowRefusal(call.method + " " + call.url, response);
  }
  return response;
}

std::optional<Json> RestClient::Do(ApiCall call) {
  bool token_renewed = false;
  for (int sent = 0;; ++sent) {
    if (sent > 0) call.resend_count = sent;
    try {
      const HttpResponse response = Exchange(call);
      if (response.status == 404) return std::nullopt;
      return ReadAnswer(call.method + " " + call.url, response.body);
    } catch (const Unauthorized&) {
      if (token_renewed || !credentials_->Renew()) throw;
      token_renewed = true;
    } catch (const ApiError& error) {
      const bool may = (error.code() == 429 || error.code() == 503) && error.retry_after().count() > 0;
      if (!may || sent >= options_.retries || error.retry_after() > options_.max_retry_wait) throw;
      if (!WaitFor(error.retry_after())) throw Cancelled(call.method + " " + call.url + ": cancelled");
    }
  }
}

bool RestClient::WaitFor(std::chrono::milliseconds wait) const {
  std::mutex mutex;
  std::condition_variable_any never;
  std::unique_lock<std::mutex> lock(mutex);
  const std::stop_token stop = transport_.stopped();
  never.wait_for(lock, stop, wait, [] { return false; });
  return !stop.stop_requested();
}

std::optional<Json> RestClient::Get(const ResourceType& type, const ObjectKey& key) {
  ApiCall call = Call("GET", type, CheckedKey(type, key), "", "");
  call.absent_is_an_answer = true;
  return Do(std::move(call));
}

ListResult RestClient::List(const ResourceType& type, const std::string& ns, const ListOptions& options) {
  ListResult result;
  std::string token;
  std::unordered_set<std::string> seen;
  bool paged = options.page_size > 0;
  for (int page = 1;; ++page) {
    Query query;
    if (paged) query.Add("limit", std::to_string(options.page_size));
    query.Add("labelSelector", options.label_selector);
    query.Add("fieldSelector", options.field_selector);
    query.Add("continue", token);
    const ApiCall call = Call("GET", type, {ns, ""}, "", query.Text());
    const std::string name = "GET " + call.url;
    std::optional<Json> answer;
    try {
      answer = Do(call);
    } catch (const Gone&) {
      if (token.empty()) throw;
      // The rest of this list is no longer to be had. Begin again, in one piece, which cannot expire.
      result = {};
      token.clear();
      paged = false;
      continue;
    }
    token = ReadPage(name, type, *answer, result);
    if (token.empty()) return result;
    if (!seen.insert(token).second) {
      throw ProtocolError(name + ": the list has no end: the server gives the same continue token again");
    }
    if (page >= options_.max_pages || result.items.size() > options_.max_items) {
      throw ProtocolError(name + ": the list has no end: after " + std::to_string(page) + " pages with " +
                          std::to_string(result.items.size()) + " objects the server still names a next page");
    }
  }
}

Json RestClient::Written(ApiCall call) {
  Json object = *Do(std::move(call));
  WriteTally::CountWrite();
  return object;
}

Json RestClient::Create(const ResourceType& type, const std::string& ns, const Json& object) {
  Query query;
  query.Add("fieldManager", options_.field_manager);
  ApiCall call = Call("POST", type, {ns, ""}, "", query.Text());
  call.body = object.dump();
  return Written(std::move(call));
}

Json RestClient::Update(const ResourceType& type, const ObjectKey& key, const Json& object,
                        const std::string& subresource) {
  Query query;
  query.Add("fieldManager", options_.field_manager);
  ApiCall call = Call("PUT", type, CheckedKey(type, key), subresource, query.Text());
  call.body = object.dump();
  return Written(std::move(call));
}

Json RestClient::Patch(const ResourceType& type, const ObjectKey& key, const Json& patch, const PatchOptions& options) {
  Query query;
  query.Add("fieldManager", options_.field_manager);
  if (options.force) query.Add("force", "true");
  ApiCall call = Call("PATCH", type, CheckedKey(type, key), options.subresource, query.Text());
  call.content_type =
      options.type == PatchType::kApply ? "application/apply-patch+yaml" : "application/merge-patch+json";
  call.body = patch.dump();
  return Written(std::move(call));
}

bool RestClient::Delete(const ResourceType& type, const ObjectKey& key, const DeleteOptions& options) {
  ApiCall call = Call("DELETE", type, CheckedKey(type, key), "", "");
  call.absent_is_an_answer = true;
  Json body = {{"apiVersion", "v1"}, {"kind", "DeleteOptions"}};
  if (!options.uid.empty()) body["preconditions"]["uid"] = options.uid;
  if (!options.resource_version.empty()) body["preconditions"]["resourceVersion"] = options.resource_version;
  if (!options.propagation.empty()) body["propagationPolicy"] = options.propagation;
  call.body = body.dump();
  if (!Do(std::move(call))) return false;
  WriteTally::CountWrite();
  return true;
}

void RestClient::Stop() { transport_.Stop(); }

}  // namespace kube
