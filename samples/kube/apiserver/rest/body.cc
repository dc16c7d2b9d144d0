// Copyright The Spansmith Authors
// SPDX-License-Identifier: Apache-2.0
//
// Decoding errors in the words of apiserver's handlers.
#include "samples/kube/apiserver/rest/body.h"

#include <algorithm>
#include <set>
#include <utility>

#include "samples/kube/apiserver/kinds/object_meta.h"
#include "samples/kube/apiserver/schema/prune.h"
#include "samples/kube/apiserver/schema/typed.h"
#include "samples/kube/apiserver/wire/go_text.h"
#include "samples/kube/apiserver/wire/json_text.h"
#include "samples/kube/apiserver/wire/yaml_text.h"

namespace kube::apiserver {
namespace {

// As much of a body as an error shows; what does not look like JSON in hex.
std::string Summary(const std::string& body) {
  if (body.empty()) return "<empty>";
  const std::string start = body.substr(0, 30);
  std::string shown = start;
  if (body[0] != '{') {
    constexpr std::string_view kHex = "0123456789abcdef";
    shown.clear();
    for (const char c : start) {
      const auto byte = static_cast<unsigned char>(c);
      shown += kHex[byte >> 4];
      shown += kHex[byte & 15];
    }
  }
  return body.size() > 30 ? shown + " ..." : shown;
}

StatusError Unrecognized(const Resource& resource, const std::string& why, const std::string& body) {
  return BadRequest("the object provided is unrecognized (must be of type " + resource.kind + "): " + why + " (" +
                    Summary(body) + ")");
}

StatusError CannotHandle(const std::string& kind, const std::string& version, const Resource& resource,
                         const std::string& why) {
  return BadRequest(kind + " in version " + Quoted(version) + " cannot be handled as a " + resource.kind + ": " + why);
}

// apiextensions' PruneNonNullableNullsWithoutDefaults: what may not be null and has no default was not given.
void DropNulls(Json& value, const Schema& schema) {
  if (value.is_array() && schema.items) {
    for (Json& item : value) DropNulls(item, *schema.items);
  }
  if (!value.is_object()) return;
  for (auto it = value.begin(); it != value.end();) {
    const Schema* property = schema.Property(it.key());
    const bool plain = property != nullptr && !property->nullable && property->default_value.is_null();
    if (it->is_null() && plain && !(property->type.empty() && property->preserve_unknown)) {
      it = value.erase(it);
      continue;
    }
    if (property != nullptr) DropNulls(*it, *property);
    ++it;
  }
}

// The metadata of objects inside of an object is that of any object.
void CoerceEmbedded(Json& value, const Schema& schema, const std::string& path, std::vector<std::string>& unknown,
                    std::string& error) {
  if (value.is_array() && schema.items) {
    for (std::size_t i = 0; i < value.size(); ++i) {
      CoerceEmbedded(value[i], *schema.items, path + "[" + std::to_string(i) + "]", unknown, error);
    }
  }
  if (!value.is_object()) return;
  for (auto& [name, child] : value.items()) {
    const std::string below = path.empty() ? name : path + "." + name;
    if (schema.embedded_resource && name == "metadata") {
      const Decoded decoded = DecodeStruct(child, *MetaTypes().at("ObjectMeta"));
      if (error.empty() && !decoded.error.empty()) {
        error = below + ": Invalid value: " + ValueText(child) + ": " + decoded.error;
      }
      for (const std::string& field : decoded.unknown) unknown.push_back(below + "." + field);
    } else if (const Schema* property = schema.Property(name)) {
      CoerceEmbedded(child, *property, below, unknown, error);
    }
  }
}

// What is wrong with the types, and the unknown fields, which are removed.
Decoded Decode(Json& object, const Resource& resource) {
  if (!resource.custom) {
    Decoded decoded = DecodeStruct(object, *resource.schema);
    if (resource.prune && decoded.error.empty()) resource.prune(object, decoded.unknown);
    return decoded;
  }
  Decoded out;
  Json meta = At(object, "metadata");
  if (meta.is_null()) meta = Json::object();
  Decoded of_meta = DecodeStruct(meta, *MetaTypes().at("ObjectMeta"));
  if (!of_meta.error.empty()) return of_meta;
  if (TextAt(object, "kind") != resource.kind) {  // refused later; it has no schema here
    object["metadata"] = std::move(meta);
    return out;
  }
  for (const std::string& field : of_meta.unknown) out.unknown.push_back("metadata." + field);
  object["metadata"] = Json::object();
  std::vector<std::string> pruned = Prune(object, *resource.schema);
  std::sort(pruned.begin(), pruned.end());
  out.unknown.insert(out.unknown.end(), pruned.begin(), pruned.end());
  std::vector<std::string> embedded;
  CoerceEmbedded(object, *resource.schema, "", embedded, out.error);
  std::sort(embedded.begin(), embedded.end());
  out.unknown.insert(out.unknown.end(), embedded.begin(), embedded.end());
  object["metadata"] = std::move(meta);
  DropNulls(object, *resource.schema);
  return out;
}

void CheckVersion(const Json& object, const Resource& resource, WriteOptions& options) {
  const std::string version = TextAt(object, "apiVersion");
  if (version == resource.GroupVersion()) return;
  const std::string group = version.substr(0, version.find('/'));
  if (resource.custom && !options.strict && !options.silent && group == resource.group) {
    // A version without a schema: the real server prunes all of it before it looks at the version.
    for (const auto& [name, value] : object.items()) {
      if (name != "apiVersion" && name != "kind" && name != "metadata") {
        options.warnings.push_back("unknown field " + Quoted(name));
      }
    }
  }
  throw BadRequest("the API version in the data (" + version + ") does not match the expected API version (" +
                   resource.GroupVersion() + ")");
}

// Where the real server looked: a kind that it knows in another version, or one that it does not know at all.
std::string Scheme(const std::string& kind, const Resource& resource) {
  return kind == resource.kind ? "pkg/runtime/scheme.go:111" : "pkg/api/legacyscheme/scheme.go:30";
}

std::string StrictError(const std::vector<std::string>& problems) {
  return "strict decoding error: " + Join(problems, ", ");
}

std::vector<std::string> Problems(const std::vector<std::string>& duplicates, const std::vector<std::string>& unknown) {
  std::vector<std::string> out;
  for (const std::string& path : duplicates) out.push_back("duplicate field " + Quoted(path));
  for (const std::string& path : unknown) out.push_back("unknown field " + Quoted(path));
  return out;
}

// The same in the order of the document: built-in kinds are decoded from the text itself.
std::vector<std::string> OrderedProblems(const std::string& body, const std::vector<std::string>& duplicates,
                                         const std::vector<std::string>& unknown) {
  if (duplicates.size() + unknown.size() < 2) return Problems(duplicates, unknown);
  std::set<std::string> paths(duplicates.begin(), duplicates.end());
  paths.insert(unknown.begin(), unknown.end());
  const auto places = FindFields(body, paths);
  std::vector<std::pair<std::size_t, std::string>> found;
  const auto add = [&](const std::string& path, std::size_t which, const char* what) {
    const auto place = places.find(path);
    const bool known = place != places.end() && place->second.size() > which;
    found.emplace_back(known ? place->second[which] : body.size(), what + Quoted(path));
  };
  for (const std::string& path : duplicates) add(path, 1, "duplicate field ");
  for (const std::string& path : unknown) add(path, 0, "unknown field ");
  std::stable_sort(found.begin(), found.end(), [](const auto& a, const auto& b) { return a.first < b.first; });
  std::vector<std::string> out;
  for (const auto& [place, text] : found) out.push_back(text);
  return out;
}

void CheckPatchedVersion(const Json& object, const Resource& resource, WriteOptions& options) {
  const std::string version = TextAt(object, "apiVersion");
  if (version == resource.GroupVersion()) return;
  try {
    CheckVersion(object, resource, options);
  } catch (const StatusError&) {  // warns only; the words are others
  }
  throw InvalidObject(resource.AsKind(), TextAt(At(object, "metadata"), "name"),
                      {Invalid("apiVersion", version, "must be " + resource.GroupVersion())});
}

}  // namespace

StatusError NoProtobuf(const Resource& resource, const std::string& body) {
  return Unrecognized(resource,
                      "provided data does not appear to be a protobuf message, expected prefix [107 56 115 0]", body);
}

void CheckCustomKind(const Json& object, const Resource& resource) {
  const std::string kind = TextAt(object, "kind");
  if (kind == resource.kind) return;
  throw InvalidObject({resource.group, kind}, TextAt(At(object, "metadata"), "name"),
                      {Invalid("kind", kind, "must be " + resource.kind)});
}

Json DecodeBody(const std::string& body, bool yaml, const Resource& resource, WriteOptions& options) {
  JsonText text;
  std::vector<std::string> yaml_duplicates;
  std::string yaml_strict;
  if (yaml) {
    YamlText read = ReadYaml(body);
    if (!read.error.empty()) throw Unrecognized(resource, read.error, body);
    text.value = std::move(read.value);
    yaml_strict = read.StrictError();
    yaml_duplicates = std::move(read.duplicates);
  } else {
    text = ReadJson(body);
  }
  if (!text.error.empty()) {
    throw Unrecognized(resource, "couldn't get version/kind; json parse error: " + text.error, body);
  }
  Json object = std::move(text.value);
  if (object.is_null() && !resource.custom) object = Json::object();
  for (const char* field : {"apiVersion", "kind"}) {
    const Json& value = At(object, field);
    if (value.is_null() || value.is_string()) continue;
    const std::string got = value.is_number() ? "number" : value.is_boolean() ? "bool" : value.type_name();
    throw Unrecognized(resource,
                       "couldn't get version/kind; json parse error: json: cannot unmarshal " + got +
                           " into Go struct field ." + field + " of type string",
                       body);
  }
  if (!object.is_object()) {
    throw Unrecognized(resource,
                       "couldn't get version/kind; json parse error: json: cannot unmarshal " +
                           std::string(object.type_name()) +
                           " into Go value of type struct { APIVersion string \"json:\\\"apiVersion,omitempty\\\"\"; "
                           "Kind string \"json:\\\"kind,omitempty\\\"\" }",
                       body);
  }
  if (!resource.custom) {  // a built-in kind may leave out what the path says
    if (TextAt(object, "kind").empty()) object["kind"] = resource.kind;
    if (TextAt(object, "apiVersion").empty()) object["apiVersion"] = resource.GroupVersion();
  } else {
    if (TextAt(object, "kind").empty())
      throw Unrecognized(resource, "Object 'Kind' is missing in '" + body + "'", body);
  }
  const std::string kind = TextAt(object, "kind");
  const std::string group_version = TextAt(object, "apiVersion");
  const std::string version = group_version.substr(group_version.find('/') + 1);
  if (resource.custom) {
    CheckVersion(object, resource, options);  // a wrong kind is found when the object is checked
  } else if (kind != resource.kind || group_version != resource.GroupVersion()) {
    static const std::set<std::string> core = {"Secret",    "ConfigMap",      "Pod",           "Service",
                                               "Namespace", "ServiceAccount", "ConfigMapList", "SecretList",
                                               "PodList",   "ServiceList"};
    const bool scaled = resource.kind == "Scale" && group_version == "apps/v1";
    const bool known = (group_version == "v1" && resource.GroupVersion() == "v1" && core.contains(kind)) || scaled;
    throw CannotHandle(kind, version, resource,
                       known ? "converting (" + version + "." + kind + ") to (" + (scaled ? "autoscaling." : "core.") +
                                   resource.kind + "): unknown conversion"
                             : "no kind " + Quoted(kind) + " is registered for version " + Quoted(group_version) +
                                   " in scheme \"" + Scheme(kind, resource) + "\"");
  }
  const Decoded decoded = Decode(object, resource);
  if (!decoded.error.empty()) throw CannotHandle(kind, version, resource, decoded.error);
  std::vector<std::string> problems = resource.custom || yaml ? Problems(text.duplicates, decoded.unknown)
                                                              : OrderedProblems(body, text.duplicates, decoded.unknown);
  if (options.strict && !yaml_strict.empty()) problems.insert(problems.begin(), yaml_strict);
  if (options.strict && !problems.empty()) throw CannotHandle(kind, version, resource, StrictError(problems));
  if (options.silent) return object;
  options.warnings.insert(options.warnings.end(), yaml_duplicates.begin(), yaml_duplicates.end());
  options.warnings.insert(options.warnings.end(), problems.begin(), problems.end());
  return object;
}

void DecodePatched(Json& object, const Resource& resource, const PatchText& patch, WriteOptions& options) {
  const bool strategic = !patch.strategic.is_null();
  std::string shown = strategic ? GoValue(patch.strategic) : "";
  if (!strategic) shown = resource.custom ? object.dump() : GoText(object, resource.schema.get(), patch.touched);
  if (resource.custom) {
    if (TextAt(object, "kind").empty()) {
      throw InvalidObject({"", ""}, "", {Invalid("patch", shown, "Object 'Kind' is missing in '" + shown + "'")});
    }
    CheckPatchedVersion(object, resource, options);
    CheckCustomKind(object, resource);
  }
  Decoded decoded;
  if (strategic) decoded = CheckConversion(object, *resource.schema);
  if (decoded.error.empty()) {
    Decoded typed = Decode(object, resource);
    if (!strategic) decoded = std::move(typed);
  }
  const std::vector<std::string> problems = Problems(patch.duplicates, decoded.unknown);
  std::string wrong = decoded.error;
  if (wrong.empty() && options.strict && !problems.empty()) wrong = StrictError(problems);
  if (!wrong.empty()) throw InvalidObject({"", ""}, "", {Invalid("patch", shown, wrong)});
  if (!options.silent) options.warnings.insert(options.warnings.end(), problems.begin(), problems.end());
}

}  // namespace kube::apiserver
