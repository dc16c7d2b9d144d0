// Copyright The Spansmith Authors
// SPDX-License-Identifier: Apache-2.0
//
// Built-in kinds as Go structs: decoding with encoding/json's complaints, and the canonical form that Go writes.
#ifndef SAMPLES_KUBE_APISERVER_SCHEMA_TYPED_H_
#define SAMPLES_KUBE_APISERVER_SCHEMA_TYPED_H_

#include <string>
#include <vector>

#include "samples/kube/apiserver/schema/schema.h"

namespace kube::apiserver {

struct Decoded {
  std::string error;                 // json: cannot unmarshal number into Go struct field ...; empty: fine
  std::vector<std::string> unknown;  // paths of fields that the struct does not have; removed from the value
};

// Checks `value` against the struct and brings it to what Go would write again: no nulls, no zero values but those of
// pointers, every struct that is no pointer.
Decoded DecodeStruct(Json& value, const Schema& schema);

// What apimachinery's converter says of `value` where a strategic merge patch made it: its first complaint, or the
// unknown fields by name. Changes nothing.
Decoded CheckConversion(const Json& value, const Schema& schema);

// `value` as Go writes it: a struct's fields in their order, maps by key. `touched`: the members that a patch named;
// the objects on the way to them went through a map, so that they are sorted.
std::string GoText(const Json& value, const Schema* schema, const Json& touched = nullptr);

}  // namespace kube::apiserver

#endif  // SAMPLES_KUBE_APISERVER_SCHEMA_TYPED_H_
