// Copyright The Spansmith Authors
// SPDX-License-Identifier: Apache-2.0
//
// libFuzzer's entry: any bytes as a rule file. What is taken is used: patterns are matched, rules merged.

#include <cstddef>
#include <cstdint>
#include <cstdlib>
#include <string>

#include "generator/rulefile/applies.h"
#include "generator/rulefile/glob.h"
#include "generator/rulefile/load.h"
#include "generator/rulefile/merge.h"
#include "generator/rulefile/usage.h"

namespace generator = spansmith::generator;

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  const std::string text(reinterpret_cast<const char*>(data), size);
  const generator::RuleFile file = generator::LoadRules(text, "fuzz.yaml");
  for (const generator::Diagnostic& diagnostic : file.diagnostics) generator::Render(diagnostic, false);
  std::vector<const generator::Rule*> all;
  const generator::SourceWords words = {{"kube", "Client", "Get"}, {"src/a.cc"}};
  for (const generator::Rule& rule : file.rules) {
    all.push_back(&rule);
    generator::MayApply(rule, words);
    for (const generator::RuleMatch& match : rule.matches) {
      if (match.functions.empty()) continue;
      if (generator::MatchesName(match.functions.front(), {"kube", "Client", "Get"}) &&
          !generator::MayApply(rule, words) && match.files.empty() && match.namespaces.empty() && match.bases.empty())
        std::abort();  // the prefilter would have lost a function
    }
  }
  generator::Merge(all);
  generator::RuleUsage usage;
  usage.looked = true;
  usage.matched.resize(file.rules.size());
  usage.functions = {{{"kube", "Client", "Get"}, "src/a.cc", {}}};
  generator::UnusedRules(file.rules, {generator::UsageFragment(file.rules, usage, words), text}, "fuzz");
  return 0;
}
