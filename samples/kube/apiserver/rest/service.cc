// Copyright The Spansmith Authors
// SPDX-License-Identifier: Apache-2.0
//
// Routes. Built-in and custom resources refuse the same wrong request in different words, as in the real server.
#include "samples/kube/apiserver/rest/service.h"

#include <cctype>
#include <cstdlib>
#include <exception>

#include "samples/kube/apiserver/rest/body.h"
#include "samples/kube/apiserver/rest/discovery.h"
#include "samples/kube/apiserver/rest/negotiate.h"
#include "samples/kube/apiserver/schema/format.h"
#include "samples/kube/apiserver/wire/go_text.h"
#include "samples/kube/apiserver/wire/random_text.h"
#include "samples/kube/apiserver/wire/yaml_text.h"

namespace kube::apiserver {
namespace {

constexpr std::size_t kBodyLimit = 3145728;

Answer AnswerOf(const Json& object, int status = 200, bool yaml = false) {
  Answer answer;
  answer.status = status;
  answer.yaml = yaml;
  answer.body = object.dump(-1, ' ', false, Json::error_handler_t::replace) + "\n";
  return answer;
}

Answer AnswerOf(const StatusError& error) {
  Answer answer = AnswerOf(error.body(), error.code());
  if (error.retry_after() > 0) answer.headers.emplace_back("Retry-After", std::to_string(error.retry_after()));
  return answer;
}

Answer PageNotFound() {
  Answer answer;
  answer.status = 404;
  answer.content_type = "text/plain; charset=utf-8";
  answer.body = "404 page not found\n";
  return answer;
}

// As Go writes one: 1m30s.
bool IsDuration(const std::string& text) {
  return MatchesPattern(text, R"(^[-+]?(0|(\d+(\.\d*)?|\.\d+)(ns|us|µs|ms|s|m|h))+$)");
}

// Errors, and documents of discovery, in the form that is asked for; an error in JSON if it is none that there is.
void ChooseForm(const Request& request, Answer& answer) {
  if (answer.content_type != "application/json" || answer.stream || answer.yaml) return;
  if (const auto choice = Negotiate(request.accept, false); choice && choice->yaml) answer.yaml = true;
}

// Methods that a built-in resource's path does not have at all.
bool HasRoute(const RequestInfo& info) {
  if (info.verb.empty()) return false;
  const bool named = !info.name.empty();
  if (!info.subresource.empty()) return info.verb == "get" || info.verb == "update" || info.verb == "patch";
  if (info.verb == "create") return !named;
  if (info.verb == "update" || info.verb == "patch") return named;
  return true;
}

}  // namespace

Answer Service::Serve(const Request& request) {
  Answer answer;
  RequestInfo info;
  try {
    info = ReadRequestInfo(request);
    CheckAccess(tokens_, request, info);
    if (info.is_resource) faults_.Meet(info);
    answer = Route(request, info);
  } catch (const StatusError& error) {
    answer = AnswerOf(error);
  } catch (const std::exception& error) {
    answer = AnswerOf(StatusError(500, "InternalError", std::string("Internal error occurred: ") + error.what(),
                                  {{"causes", Json::array({{{"message", error.what()}}})}}));
  }
  if (answer.status >= 400) ChooseForm(request, answer);
  if (answer.yaml) {
    answer.body = WriteYaml(Json::parse(answer.body));
    answer.content_type = "application/yaml";
  }
  if (const ResourcePtr kind = info.is_resource ? registry_.Find(info.group, info.version, info.resource) : nullptr;
      kind && !kind->deprecation.empty() && answer.status != 404) {
    answer.headers.insert(answer.headers.begin(), {"Warning", "299 - " + Quoted(kind->deprecation)});
  }
  answer.headers.emplace_back("Audit-Id", NewUid());
  answer.headers.emplace_back("Cache-Control", "no-cache, private");
  return answer;
}

Answer Service::Route(const Request& request, const RequestInfo& info) {
  if (auto found = Discover(registry_, request)) {
    if (found->status < 400) ChooseForm(request, *found);
    return *found;
  }
  if (!info.is_resource || request.path.find("//") != std::string::npos) {
    if (request.path.starts_with("/api/") || request.path.starts_with("/api//")) throw NoRoute();
    return PageNotFound();
  }
  Target target{registry_.Find(info.group, info.version, info.resource), info.name_space, info.name, info.subresource};
  if (!target.resource || (target.resource->namespaced != !info.name_space.empty() && !info.name.empty()) ||
      (!target.resource->namespaced && !info.name_space.empty())) {
    if (registry_.IsBuiltinGroup(info.group)) throw NoRoute();
    return PageNotFound();
  }
  if (target.resource->custom) {
    if (info.verb.empty()) throw MethodNotSupported(target.resource->AsResource(), info.verb);
    if (!info.subresource.empty() && !(info.subresource == "status" && target.resource->has_status) &&
        !(info.subresource == "scale" && target.resource->has_scale)) {
      throw NotFound(target.resource->AsResource(), info.name);
    }
    if (!info.subresource.empty() && !HasRoute(info)) {
      throw MethodNotSupported(target.resource->AsResource(), info.verb);
    }
    if (info.name.empty() && (info.verb == "update" || info.verb == "patch")) throw BadRequest("name must be provided");
  } else {
    const bool finalize = info.subresource == "finalize" && target.resource->kind == "Namespace";
    if (finalize && info.verb != "update") throw MethodNotAllowed();
    const bool known = finalize || info.subresource.empty() ||
                       (info.subresource == "status" && target.resource->has_status) ||
                       (info.subresource == "scale" && target.resource->has_scale);
    if (!known || info.deeper) throw NoRoute();
    if (!HasRoute(info) || request.method == "HEAD" || (info.watch_path && info.verb != "watch")) {
      throw MethodNotAllowed();
    }
    if (!MatchesRoute(request.accept,
                      {"application/json", "application/yaml", "application/vnd.kubernetes.protobuf"})) {
      throw RouteNotAcceptable("application/json, application/yaml, application/vnd.kubernetes.protobuf" +
                               std::string(info.verb == "list" || info.verb == "watch"
                                               ? ", application/json;stream=watch, "
                                                 "application/vnd.kubernetes.protobuf;stream=watch"
                                               : ""));
    }
  }
  Rendering::Choose(request.accept, "");  // 406 before anything is done
  const bool all = target.resource->namespaced && info.name_space.empty();
  if (all && info.verb != "list" && info.verb != "watch" && info.verb != "get") {
    if (!target.resource->custom && info.verb == "create") throw MethodNotAllowed();
    if (target.resource->custom) return PageNotFound();
  }
  if (const std::string timeout = QueryText(request.query, "timeout"); !timeout.empty() && !IsDuration(timeout)) {
    throw BadRequest("invalid timeout specified in the request URL - time: " +
                     std::string(std::isdigit(static_cast<unsigned char>(timeout[0])) ? "missing unit in" : "invalid") +
                     " duration " + Quoted(timeout));
  }
  if (request.body_too_large || request.body.size() > kBodyLimit) {
    throw StatusError(413, "RequestEntityTooLarge", "Request entity too large: limit is " + std::to_string(kBodyLimit));
  }
  return ServeResource(request, info, target);
}

Answer Service::ServeResource(const Request& request, const RequestInfo& info, const Target& target) {
  if (info.subresource == "scale") return ServeScale(request, info, target);
  if (info.verb == "get" || info.verb == "list" || info.verb == "watch") return Read(request, info, target);
  if (info.verb == "create") return Create(request, target);
  if (info.verb == "update") return Update(request, target);
  if (info.verb == "patch") return Patch(request, target);
  if (info.verb == "delete") return Delete(request, target);
  return DeleteCollection(request, info, target);
}

Answer Service::Read(const Request& request, const RequestInfo& info, const Target& target) {
  const Rendering rendering = Rendering::Choose(request.accept, QueryText(request.query, "includeObject"));
  if (info.verb == "get") {
    const std::string version = QueryText(request.query, "resourceVersion");
    if (const std::string wrong = version.empty() ? "" : ParseUintError(version); !wrong.empty()) {
      throw StatusError::Internal("resourceVersion: Invalid value: " + Quoted(version) + ": " + wrong);
    }
    if (!version.empty()) WaitForRevision(store_, std::strtoull(version.c_str(), nullptr, 10));
    return AnswerOf(rendering.One(*target.resource, GetObject(store_, target)), 200, rendering.yaml);
  }
  Query query = request.query;
  if (!info.name.empty()) query.insert({"fieldSelector", "metadata.name=" + info.name});  // the old path of a watch
  ListOptions options = ReadListOptions(query, *target.resource);
  options.watch = info.verb == "watch";
  std::string name_space = target.name_space;
  if (name_space.empty()) name_space = options.selector.PinnedNamespace();
  if (!options.watch) {
    return AnswerOf(ListObjects(store_, *target.resource, name_space, options, rendering), 200, rendering.yaml);
  }
  if (rendering.yaml) throw OnlyTheseStreams();
  if (!options.initial_events && options.resource_version.empty()) options.initial_events = true;  // the old path
  Answer answer;
  answer.stream = WatchObjects(store_, target.resource, name_space, options, rendering,
                               [this, info] { return faults_.DropsWatch(info); });
  return answer;
}

Answer Service::Delete(const Request& request, const Target& target) {
  const Rendering rendering = Rendering::Choose(request.accept, "");
  const DeleteOptions options = ReadDeleteOptions(request);
  const Writer::Deleted deleted = writer_.Delete(target, options);
  Answer answer;
  if (!deleted.gone || target.resource->returns_deleted) {
    answer = AnswerOf(rendering.One(*target.resource, deleted.object), 200, rendering.yaml);
  } else {
    answer = AnswerOf(Success(target.resource->AsResource(), target.name, TextAt(deleted.object["metadata"], "uid")),
                      200, rendering.yaml);
  }
  if (target.resource->default_propagation == "Orphan" && options.propagation.empty()) {
    answer.headers.emplace_back(
        "Warning",
        "299 - \"child pods are preserved by default when jobs are deleted; set propagationPolicy=Background to remove "
        "them or set propagationPolicy=Orphan to suppress this warning\"");
  }
  return answer;
}

Answer Service::DeleteCollection(const Request& request, const RequestInfo&, const Target& target) {
  if (target.resource->kind == "Namespace" && !target.resource->custom) throw MethodNotAllowed();
  const Rendering rendering = Rendering::Choose(request.accept, "");
  const DeleteOptions options = ReadDeleteOptions(request);
  ListOptions list = ReadListOptions(request.query, *target.resource);
  list.limit = 0;
  const auto found = store_.List(target.resource->StorageKey(), target.name_space);
  std::vector<ObjectPtr> gone;
  for (const auto& [key, object] : found->objects) {
    if (!list.selector.Matches(*object)) continue;
    gone.push_back(object);
    try {
      writer_.Delete({target.resource, key.name_space, key.name, ""}, options);
    } catch (const StatusError& error) {
      if (error.code() != 404) throw;  // somebody else was faster
    }
  }
  return AnswerOf(rendering.Many(*target.resource, gone, {{"resourceVersion", std::to_string(found->revision)}}), 200,
                  rendering.yaml);
}

}  // namespace kube::apiserver
