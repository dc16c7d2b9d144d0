// Copyright The Spansmith Authors
// SPDX-License-Identifier: Apache-2.0
//
// Reads the fields of one JSON object that a person wrote. A field that is wrong does not stop the reading: it keeps
// its default, and a problem says the path, what stands there, what was expected and what to do. So one look at an
// object's status shows everything that is wrong with it, and an object that cannot be used still has its name.
#ifndef SAMPLES_MULTIGRES_API_SPEC_READER_H_
#define SAMPLES_MULTIGRES_API_SPEC_READER_H_

#include <cstdint>
#include <initializer_list>
#include <string>
#include <string_view>
#include <vector>

#include "samples/kube/api/json.h"

namespace multigres {

// "spec.replicas is \"three\": expected an integer from 1 to 9; correct it".
using Problems = std::vector<std::string>;

// All of them in one line, for a message; the first few of many.
std::string Join(const Problems& problems);

class SpecReader {
 public:
  // `object` and `problems` must outlive this. What is no JSON object is a problem and reads as an empty one; null and
  // absent are empty without a problem.
  SpecReader(const kube::Json& object, std::string path, Problems& problems);

  // A field with another name is a problem: a misspelt one would otherwise be ignored in silence.
  void AllowOnly(std::initializer_list<std::string_view> names) const;

  std::string Text(const std::string& name, const std::string& otherwise) const;      // not empty, at most 512 bytes
  std::string Quantity(const std::string& name, const std::string& otherwise) const;  // 10Gi
  std::string Label(const std::string& name, const std::string& otherwise) const;     // DNS label, at most 63 bytes
  int Integer(const std::string& name, int otherwise, int low, int high) const;

  SpecReader Object(const std::string& name) const;
  std::vector<SpecReader> Objects(const std::string& name) const;  // of a list; absent: none
  bool Has(const std::string& name) const;

  // A problem of this object, behind its path.
  void Complain(const std::string& problem) const;

 private:
  const kube::Json* Find(const std::string& name) const;  // null: absent, or JSON's null
  std::string Path(const std::string& name) const;
  void Expected(const std::string& name, const kube::Json& value, const std::string& what) const;

  const kube::Json& object_;
  std::string path_;
  Problems& problems_;
};

}  // namespace multigres

#endif  // SAMPLES_MULTIGRES_API_SPEC_READER_H_
