// Copyright The Spansmith Authors
// SPDX-License-Identifier: Apache-2.0
//
// clientcmd's Config (client.authentication and v1), as kubectl writes it.
#include <yaml-cpp/yaml.h>

#include <fstream>
#include <sstream>
#include <utility>

#include "samples/kube/config/base64.h"
#include "samples/kube/config/cluster_config.h"
#include "samples/kube/errors/errors.h"

namespace kube {
namespace {

class Kubeconfig {
 public:
  explicit Kubeconfig(std::filesystem::path file) : file_(std::move(file)) {
    std::ifstream in(file_, std::ios::binary);
    std::ostringstream text;
    if (in) text << in.rdbuf();
    if (!in || std::filesystem::is_directory(file_)) {
      Fail("the kubeconfig cannot be read. To do: see that the file is there and readable.");
    }
    try {
      root_ = YAML::Load(text.str());
    } catch (const YAML::Exception& error) {
      Fail("line " + std::to_string(error.mark.line + 1) + ": no YAML: " + error.msg + ". To do: correct it.");
    }
    if (!root_.IsMap()) Fail("expected a kubeconfig: a YAML mapping with clusters, users and contexts.");
    const std::string kind = Text(root_, "kind", "");
    if (!kind.empty() && kind != "Config") Fail("kind: expected Config, got " + kind + ".");
  }

  ClusterConfig Load(const std::string& wanted) const {
    const std::string name = wanted.empty() ? Text(root_, "current-context", "") : wanted;
    if (name.empty())
      Fail("current-context: it is not set. To do: set it, or name a context; there are: " + Names("contexts"));
    const YAML::Node context = Entry("contexts", "context", name);
    const std::string at = "contexts[" + name + "].context.";
    const std::string cluster = Text(context, "cluster", at);
    if (cluster.empty()) Fail(at + "cluster: it is not set. To do: name one of: " + Names("clusters"));
    ClusterConfig config;
    ReadCluster(Entry("clusters", "cluster", cluster), "clusters[" + cluster + "].cluster.", config);
    if (const std::string user = Text(context, "user", at); !user.empty()) {
      ReadUser(Entry("users", "user", user), "users[" + user + "].user.", config);
    }
    if (const std::string ns = Text(context, "namespace", at); !ns.empty()) config.ns = ns;
    return config;
  }

 private:
  [[noreturn]] void Fail(const std::string& what) const { throw ConfigError(file_.string() + ": " + what); }

  std::string Text(const YAML::Node& map, const char* key, const std::string& at) const {
    const YAML::Node node = map[key];
    if (!node || node.IsNull()) return "";
    if (!node.IsScalar()) Fail("line " + std::to_string(node.Mark().line + 1) + ": " + at + key + ": expected a text.");
    return node.Scalar();
  }

  bool Flag(const YAML::Node& map, const char* key, const std::string& at) const {
    const std::string text = Text(map, key, at);
    if (text.empty() || text == "false") return false;
    if (text == "true") return true;
    Fail(at + key + ": expected true or false, got " + text + ".");
  }

  // The value of `inner` in the element of a list that has this name.
  YAML::Node Entry(const char* list, const char* inner, const std::string& name) const {
    const YAML::Node all = root_[list];
    if (all && !all.IsNull() && !all.IsSequence()) {
      Fail("line " + std::to_string(all.Mark().line + 1) + ": " + list + ": expected a list.");
    }
    for (const YAML::Node& entry : all) {
      if (!entry.IsMap() || Text(entry, "name", std::string(list) + "[].") != name) continue;
      const YAML::Node value = entry[inner];
      if (!value || value.IsNull()) return YAML::Node(YAML::NodeType::Map);
      if (!value.IsMap()) {
        Fail("line " + std::to_string(value.Mark().line + 1) + ": " + list + "[" + name + "]." + inner +
             ": expected a mapping.");
      }
      return value;
    }
    Fail(std::string(list) + ": there is no " + inner + " \"" + name + "\". To do: use one of: " + Names(list));
  }

  std::string Names(const char* list) const {
    std::string names;
    const YAML::Node all = root_[list];
    if (all && all.IsSequence()) {
      for (const YAML::Node& entry : all) {
        if (!entry.IsMap() || !entry["name"] || !entry["name"].IsScalar()) continue;
        names += (names.empty() ? "" : ", ") + entry["name"].Scalar();
      }
    }
    return names.empty() ? "(none)" : names;
  }

  std::string File(const std::string& name) const {
    const std::filesystem::path path(name);
    return (path.is_absolute() ? path : file_.parent_path() / path).string();
  }

  // `<key>-data` as Base64, else the file that `<key>` names.
  PemSource Pem(const YAML::Node& map, const std::string& key, const std::string& at) const {
    PemSource source;
    const std::string data = Text(map, (key + "-data").c_str(), at);
    if (!data.empty()) {
      const std::optional<std::string> text = Base64Decode(data);
      if (!text) Fail(at + key + "-data: it is no Base64. To do: encode the PEM file with 'base64 -w0'.");
      if (text->find("-----BEGIN ") == std::string::npos) {
        Fail(at + key +
             "-data: what it decodes to is no PEM (no -----BEGIN). To do: encode the PEM file with 'base64 -w0'.");
      }
      source.text = *text;
      return source;
    }
    const std::string name = Text(map, key.c_str(), at);
    if (name.empty()) return source;
    source.file = File(name);
    CheckReadable(source.file, at + key);
    return source;
  }

  void CheckReadable(const std::string& name, const std::string& where) const {
    if (!std::ifstream(name) || std::filesystem::is_directory(name)) {
      Fail(where + ": the file " + name + " cannot be read. To do: see that it is there and readable.");
    }
  }

  void ReadCluster(const YAML::Node& cluster, const std::string& at, ClusterConfig& config) const {
    config.server = Text(cluster, "server", at);
    if (config.server.empty()) Fail(at + "server: it is not set. To do: set it to https://host:port.");
    config.transport.authority = Pem(cluster, "certificate-authority", at);
    config.transport.insecure = Flag(cluster, "insecure-skip-tls-verify", at);
    if (config.transport.insecure && !config.transport.authority.empty()) {
      Fail(at + "insecure-skip-tls-verify: it cannot be true where a certificate-authority is given. To do: drop one.");
    }
    config.transport.server_name = Text(cluster, "tls-server-name", at);
    config.transport.proxy = Text(cluster, "proxy-url", at);
  }

  void ReadUser(const YAML::Node& user, const std::string& at, ClusterConfig& config) const {
    for (const char* plugin : {"exec", "auth-provider"}) {
      if (user[plugin] && !user[plugin].IsNull()) {
        Fail(at + plugin +
             ": credential plugins are not run here. To do: use a token or a client certificate, such as " +
             "'kubectl create token' gives.");
      }
    }
    config.transport.certificate = Pem(user, "client-certificate", at);
    config.transport.key = Pem(user, "client-key", at);
    if (config.transport.certificate.empty() != config.transport.key.empty()) {
      Fail(at + (config.transport.key.empty() ? "client-key" : "client-certificate") +
           ": it is missing; certificate and key go together.");
    }
    config.token = Text(user, "token", at);
    if (const std::string name = Text(user, "tokenFile", at); !name.empty()) {
      config.token_file = File(name);
      CheckReadable(config.token_file, at + "tokenFile");
    }
    config.user = Text(user, "username", at);
    config.password = Text(user, "password", at);
  }

  const std::filesystem::path file_;
  YAML::Node root_;
};

}  // namespace

ClusterConfig LoadKubeconfig(const std::filesystem::path& file, const std::string& context) {
  try {
    return Kubeconfig(file).Load(context);
  } catch (const YAML::Exception& error) {
    throw ConfigError(file.string() + ": line " + std::to_string(error.mark.line + 1) + ": " + error.msg);
  }
}

}  // namespace kube
