// Copyright The Spansmith Authors
// SPDX-License-Identifier: Apache-2.0

#include "generator/frontend/prefilter.h"

#include <sstream>

#include "generator/frontend/annotation_use.h"
#include "generator/invocation/clang_arguments.h"

namespace spansmith::generator {

void MarkCounter::Add(std::string_view piece) {
  tail_.append(piece);
  std::size_t at = 0;
  while ((at = tail_.find(kAnnotationMark, at)) != std::string::npos) {
    ++count_;
    at += kAnnotationMark.size();
    tail_.erase(0, at);
    at = 0;
  }
  // Keep what may be the beginning of a mark.
  if (tail_.size() >= kAnnotationMark.size()) tail_.erase(0, tail_.size() - kAnnotationMark.size() + 1);
}

Arguments SearchDirectories(const std::string& verbose) {
  Arguments out;
  std::istringstream lines(verbose);
  std::string line;
  bool inside = false;
  while (std::getline(lines, line)) {
    if (line.rfind("#include <...>", 0) == 0) {
      inside = true;
    } else if (line.rfind("End of search list", 0) == 0) {
      inside = false;
    } else if (inside && !line.empty() && line[0] == ' ') {
      out.push_back(line.substr(1));
    }
  }
  return out;
}

PrefilterResult Prefilter(const CompileCommand& command) {
  Arguments argv = {command.compiler};
  const Arguments meaning = MeaningArguments(command);
  argv.insert(argv.end(), meaning.begin(), meaning.end());
  argv.insert(argv.end(), {"-E", "-v", "-w", "-g0", kGeneratorMacro});
  MarkCounter counter;
  std::string errors;
  PrefilterResult result;
  result.preprocessed = Capture(argv, [&](std::string_view piece) { counter.Add(piece); }, &errors) == 0;
  result.annotations = counter.count();
  if (!result.preprocessed) {
    const std::size_t at = errors.find("error: ");
    result.first_error =
        at == std::string::npos ? "it ended with an error" : errors.substr(at + 7, errors.find('\n', at) - at - 7);
  }
  result.search_directories = SearchDirectories(errors);
  return result;
}

}  // namespace spansmith::generator
