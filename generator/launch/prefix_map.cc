// Copyright The Spansmith Authors
// SPDX-License-Identifier: Apache-2.0

#include "generator/launch/prefix_map.h"

#include <algorithm>

namespace spansmith::generator {
namespace {

constexpr char kFile[] = "-ffile-prefix-map=";

// What the last fitting map of the user's, of one of the two options, makes of the name (GCC manual, "Preprocessor
// Options": OLD is a prefix, not a folder).
std::string Mapped(const Arguments& arguments, const std::string& option, const std::string& name) {
  for (std::size_t i = arguments.size(); i-- > 0;) {
    const std::string& argument = arguments[i];
    const std::size_t begin = argument.rfind(kFile, 0) == 0    ? sizeof(kFile) - 1
                              : argument.rfind(option, 0) == 0 ? option.size()
                                                               : std::string::npos;
    if (begin == std::string::npos) continue;
    const std::size_t equals = argument.rfind('=');
    if (equals < begin) continue;
    const std::string from = argument.substr(begin, equals - begin);
    if (name.rfind(from, 0) == 0) return argument.substr(equals + 1) + name.substr(from.size());
  }
  return name;
}

// Whether the user's own options make Clang drop the dots ("Clang command line argument reference",
// -ffile-reproducible), or say that it shall not.
bool DropsDots(const Arguments& arguments) {
  return std::any_of(arguments.begin(), arguments.end(), [](const std::string& argument) {
    return argument.rfind(kFile, 0) == 0 || argument.rfind("-fmacro-prefix-map=", 0) == 0 ||
           argument.rfind("-ffile-compilation-dir=", 0) == 0 || argument == "-ffile-reproducible";
  });
}

}  // namespace

Arguments PrefixMaps(const Arguments& arguments, const std::vector<Respelling>& respellings, bool clang) {
  Arguments out;
  if (clang && !DropsDots(arguments)) out.push_back("-fno-file-reproducible");
  for (const Respelling& respelling : respellings) {
    const std::string in_macros = Mapped(arguments, "-fmacro-prefix-map=", respelling.to);
    const std::string in_debug = Mapped(arguments, "-fdebug-prefix-map=", respelling.to);
    if (in_macros == in_debug) {
      out.push_back(kFile + respelling.from + "=" + in_macros);
    } else {
      out.push_back("-fmacro-prefix-map=" + respelling.from + "=" + in_macros);
      out.push_back("-fdebug-prefix-map=" + respelling.from + "=" + in_debug);
    }
  }
  return out;
}

}  // namespace spansmith::generator
