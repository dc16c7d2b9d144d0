// Copyright The Spansmith Authors
// SPDX-License-Identifier: Apache-2.0
//
// What a person would do with kubectl, against a URL: apply, get, patch, delete. Without spans.
#ifndef SAMPLES_MULTIGRES_EMBEDDED_KUBECTL_H_
#define SAMPLES_MULTIGRES_EMBEDDED_KUBECTL_H_

#include <filesystem>
#include <optional>
#include <stdexcept>
#include <string>
#include <vector>

#include "samples/kube/api/json.h"
#include "samples/kube/api/resource_type.h"
#include "samples/kube/http/transport.h"

namespace multigres {

// what() says file, document or request, what was wrong and what to do.
class ManifestError : public std::runtime_error {
 public:
  using std::runtime_error::runtime_error;
};

// The documents of one YAML file. Throws ManifestError: it cannot be read, is no YAML, a document is no object.
std::vector<kube::Json> ReadManifests(const std::filesystem::path& file);

// How the API calls the kind of a manifest. Throws ManifestError if this program does not know the kind.
kube::ResourceType TypeOf(const kube::Json& manifest);

// Thread-safe.
class Kubectl {
 public:
  explicit Kubectl(std::string url);

  // Server-side apply, strict about unknown fields. Throws ManifestError with the server's message if it refuses.
  kube::Json Apply(const kube::Json& manifest);
  void ApplyFile(const std::filesystem::path& file);

  std::optional<kube::Json> Get(const kube::ResourceType& type, const kube::ObjectKey& key);  // nullopt: there is none
  std::vector<kube::Json> List(const kube::ResourceType& type, const std::string& ns);
  // A merge patch; of a subresource if named.
  kube::Json Patch(const kube::ResourceType& type, const kube::ObjectKey& key, const kube::Json& patch,
                   const std::string& subresource = "");
  bool Delete(const kube::ResourceType& type, const kube::ObjectKey& key);  // false: there was none

 private:
  kube::HttpResponse Send(const std::string& method, const std::string& path, const kube::Json* body,
                          const char* content_type);

  const std::string url_;
  kube::Transport transport_;
};

}  // namespace multigres

#endif  // SAMPLES_MULTIGRES_EMBEDDED_KUBECTL_H_
