// Copyright The Spansmith Authors
// SPDX-License-Identifier: Apache-2.0
//
// Accept headers, PartialObjectMetadata and meta/v1 Table.
#include "samples/kube/apiserver/rest/rendering.h"

#include <algorithm>
#include <ctime>
#include <sstream>

#include "samples/kube/apiserver/rest/json_path.h"
#include "samples/kube/apiserver/wire/status_error.h"

namespace kube::apiserver {
namespace {

constexpr const char* kNameHelp =
    "Name must be unique within a namespace. Is required when creating resources, although some resources may allow a "
    "client to request the generation of an appropriate name automatically. Name is primarily intended for creation "
    "idempotence and configuration definition. Cannot be updated. More info: "
    "https://kubernetes.io/docs/concepts/overview/working-with-objects/names#names";
constexpr const char* kAgeHelp =
    "CreationTimestamp is a timestamp representing the server time when this object was created. It is not guaranteed "
    "to be set in happens-before order across separate operations. Clients may not set this value. It is represented "
    "in RFC3339 form and is in UTC.\n\nPopulated by the system. Read-only. Null for lists. More info: "
    "https://git.k8s.io/community/contributors/devel/sig-architecture/api-conventions.md#metadata";
constexpr const char* kDataHelp =
    "Data contains the configuration data. Each key must consist of alphanumeric characters, '-', '_' or '.'. Values "
    "with non-UTF-8 byte sequences must use the BinaryData field. The keys stored in Data must not overlap with the "
    "keys in the BinaryData field, this is enforced during validation process.";

// duration.HumanDuration
std::string Age(const std::string& since) {
  std::tm parts{};
  if (strptime(since.c_str(), "%Y-%m-%dT%H:%M:%SZ", &parts) == nullptr) return "<unknown>";
  const long seconds = std::max<long>(0, static_cast<long>(std::time(nullptr) - timegm(&parts)));
  const auto text = [](long big, const char* unit, long small, const char* small_unit) {
    return std::to_string(big) + unit + (small > 0 ? std::to_string(small) + small_unit : "");
  };
  if (seconds < 120) return std::to_string(seconds) + "s";
  if (seconds < 600) return text(seconds / 60, "m", seconds % 60, "s");
  if (seconds < 3 * 3600) return std::to_string(seconds / 60) + "m";
  if (seconds < 8 * 3600) return text(seconds / 3600, "h", seconds / 60 % 60, "m");
  if (seconds < 48 * 3600) return std::to_string(seconds / 3600) + "h";
  if (seconds < 8 * 86400) return text(seconds / 86400, "d", seconds / 3600 % 24, "h");
  return std::to_string(seconds / 86400) + "d";
}

Json Metadata(const Json& object) {
  return {{"kind", "PartialObjectMetadata"}, {"apiVersion", "meta.k8s.io/v1"}, {"metadata", At(object, "metadata")}};
}

Json Column(const std::string& name, const std::string& type, const std::string& format, const std::string& help,
            int priority = 0) {
  return {{"name", name}, {"type", type}, {"format", format}, {"description", help}, {"priority", priority}};
}

Json CustomColumns(const Resource& resource) {
  Json columns = resource.columns;
  if (!columns.is_array() || columns.empty()) {
    columns = Json::array({{{"name", "Age"}, {"type", "date"}, {"jsonPath", ".metadata.creationTimestamp"}}});
  }
  return columns;
}

Json Columns(const Resource& resource) {
  Json out = Json::array({Column("Name", "string", "name", kNameHelp)});
  if (!resource.custom) {
    if (resource.kind == "ConfigMap") out.push_back(Column("Data", "string", "", kDataHelp));
    out.push_back(Column("Age", "string", "", kAgeHelp));
    return out;
  }
  for (const Json& column : CustomColumns(resource)) {
    std::string help = TextAt(column, "description");
    if (help.empty()) {
      help = "Custom resource definition column (in JSONPath format): " + TextAt(column, "jsonPath");
    }
    out.push_back(Column(TextAt(column, "name"), TextAt(column, "type"), TextAt(column, "format"), help,
                         column.value("priority", 0)));
  }
  return out;
}

Json Cell(const Json& object, const Json& column) {
  const Json value = JsonPathValue(object, TextAt(column, "jsonPath"));
  const std::string type = TextAt(column, "type");
  if (value.is_null()) return nullptr;
  if (type == "date") return value.is_string() ? Json(Age(TextOf(value))) : Json("<invalid>");
  if (type == "integer") return value.is_number() ? Json(value.get<long>()) : Json(nullptr);
  if (type == "number") return value.is_number() ? value : Json(nullptr);
  if (type == "boolean") return value.is_boolean() ? value : Json(nullptr);
  return value.is_string() ? value : Json(value.dump());
}

Json Cells(const Resource& resource, const Json& object) {
  const Json& meta = At(object, "metadata");
  Json cells = Json::array({TextAt(meta, "name")});
  if (resource.custom) {
    for (const Json& column : CustomColumns(resource)) cells.push_back(Cell(object, column));
    return cells;
  }
  if (resource.kind == "ConfigMap") cells.push_back(At(object, "data").size() + At(object, "binaryData").size());
  cells.push_back(Age(TextAt(meta, "creationTimestamp")));
  return cells;
}

Json Table(const Resource& resource, const std::vector<std::shared_ptr<const Json>>& objects, Json meta,
           const std::string& include) {
  Json rows = Json::array();
  for (const auto& object : objects) {
    Json shown = include == "None" ? Json(nullptr) : include == "Object" ? *object : Metadata(*object);
    rows.push_back({{"cells", Cells(resource, *object)}, {"object", std::move(shown)}});
  }
  return {{"kind", "Table"},
          {"apiVersion", "meta.k8s.io/v1"},
          {"metadata", std::move(meta)},
          {"columnDefinitions", Columns(resource)},
          {"rows", std::move(rows)}};
}

}  // namespace

Rendering Rendering::Choose(const std::string& accept, const std::string& include_object) {
  Rendering out;
  if (!include_object.empty()) out.include_object = include_object;
  if (accept.empty()) return out;
  std::istringstream clauses(accept);
  for (std::string clause; std::getline(clauses, clause, ',');) {
    std::istringstream parts(clause);
    std::string type, as;
    std::getline(parts, type, ';');
    std::erase(type, ' ');
    bool meta_group = true;
    for (std::string parameter; std::getline(parts, parameter, ';');) {
      std::erase(parameter, ' ');
      if (parameter.starts_with("as=")) as = parameter.substr(3);
      if (parameter.starts_with("g=")) meta_group = parameter == "g=meta.k8s.io";
      if (parameter.starts_with("v=") && parameter != "v=v1") meta_group = false;
    }
    if (type != "application/json" && type != "*/*" && type != "application/*") continue;
    if (as.empty()) return out;
    if (!meta_group) continue;
    if (as == "Table") out.form = Form::kTable;
    if (as == "PartialObjectMetadata" || as == "PartialObjectMetadataList") out.form = Form::kMetadata;
    if (out.form != Form::kWhole) return out;
  }
  throw StatusError(406, "NotAcceptable",
                    "only the following media types are accepted: application/json, application/yaml, "
                    "application/vnd.kubernetes.protobuf");
}

Json Rendering::One(const Resource& resource, const Json& object) const {
  if (form == Form::kWhole) return object;
  if (form == Form::kMetadata) return Metadata(object);
  Json meta = Json::object();
  if (!TextAt(At(object, "metadata"), "resourceVersion").empty()) {
    meta["resourceVersion"] = object["metadata"]["resourceVersion"];
  }
  return Table(resource, {std::make_shared<const Json>(object)}, meta, include_object);
}

Json Rendering::Many(const Resource& resource, const std::vector<std::shared_ptr<const Json>>& objects,
                     Json meta) const {
  if (form == Form::kTable) return Table(resource, objects, std::move(meta), include_object);
  Json items = Json::array();
  for (const auto& object : objects) {
    items.push_back(form == Form::kMetadata ? Metadata(*object) : *object);
    if (form == Form::kWhole && !resource.custom) {
      items.back().erase("kind");
      items.back().erase("apiVersion");
    }
  }
  if (form == Form::kWhole && resource.custom && !meta.contains("continue")) meta["continue"] = "";
  const bool whole = form == Form::kWhole;
  return {{"kind", whole ? resource.list_kind : "PartialObjectMetadataList"},
          {"apiVersion", whole ? resource.GroupVersion() : "meta.k8s.io/v1"},
          {"metadata", std::move(meta)},
          {"items", std::move(items)}};
}

}  // namespace kube::apiserver
