// Copyright The Spansmith Authors
// SPDX-License-Identifier: Apache-2.0
//
// The JSON schema (draft 2020-12) of rule files, written from the table of keys. rules/schema.json is its text;
// a test compares them.
#ifndef SPANSMITH_GENERATOR_RULEFILE_SCHEMA_H_
#define SPANSMITH_GENERATOR_RULEFILE_SCHEMA_H_

#include <string>

namespace spansmith::generator {

std::string RuleSchema();

}  // namespace spansmith::generator

#endif  // SPANSMITH_GENERATOR_RULEFILE_SCHEMA_H_
