// Copyright The Spansmith Authors
// SPDX-License-Identifier: Apache-2.0
//
// What all built-in kinds have in common.
#include <openssl/evp.h>

#include <algorithm>
#include <array>
#include <cctype>

#include "samples/kube/apiserver/kinds/builtin_kinds.h"
#include "samples/kube/apiserver/schema/names.h"
#include "samples/kube/apiserver/schema/typed.h"
#include "samples/kube/apiserver/wire/go_text.h"

namespace kube::apiserver {

std::string StorageHash(const std::string& group, const std::string& version, const std::string& kind) {
  const std::string text = group + "/" + version + "/" + kind;
  std::array<unsigned char, EVP_MAX_MD_SIZE> digest{};
  EVP_Digest(text.data(), text.size(), digest.data(), nullptr, EVP_sha256(), nullptr);
  return Base64Encode({reinterpret_cast<const char*>(digest.data()), 8});
}

std::shared_ptr<Resource> BuiltinKind(const std::string& group, const std::string& plural, const std::string& type,
                                      const std::map<std::string, SchemaPtr>& types) {
  auto resource = std::make_shared<Resource>();
  auto schema = std::make_shared<Schema>(*types.at(type));
  auto text = std::make_shared<Schema>();
  text->type = text->go_type = "string";
  schema->properties["apiVersion"] = schema->properties["kind"] = text;
  schema->properties["metadata"] = types.at("ObjectMeta");
  schema->order.insert(schema->order.begin(), {"kind", "apiVersion"});
  resource->group = group;
  resource->version = "v1";
  resource->plural = plural;
  resource->kind = type;
  resource->list_kind = type + "List";
  resource->singular = type;
  std::transform(type.begin(), type.end(), resource->singular.begin(),
                 [](unsigned char c) { return static_cast<char>(std::tolower(c)); });
  resource->has_status = schema->properties.contains("status");
  resource->hash = StorageHash(group, "v1", type);
  resource->name_error = &Subdomain1123Error;
  resource->zero = Json::object();
  DecodeStruct(resource->zero, *schema);
  resource->schema = std::move(schema);
  return resource;
}

}  // namespace kube::apiserver
