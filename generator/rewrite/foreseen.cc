// Copyright The Spansmith Authors
// SPDX-License-Identifier: Apache-2.0

#include "generator/rewrite/foreseen.h"

#include <algorithm>
#include <string>

#include "generator/files/whole_file.h"
#include "generator/glance/glance.h"
#include "generator/glance/include_scan.h"
#include "generator/glance/search_path.h"
#include "generator/invocation/module_unit.h"

namespace spansmith::generator {
namespace {

// Whether a file that is found by the path is `./file` to GCC, as it will say itself.
bool BeginsWithADot(const std::string& path) { return path == "." || path.rfind("./", 0) == 0; }

}  // namespace

bool Foreseen(const CompileCommand& command, PrefilterResult* out) {
  const std::string& source = command.arguments[command.sources.front()];
  std::string text;
  if (BeginsWithADot(source) || AreDoubtful(command.arguments) || !ReadFile(source, &text) ||
      !UsesAnnotationsPlainly(text) || IsModuleUnit(text)) {
    return false;
  }
  const std::string verbose = AskSearchPath(command);
  const std::optional<SearchPath> path = ReadSearchPath(verbose);
  if (!path || std::any_of(path->quoted.begin(), path->quoted.end(), BeginsWithADot) ||
      std::any_of(path->angled.begin(), path->angled.end(), BeginsWithADot) ||
      !SourceAloneHasAnnotations(command, *path)) {
    return false;
  }
  ReadVerbose(verbose, out);
  out->preprocessed = true;
  out->annotations = 1;
  return true;
}

}  // namespace spansmith::generator
