// Copyright The Spansmith Authors
// SPDX-License-Identifier: Apache-2.0
//
// Accept headers, PartialObjectMetadata and meta/v1 Table.
#include "samples/kube/apiserver/rest/rendering.h"

#include <algorithm>

#include "samples/kube/apiserver/rest/builtin_columns.h"
#include "samples/kube/apiserver/rest/json_path.h"
#include "samples/kube/apiserver/rest/negotiate.h"
#include "samples/kube/apiserver/rest/versions.h"
#include "samples/kube/apiserver/wire/clock.h"
#include "samples/kube/apiserver/wire/go_text.h"
#include "samples/kube/apiserver/wire/status_error.h"

namespace kube::apiserver {
namespace {

Json Metadata(const Json& object, const std::string& version = "v1") {
  return {{"kind", "PartialObjectMetadata"},
          {"apiVersion", "meta.k8s.io/" + version},
          {"metadata", At(object, "metadata")}};
}

// The real server's internal type.
std::string GoType(const Resource& resource) {
  const std::string group = resource.StorageKey().substr(0, resource.StorageKey().find_first_of("./"));
  return "*" + (group.empty() ? "core" : group) + "." + resource.kind;
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
  if (!resource.custom) {
    Json columns = Json::array();
    for (const TableColumn& column : BuiltinColumns(resource.kind)) {
      columns.push_back(Column(column.name, column.type, column.format, column.help, column.priority));
    }
    return columns;
  }
  Json out = Json::array({Column("Name", "string", "name", kNameColumnHelp)});
  for (const Json& column : CustomColumns(resource)) {
    std::string help = TextAt(column, "description");
    if (!resource.columns.is_array() || resource.columns.empty()) {
      help = kAgeColumnHelp;
    } else if (help.empty()) {
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
  if (type == "date") {
    const auto time = value.is_string() ? ParseTime(TextOf(value)) : std::nullopt;
    return time ? DurationText(static_cast<long>(Now() - *time)) : "<invalid>";
  }
  if (type == "integer") return value.is_number() ? Json(value.get<long>()) : Json(nullptr);
  if (type == "number") return value.is_number() ? value : Json(nullptr);
  if (type == "boolean") return value.is_boolean() ? value : Json(nullptr);
  return value.is_string() ? value : Json(value.dump());
}

Json Cells(const Resource& resource, const Json& object) {
  if (!resource.custom) return BuiltinCells(resource.kind, object);
  Json cells = Json::array({TextAt(At(object, "metadata"), "name")});
  for (const Json& column : CustomColumns(resource)) cells.push_back(Cell(object, column));
  return cells;
}

Json Table(const Resource& resource, const std::vector<std::shared_ptr<const Json>>& objects, Json meta,
           const std::string& include, const std::string& version) {
  Json rows = Json::array();
  for (const auto& object : objects) {
    Json shown = include == "None" ? Json(nullptr) : include == "Object" ? *object : Metadata(*object, version);
    if (resource.kind == "DaemonSet" && include == "Metadata" &&
        At(shown["metadata"], "annotations").is_object()) {  // the real one's internal type has no such annotation
      shown["metadata"]["annotations"].erase("deprecated.daemonset.template.generation");
      if (shown["metadata"]["annotations"].empty()) shown["metadata"].erase("annotations");
    }
    rows.push_back({{"cells", Cells(resource, *object)}, {"object", std::move(shown)}});
  }
  return {{"kind", "Table"},
          {"apiVersion", "meta.k8s.io/" + version},
          {"metadata", std::move(meta)},
          {"columnDefinitions", Columns(resource)},
          {"rows", std::move(rows)}};
}

}  // namespace

Rendering Rendering::Choose(const std::string& accept, const std::string& include_object) {
  const auto choice = Negotiate(accept, true);
  if (!choice) throw OnlyTheseTypes();
  Rendering out;
  if (!include_object.empty()) out.include_object = include_object;
  out.yaml = choice->yaml;
  if (!choice->Converts()) return out;
  out.meta_version = choice->version;
  out.of_list = choice->as == "PartialObjectMetadataList";
  out.form = choice->as == "Table" ? Form::kTable : Form::kMetadata;
  if (out.form == Form::kTable && out.include_object != "Metadata" && out.include_object != "Object" &&
      out.include_object != "None") {
    throw BadRequest("Unable to convert to Table as requested: includeObject: Invalid value: " +
                     Quoted(include_object) + ": must be 'Metadata', 'Object', 'None', or empty");
  }
  return out;
}

Json Rendering::One(const Resource& resource, const Json& stored) const {
  const Json converted = IsOfVersion(resource, stored) ? Json(nullptr) : ToVersion(resource, stored);
  const Json& object = converted.is_null() ? stored : converted;
  if (form == Form::kWhole) return object;
  if (form == Form::kMetadata) {
    if (of_list && resource.custom) throw StatusError::Internal("content is not a list");
    if (of_list) {
      throw NotAcceptable("you requested PartialObjectMetadataList, but the requested object is not a list (" +
                          GoType(resource) + ")");
    }
    return Metadata(object, meta_version);
  }
  Json meta = Json::object();
  if (!TextAt(At(object, "metadata"), "resourceVersion").empty()) {
    meta["resourceVersion"] = object["metadata"]["resourceVersion"];
  }
  return Table(resource, {std::make_shared<const Json>(object)}, meta, include_object, meta_version);
}

Json Rendering::Many(const Resource& resource, const std::vector<std::shared_ptr<const Json>>& objects,
                     Json meta) const {
  if (form == Form::kTable) return Table(resource, objects, std::move(meta), include_object, meta_version);
  if (form == Form::kMetadata && !of_list) {
    throw NotAcceptable("you requested PartialObjectMetadata, but the requested object is a list (" +
                        (resource.custom ? "*unstructured.UnstructuredList" : GoType(resource) + "List") + ")");
  }
  Json items = Json::array();
  for (const auto& stored : objects) {
    const auto object =
        IsOfVersion(resource, *stored) ? stored : std::make_shared<const Json>(ToVersion(resource, *stored));
    items.push_back(form == Form::kMetadata ? Metadata(*object, meta_version) : *object);
    if (form == Form::kWhole && !resource.custom) {
      items.back().erase("kind");
      items.back().erase("apiVersion");
    }
  }
  if (form == Form::kWhole && resource.custom && !meta.contains("continue")) meta["continue"] = "";
  const bool whole = form == Form::kWhole;
  return {{"kind", whole ? resource.list_kind : "PartialObjectMetadataList"},
          {"apiVersion", whole ? resource.GroupVersion() : "meta.k8s.io/" + meta_version},
          {"metadata", std::move(meta)},
          {"items", std::move(items)}};
}

}  // namespace kube::apiserver
