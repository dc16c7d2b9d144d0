// Copyright The Spansmith Authors
// SPDX-License-Identifier: Apache-2.0

#include "generator/transform/returns/forms.h"

#include <algorithm>
#include <array>
#include <stdexcept>

namespace spansmith::generator {
namespace {

struct Form {
  ReturnForm form;
  void (*rewrite)(const Site&, const ReturnStatement&, const std::string&, EditPlan*);
};

constexpr std::array<Form, 5> kForms = {{
    {ReturnForm::kNamed, RewriteNamed},
    {ReturnForm::kReference, RewriteReference},
    {ReturnForm::kValue, RewriteValue},
    {ReturnForm::kPassed, RewritePassed},
    {ReturnForm::kFallOff, RewriteFallOff},
}};

// As long as `result`, which it stands for in the pasted expressions, so that the columns behind it stay: sm_r_1,
// sm_r12, smr123 (longer from site 1000 on: a column off).
// A return inside another's value (a statement expression) has another letter: it must not shadow.
std::string Alias(const Site& site, const ReturnStatement& statement) {
  const std::string number = std::to_string(site.number);
  const auto around = std::count_if(site.returns.begin(), site.returns.end(), [&](const ReturnStatement& other) {
    return other.value_begin.offset <= statement.begin.offset && statement.begin.offset < other.value_end.offset;
  });
  const std::string letter(1, static_cast<char>('r' + around % 8));
  return (number.size() == 1 ? "sm_" + letter + "_" : number.size() == 2 ? "sm_" + letter : "sm" + letter) + number;
}

}  // namespace

void RewriteReturn(const Site& site, const ReturnStatement& statement, EditPlan* plan) {
  for (const Form& form : kForms) {
    if (form.form == statement.form) return form.rewrite(site, statement, Alias(site, statement), plan);
  }
  throw std::logic_error("a return form without a row");
}

}  // namespace spansmith::generator
