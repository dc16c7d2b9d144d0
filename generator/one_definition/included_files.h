// Copyright The Spansmith Authors
// SPDX-License-Identifier: Apache-2.0
//
// Which files an object was compiled from, as the build system keeps them: a dependency file beside the object, which
// Makefiles leave there, or Ninja's log of them. Read only, so that a build that is running is not disturbed.
#ifndef SPANSMITH_GENERATOR_ONE_DEFINITION_INCLUDED_FILES_H_
#define SPANSMITH_GENERATOR_ONE_DEFINITION_INCLUDED_FILES_H_

#include <map>
#include <optional>
#include <string>
#include <vector>

namespace spansmith::generator {

// Of a dependency file: what stands behind the first target, as it is spelled there.
std::vector<std::string> Prerequisites(const std::string& text);

// Of the bytes of a `.ninja_deps` (versions 3 and 4): for each output its inputs, as Ninja spells them; the last record
// of an output wins. Stops at what it does not understand.
std::map<std::string, std::vector<std::string>> NinjaDependencies(const std::string& bytes);

class IncludedFiles {
 public:
  // `build`: the build folder; relative names are below it.
  explicit IncludedFiles(std::string build) : build_(std::move(build)) {}

  // Absolute, links resolved. Nothing: the build keeps no such thing of this object.
  std::optional<std::vector<std::string>> Of(const std::string& object);

 private:
  std::string build_;
  std::optional<std::map<std::string, std::vector<std::string>>> ninja_;  // read when first asked for
  std::map<std::string, std::string> resolved_;
};

}  // namespace spansmith::generator

#endif  // SPANSMITH_GENERATOR_ONE_DEFINITION_INCLUDED_FILES_H_
