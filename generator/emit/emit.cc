// Copyright The Spansmith Authors
// SPDX-License-Identifier: Apache-2.0

#include "generator/emit/emit.h"

#include <algorithm>
#include <string_view>

namespace spansmith::generator {
namespace {

// The contract that this generator writes for: SPANSMITH_INJECTED_CONTRACT of runtime/include/spansmith/injected.h.
constexpr int kContract = 6;

// `here`: the file that this line is taken to be of; empty: not known.
std::string LineDirective(const Original& original, const Place& place, const std::string& here = "") {
  const auto spelled = original.spelled.find(place.file);
  std::string out = "\n#line " + std::to_string(place.line);
  if (original.counted && place.file == here) return out + "\n";
  out += " \"";
  for (const char c : spelled == original.spelled.end() ? place.file : spelled->second) {
    if (c == '"' || c == '\\') out += '\\';
    out += c;
  }
  return out + "\"\n";
}

// Blanks as wide as what stands before the offset on its line: tabs stay tabs.
std::string Padding(std::string_view text, std::size_t offset) {
  std::string out;
  const std::size_t before = text.substr(0, offset).rfind('\n');
  for (std::size_t i = before == std::string_view::npos ? 0 : before + 1; i < offset; ++i)
    out += text[i] == '\t' ? '\t' : ' ';
  return out;
}

// Whether anything but blanks and a `//` comment stands between the offset and the end of its line: if not, nothing
// there can be reported in a wrong column. (A comment that a backslash continues counts as text.)
bool TextFollows(std::string_view text, std::size_t offset) {
  const std::string_view rest = text.substr(offset, text.find('\n', offset) - offset);
  const std::size_t first = rest.find_first_not_of(" \t\r");
  if (first == std::string_view::npos) return false;
  return rest.substr(first, 2) != "//" || rest.find('\\') != std::string_view::npos;
}

// What injected text needs.
std::string Includes(const std::vector<std::string>& includes) {
  std::string out = "#include <spansmith/injected.h>\n";
  for (const std::string& header : includes) out += "#include " + header + "\n";
  out += "#if SPANSMITH_INJECTED_CONTRACT != " + std::to_string(kContract);
  out += "\n#error \"the spansmith tool and libspansmith are of different versions: build both from one source\"\n";
  return out;
}

std::string Prologue(const Original& original, const std::vector<std::string>& includes) {
  if (original.header) {
    const std::string needed = original.forced ? Includes(includes) + "#endif\n" : "";
    const std::string system = original.system ? "#pragma GCC system_header" : "";
    return original.origin + needed + system +
           LineDirective(original, {original.name, 1, 1}).substr(system.empty() ? 1 : 0);
  }
  std::string out = original.origin + Includes(includes);
  // g++ says this of classes outside the main file alone, which to it is not the file that #line names.
  out += "#elif !defined(__clang__)\n#pragma GCC diagnostic ignored \"-Wsubobject-linkage\"";
  // g++ says this of a class's own operator new and delete where it inlines one of them and not the other, which the
  // size of a guard may decide.
  if (original.allocates_itself) out += "\n#pragma GCC diagnostic ignored \"-Wmismatched-new-delete\"";
  out += "\n#endif";
  return out + LineDirective(original, {original.name, 1, 1});
}

}  // namespace

std::string Emit(const Original& original, const std::vector<Edit>& edits, const std::vector<std::string>& includes) {
  const std::string_view text = original.text;
  std::string out = Prologue(original, includes);
  std::size_t done = text.substr(0, 3) == "\xEF\xBB\xBF" ? 3 : 0;  // a byte order mark may only stand first
  for (std::size_t i = 0; i < edits.size(); ++i) {
    const Edit& edit = edits[i];
    out += text.substr(done, edit.at.offset - done);
    done = edit.at.offset;
    bool lines = false;
    std::string here = edit.at.place.file;
    std::size_t last = i;
    for (; last < edits.size() && edits[last].at.offset == edit.at.offset; ++last) {
      for (const Segment& segment : edits[last].segments) {
        if (segment.place.has_value()) {
          out += LineDirective(original, *segment.place, here) + std::string(segment.place->column - 1, ' ');
          here = segment.place->file;
          lines = true;
        }
        out += segment.text;
        lines = lines || segment.text.find('\n') != std::string::npos;
      }
      done += edits[last].remove;
      if (edits[last].remove != 0) {
        ++last;
        break;
      }
    }
    i = last - 1;
    const Edit& final = edits[i];
    if (final.resume.line == 0) continue;
    if (TextFollows(text, done)) {
      out += LineDirective(original, final.resume, here) + Padding(text, done);
    } else if (lines) {
      // Nothing more of the user's on this line: the line feed that ends it ends the directive.
      out += LineDirective(original, {final.resume.file, final.resume.line + 1, 1}, here);
      out.pop_back();
      done = std::min(text.find('\n', done), text.size());
    }
  }
  return out.append(text.substr(done));
}

}  // namespace spansmith::generator
