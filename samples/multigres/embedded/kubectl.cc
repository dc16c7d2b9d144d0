// Copyright The Spansmith Authors
// SPDX-License-Identifier: Apache-2.0
#include "samples/multigres/embedded/kubectl.h"

#include <cerrno>
#include <cstring>
#include <fstream>
#include <sstream>

#include "samples/kube/api/core.h"
#include "samples/kube/api/workloads.h"
#include "samples/kube/apiserver/wire/yaml_text.h"
#include "samples/multigres/api/multigres_cluster.h"

namespace multigres {
namespace {

constexpr kube::ResourceType kDefinition{"apiextensions.k8s.io", "v1", "customresourcedefinitions",
                                         "CustomResourceDefinition", false};
constexpr kube::ResourceType kClaim{"", "v1", "persistentvolumeclaims", "PersistentVolumeClaim", true};
constexpr kube::ResourceType kServiceAccount{"", "v1", "serviceaccounts", "ServiceAccount", true};

constexpr kube::ResourceType kTypes[] = {kDefinition,
                                         MultigresCluster::kResource,
                                         Etcd::kResource,
                                         MultiGateway::kResource,
                                         MultiOrch::kResource,
                                         MultiPooler::kResource,
                                         Cell::kResource,
                                         kube::StatefulSet::kResource,
                                         kube::Deployment::kResource,
                                         kube::Service::kResource,
                                         kube::ConfigMap::kResource,
                                         kube::Namespace::kResource,
                                         kClaim,
                                         kServiceAccount};

std::string Text(const kube::Json& json, const char* name) {
  if (!json.is_object()) return "";
  const auto found = json.find(name);
  return found != json.end() && found->is_string() ? found->get<std::string>() : "";
}

kube::ObjectKey KeyOf(const kube::ResourceType& type, const kube::Json& manifest) {
  const kube::Json meta = manifest.value("metadata", kube::Json::object());
  const std::string ns = Text(meta, "namespace");
  const std::string name = Text(meta, "name");
  if (name.empty()) {
    throw ManifestError(std::string(type.kind) + " without metadata.name: every object needs a name; add one");
  }
  return {type.namespaced ? (ns.empty() ? "default" : ns) : "", name};
}

[[noreturn]] void Refused(const std::string& what, const kube::HttpResponse& response) {
  const kube::Json status = kube::Json::parse(response.body, nullptr, false);
  const std::string message = Text(status, "message");
  throw ManifestError(what + ": the server answered " + std::to_string(response.status) + ": " +
                      (message.empty() ? response.body.substr(0, 200) : message));
}

bool IsGood(const kube::HttpResponse& response) { return response.status >= 200 && response.status < 300; }

}  // namespace

std::vector<kube::Json> ReadManifests(const std::filesystem::path& file) {
  std::ifstream stream(file);
  if (!stream || std::filesystem::is_directory(file)) {
    throw ManifestError(file.string() + ": cannot be read (" + std::strerror(errno == 0 ? EISDIR : errno) +
                        "): name a YAML file");
  }
  std::vector<std::string> texts(1);
  for (std::string line; std::getline(stream, line);) {
    if (line.rfind("---", 0) == 0) {
      texts.emplace_back();
    } else {
      texts.back() += line + "\n";
    }
  }
  std::vector<kube::Json> documents;
  for (std::size_t i = 0; i < texts.size(); ++i) {
    const std::string place = file.string() + ", document " + std::to_string(i + 1);
    kube::apiserver::YamlText text = kube::apiserver::ReadYaml(texts[i]);
    if (!text.error.empty()) throw ManifestError(place + ": not valid YAML: " + text.error);
    kube::Json document = std::move(text.value);
    if (document.is_null()) continue;  // comments alone
    if (!document.is_object()) throw ManifestError(place + ": expected an object with kind and metadata");
    documents.push_back(std::move(document));
  }
  return documents;
}

kube::ResourceType TypeOf(const kube::Json& manifest) {
  const std::string kind = Text(manifest, "kind");
  const std::string version = Text(manifest, "apiVersion");
  for (const kube::ResourceType& type : kTypes) {
    if (kind == type.kind && version == type.ApiVersion()) return type;
  }
  throw ManifestError("kind '" + kind + "' of apiVersion '" + version +
                      "' is not known here: correct it, or use kubectl");
}

Kubectl::Kubectl(std::string url) : url_(std::move(url)), transport_(kube::TransportOptions{}) {}

kube::HttpResponse Kubectl::Send(const std::string& method, const std::string& path, const kube::Json* body,
                                 const char* content_type) {
  kube::HttpRequest request;
  request.method = method;
  request.url = url_ + path;
  request.headers = {"Accept: application/json"};
  if (body != nullptr) {
    request.headers.push_back(std::string("Content-Type: ") + content_type);
    request.body = body->dump();
  }
  return transport_.Send(request);
}

kube::Json Kubectl::Apply(const kube::Json& manifest) {
  const kube::ResourceType type = TypeOf(manifest);
  const kube::ObjectKey key = KeyOf(type, manifest);
  const kube::HttpResponse response =
      Send("PATCH", type.Path(key) + "?fieldManager=kubectl&force=true&fieldValidation=Strict", &manifest,
           "application/apply-patch+yaml");
  if (!IsGood(response)) Refused(std::string("apply of ") + type.kind + " " + key.Text(), response);
  return kube::Json::parse(response.body);
}

void Kubectl::ApplyFile(const std::filesystem::path& file) {
  for (const kube::Json& manifest : ReadManifests(file)) {
    try {
      Apply(manifest);
    } catch (const ManifestError& error) {
      throw ManifestError(file.string() + ": " + error.what());
    }
  }
}

std::optional<kube::Json> Kubectl::Get(const kube::ResourceType& type, const kube::ObjectKey& key) {
  const kube::HttpResponse response = Send("GET", type.Path(key), nullptr, "");
  if (response.status == 404) return std::nullopt;
  if (!IsGood(response)) Refused(std::string("get of ") + type.kind + " " + key.Text(), response);
  return kube::Json::parse(response.body);
}

std::vector<kube::Json> Kubectl::List(const kube::ResourceType& type, const std::string& ns) {
  const kube::HttpResponse response = Send("GET", type.Path({ns, ""}), nullptr, "");
  if (!IsGood(response)) Refused(std::string("list of ") + type.plural, response);
  return kube::Json::parse(response.body).value("items", std::vector<kube::Json>());
}

kube::Json Kubectl::Patch(const kube::ResourceType& type, const kube::ObjectKey& key, const kube::Json& patch,
                          const std::string& subresource) {
  const kube::HttpResponse response =
      Send("PATCH", type.Path(key, subresource), &patch, "application/merge-patch+json");
  if (!IsGood(response)) Refused(std::string("patch of ") + type.kind + " " + key.Text(), response);
  return kube::Json::parse(response.body);
}

bool Kubectl::Delete(const kube::ResourceType& type, const kube::ObjectKey& key) {
  const kube::HttpResponse response = Send("DELETE", type.Path(key), nullptr, "");
  if (response.status == 404) return false;
  if (!IsGood(response)) Refused(std::string("delete of ") + type.kind + " " + key.Text(), response);
  return true;
}

}  // namespace multigres
