// Copyright The Spansmith Authors
// SPDX-License-Identifier: Apache-2.0
//
// `RETURN_IF_ERROR(x)` -> a copy of the macro, defined in front of the statement and seen where the original is, in
// which `return s;` is `{ <look at s> return s; }` and another `return v` is `return <tap> = v`; then the use of that
// copy.

#include "generator/transform/attributes/attributes.h"
#include "generator/transform/guard/guard.h"
#include "generator/transform/returns/forms.h"

namespace spansmith::generator {
namespace {

// As long as the original's, so that the columns behind it stay, if that is long enough.
std::string CopyName(const std::string& name, std::size_t index) {
  std::string out = "sm_" + (name.size() > 4 ? name.substr(3) : name);
  if (index != 0) out = "sm_" + std::to_string(index) + "_" + name;
  for (std::size_t i = 1; i < out.size(); ++i) {
    if (out[i] == '_' && out[i - 1] == '_') out[i] = 'x';  // such names are the compiler's
  }
  return out;
}

std::string Answers(const Site& site) {
  return site.answers.has_value() ? ", " + std::to_string(*site.answers) + "u" : "";
}

std::string TextOf(const Site& site, const MacroReturns& use, const MacroEdit& edit) {
  switch (edit.what) {
    case MacroEdit::What::kLookAt:
      return "{ static_cast<void>(" + LookAt(site, "sm_Passing", edit.name) + "); ";
    case MacroEdit::What::kClose:
      return " }";
    case MacroEdit::What::kTap:
      return " ::spansmith::injected::sm_Tap" + (edit.name.empty() ? "" : "Into< " + edit.name + " >") + "(" +
             GuardName(site) + Answers(site) + ") =";
    case MacroEdit::What::kCall:
      break;
  }
  return CopyName(use.copies[edit.copy].name, edit.copy);
}

}  // namespace

void RewriteInMacro(const Site& site, const MacroReturns& use, EditPlan* plan) {
  std::vector<Segment> segments;
  for (std::size_t i = use.copies.size(); i-- > 0;) {
    const MacroCopy& copy = use.copies[i];
    const std::string name = CopyName(copy.name, i);
    std::string text;
    std::size_t done = 0;
    for (const MacroEdit& edit : copy.edits) {
      text += copy.text.substr(done, edit.at - done) + TextOf(site, use, edit);
      done = edit.at + edit.remove;
    }
    text += copy.text.substr(done);
    // The original would be a macro that nobody uses.
    segments.push_back({"\n#ifdef " + copy.name + "\n#endif\n#undef " + name, std::nullopt});
    segments.push_back({"#define " + name + text, Place{copy.place.file, copy.place.line, 1}});
  }
  segments.push_back({CopyName(use.copies.front().name, 0), use.begin.place});
  plan->ReplaceInLine(use.begin, use.end, EditOrder::kInside, std::move(segments));
}

}  // namespace spansmith::generator
