// Copyright The Spansmith Authors
// SPDX-License-Identifier: Apache-2.0

#include "generator/rewrite/rewrite.h"

#include <algorithm>

#include "generator/emit/emit.h"
#include "generator/frontend/parse.h"
#include "generator/frontend/prefilter.h"
#include "generator/invocation/clang_arguments.h"
#include "generator/select/check_uses.h"
#include "generator/select/select.h"
#include "generator/transform/transform.h"

namespace spansmith::generator {

Rewritten Rewrite(const CompileCommand& command, const RewriteOptions& options) {
  Rewritten out;
  out.source = command.arguments[command.sources.front()];
  const PrefilterResult prefilter = Prefilter(command);
  // A file that the compiler's preprocessor refuses is its to complain about.
  if (!prefilter.preprocessed || prefilter.annotations == 0) return out;

  Arguments unknown;
  Selection selection;
  const ParseResult parsed =
      Parse(ClangArguments(command, prefilter.search_directories, &unknown),
            [&](const ParsedUnit& unit) { selection = Select(unit, {options.scope, options.ok_on_success}); });

  out.diagnostics = CheckUses(parsed.uses);
  const bool misused = HasError(out.diagnostics);
  if (!parsed.parsed && !misused) {
    out.outcome = Outcome::kUnparsed;
    out.diagnostics.push_back({1, {out.source, 0, 0}, "", {std::to_string(prefilter.annotations), parsed.first_error}});
    return out;
  }
  // What the uses alone tell is said already, and better; the tree adds what it alone can.
  if (!misused) {
    std::move(selection.diagnostics.begin(), selection.diagnostics.end(), std::back_inserter(out.diagnostics));
  }
  if (HasError(out.diagnostics)) {
    out.outcome = Outcome::kRefused;
    return out;
  }
  if (parsed.annotations != prefilter.annotations) {
    out.diagnostics.push_back(
        {3, {out.source, 0, 0}, "", {std::to_string(prefilter.annotations), std::to_string(parsed.annotations)}});
  }
  if (selection.sites.empty()) return out;

  EditPlan plan;
  for (const IncludePin& pin : parsed.pins) plan.ReplaceInDirective(pin.begin, pin.end, "\"" + pin.path + "\"");
  Transform(selection.sites, &plan);
  out.outcome = Outcome::kRewritten;
  out.sites = selection.sites.size();
  out.original = parsed.main_file_text;
  out.text = Emit({parsed.main_file_name, parsed.main_file_text, OriginLine(out.source, options)}, plan.Finish(),
                  std::any_of(selection.sites.begin(), selection.sites.end(),
                              [](const Site& site) { return !site.kind_parameter.empty(); }));
  return out;
}

}  // namespace spansmith::generator
