// Copyright The Spansmith Authors
// SPDX-License-Identifier: Apache-2.0
//
// The include directives of a text ([cpp.include]), whatever their conditions: what may be included, and more (in a raw
// string, in a comment). Not thread-safe only in that it returns views of the text.
#ifndef SPANSMITH_GENERATOR_GLANCE_INCLUDE_SCAN_H_
#define SPANSMITH_GENERATOR_GLANCE_INCLUDE_SCAN_H_

#include <string_view>
#include <vector>

namespace spansmith::generator {

struct ScannedInclude {
  std::string_view name;
  bool quoted = false;  // "name"; else <name>
  bool next = false;    // #include_next: not the first that is found

  bool operator==(const ScannedInclude&) const = default;
};

struct ScannedText {
  std::vector<ScannedInclude> includes;
  bool doubtful = false;  // there is a directive that cannot be read so: a computed name, a line break within a word
};

ScannedText ScanIncludes(std::string_view text);

// Whether the text holds what an annotation cannot be without: the macros' beginning, or that of their marks.
bool HoldsAnnotationWord(std::string_view text);

// Whether the text uses annotation macros, and all of their words stand outside conditions and directives: then every
// compiler sees the same of them. In doubt (a word in a string, a mark): false.
bool UsesAnnotationsPlainly(std::string_view text);

}  // namespace spansmith::generator

#endif  // SPANSMITH_GENERATOR_GLANCE_INCLUDE_SCAN_H_
