// Copyright The Spansmith Authors
// SPDX-License-Identifier: Apache-2.0

#include "generator/rewrite/preprocessing.h"

#include <algorithm>

#include "generator/files/whole_file.h"
#include "generator/invocation/module_unit.h"
#include "generator/rewrite/foreseen.h"
#include "generator/rewrite/outcome.h"
#include "generator/rulefile/applies.h"
#include "generator/rulefile/usage.h"
#include "generator/site/project_path.h"

namespace spansmith::generator {

Preprocessing::Preprocessing(const CompileCommand& command, bool annotations, const std::vector<Rule>& rules,
                             const std::string& project, Rewritten* out)
    : command_(command), annotations_(annotations), rules_(rules), project_(project), out_(out) {
  if (!rules.empty() || !annotations || !Foreseen(command, &result_)) Ask();
}

void Preprocessing::Ask() {
  if (!foreseen()) return;
  result_ = Prefilter(command_, {annotations_, !rules_.empty()});
  for (std::string& file : result_.words.files) file = ProjectPath(project_, file);
  ruled_ = std::any_of(rules_.begin(), rules_.end(), [&](const Rule& rule) { return MayApply(rule, result_.words); });
  state_ = FindsSomething() ? State::kAsked : State::kNothingToDo;
}

void Preprocessing::CountAnnotations(std::size_t parsed) {
  if (foreseen()) result_.annotations = parsed;
}

bool Preprocessing::FindsSomething() const {
  // A file that the preprocessor refuses is the compiler's to complain about; should it not, nobody has looked.
  if (!result_.preprocessed) {
    out_->diagnostics.push_back({4, {out_->source, 0, 0}, "", {result_.first_error}});
    EndUnparsed(out_);
    return false;
  }
  out_->inputs.insert(out_->source);
  for (const IncludeEdge& edge : result_.edges) {
    if (edge.included.front() != '<') out_->inputs.insert(edge.included);  // `<command-line>` is no file
  }
  if (result_.annotations == 0 && !ruled_) {
    RuleUsage usage;
    usage.looked = true;
    if (!rules_.empty()) out_->report.usage = UsageFragment(rules_, usage, result_.words);
    out_->report.outcome = kSourceNotParsed;
    out_->report.reason = rules_.empty() ? "no_annotation" : "no_rule_applies";
    return false;
  }
  std::string text;
  if (result_.module && ReadFile(out_->source, &text) && IsModuleUnit(text)) {
    out_->diagnostics.push_back({6, {out_->source, 0, 0}, "", {}});
    EndUnparsed(out_);
    return false;
  }
  return true;
}

}  // namespace spansmith::generator
