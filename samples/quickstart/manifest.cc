// Copyright The Spansmith Authors
// SPDX-License-Identifier: Apache-2.0
//
// YAML to Etcd, with every complaint at its line and column. Unknown fields are refused: a misspelt `replica` would
// otherwise be silently ignored.
#include "manifest.h"

#include <yaml-cpp/yaml.h>

#include <cerrno>
#include <cstring>
#include <filesystem>
#include <fstream>
#include <initializer_list>
#include <iterator>
#include <string_view>
#include <vector>

namespace quickstart {
namespace {

// One mapping of the file, with its dotted path for messages.
class Section {
 public:
  Section(std::string file, std::string path, YAML::Node node)
      : file_(std::move(file)), path_(std::move(path)), node_(std::move(node)) {}

  [[noreturn]] void Fail(const YAML::Mark& mark, const std::string& message) const {
    throw ManifestError(file_ + ":" + std::to_string(mark.line + 1) + ":" + std::to_string(mark.column + 1) + ": " +
                        message);
  }

  void AllowOnly(std::initializer_list<std::string_view> names) const {
    for (const auto& entry : node_) {
      const std::string name = entry.first.as<std::string>();
      bool known = false;
      std::string list;
      for (const std::string_view allowed : names) {
        known = known || name == allowed;
        list += (list.empty() ? "" : ", ") + std::string(allowed);
      }
      if (!known) Fail(entry.first.Mark(), "unknown field '" + Path(name) + "': expected one of " + list);
    }
  }

  Section Mapping(const std::string& name) const {
    const YAML::Node child = Required(name, "a mapping");
    if (!child.IsMap()) Fail(child.Mark(), "field '" + Path(name) + "' is not a mapping: indent its fields below it");
    return Section(file_, Path(name), child);
  }

  std::string Text(const std::string& name) const {
    const YAML::Node child = Required(name, "a string");
    return Scalar(child, name);
  }

  std::string TextOr(const std::string& name, const std::string& otherwise) const {
    const YAML::Node child = node_[name];
    return child ? Scalar(child, name) : otherwise;
  }

  int IntegerOr(const std::string& name, int otherwise, int low, int high) const {
    const YAML::Node child = node_[name];
    if (!child) return otherwise;
    int value = 0;
    if (!child.IsScalar() || !YAML::convert<int>::decode(child, value) || value < low || value > high) {
      Fail(child.Mark(), "field '" + Path(name) + "' is " +
                             (child.IsScalar() ? "'" + child.Scalar() + "'" : "no number") +
                             ": expected an integer from " + std::to_string(low) + " to " + std::to_string(high));
    }
    return value;
  }

  void MustBe(const std::string& name, const std::string& expected) const {
    const std::string text = Text(name);
    if (text != expected) {
      Fail(node_[name].Mark(), "unknown " + Path(name) + " '" + text + "': expected '" + expected + "'");
    }
  }

 private:
  std::string Path(const std::string& name) const { return path_.empty() ? name : path_ + "." + name; }

  YAML::Node Required(const std::string& name, const std::string& what) const {
    const YAML::Node child = node_[name];
    if (!child) Fail(node_.Mark(), "field '" + Path(name) + "' is missing: add it, " + what);
    return child;
  }

  std::string Scalar(const YAML::Node& child, const std::string& name) const {
    if (!child.IsScalar() || child.Scalar().empty()) {
      Fail(child.Mark(), "field '" + Path(name) + "' is not a string: expected one that is not empty");
    }
    return child.Scalar();
  }

  std::string file_;
  std::string path_;
  YAML::Node node_;
};

std::string ReadText(const std::string& path) {
  std::error_code error;
  if (std::filesystem::is_directory(path, error)) {
    throw ManifestError(path + ": is a directory: name a YAML file with one Etcd");
  }
  std::ifstream file(path);
  if (!file) {
    throw ManifestError(path + ": cannot be read (" + std::strerror(errno) + "): name a YAML file with one Etcd");
  }
  return std::string(std::istreambuf_iterator<char>(file), {});
}

Etcd FromYaml(const std::string& path, const std::vector<YAML::Node>& documents) {
  if (documents.size() != 1 || !documents[0].IsMap()) {
    throw ManifestError(path + ":1:1: holds " + std::to_string(documents.size()) +
                        " documents or no mapping: expected exactly one Etcd");
  }
  const Section root(path, "", documents[0]);
  root.MustBe("kind", Etcd::kKind);
  root.MustBe("apiVersion", Etcd::kApiVersion);
  root.AllowOnly({"apiVersion", "kind", "metadata", "spec"});
  const Section metadata = root.Mapping("metadata");
  metadata.AllowOnly({"name", "namespace", "uid"});
  const Section spec = root.Mapping("spec");
  spec.AllowOnly({"replicas", "image"});

  Etcd etcd;
  etcd.meta.name = metadata.Text("name");
  etcd.meta.ns = metadata.TextOr("namespace", "default");
  etcd.meta.uid = metadata.TextOr("uid", "");
  etcd.spec.replicas = spec.IntegerOr("replicas", 3, EtcdSpec::kMinReplicas, EtcdSpec::kMaxReplicas);
  etcd.spec.image = spec.Text("image");
  return etcd;
}

}  // namespace

Etcd ReadManifest(const std::string& path) {
  const std::string text = ReadText(path);
  try {
    return FromYaml(path, YAML::LoadAll(text));
  } catch (const YAML::Exception& error) {
    throw ManifestError(path + ":" + std::to_string(error.mark.line + 1) + ":" + std::to_string(error.mark.column + 1) +
                        ": not valid YAML (" + error.msg + "): correct the line, indentation first");
  }
}

}  // namespace quickstart
