// Copyright The Spansmith Authors
// SPDX-License-Identifier: Apache-2.0

#include "generator/rulefile/merge.h"

#include <algorithm>

namespace spansmith::generator {
namespace {

template <typename T>
void Take(const std::optional<T>& from, std::optional<T>* to) {
  if (from.has_value()) *to = from;
}

void AddAttributes(const std::vector<RuleAttribute>& from, std::vector<RuleAttribute>* to) {
  for (const RuleAttribute& attribute : from) {
    const auto it = std::find_if(to->begin(), to->end(), [&](const auto& a) { return a.key == attribute.key; });
    if (it == to->end()) {
      to->push_back(attribute);
    } else {
      *it = attribute;
    }
  }
}

// Names, each once.
void AddNames(const std::vector<RuleText>& from, std::vector<RuleText>* to) {
  for (const RuleText& name : from) {
    if (std::none_of(to->begin(), to->end(), [&](const RuleText& known) { return known.text == name.text; }))
      to->push_back(name);
  }
}

void Add(const RuleEffect& from, RuleEffect* to) {
  if (from.role.has_value() || from.object.has_value() || from.span.has_value()) {
    to->role = from.role;
    to->object = from.object;
    to->span = from.span;
  }
  if (from.root.has_value() || from.parent.has_value()) {
    to->root = from.root;
    to->parent = from.parent;
  }
  if (from.scope.has_value()) to->scope_version = from.scope_version;
  Take(from.scope, &to->scope);
  Take(from.kind, &to->kind);
  Take(from.error_text, &to->error_text);
  Take(from.ok_on_success, &to->ok_on_success);
  Take(from.name, &to->name);
  AddAttributes(from.attributes, &to->attributes);
  AddAttributes(from.return_attributes, &to->return_attributes);
  AddAttributes(from.exit_attributes, &to->exit_attributes);
  AddNames(from.arguments, &to->arguments);
  Take(from.error_when, &to->error_when);
  Take(from.answers, &to->answers);
  to->links.insert(to->links.end(), from.links.begin(), from.links.end());
  AddNames(from.carry, &to->carry);
  Take(from.carry_linked, &to->carry_linked);
  Take(from.with, &to->with);
  for (const unsigned position : from.carry_arguments) {
    if (std::find(to->carry_arguments.begin(), to->carry_arguments.end(), position) == to->carry_arguments.end())
      to->carry_arguments.push_back(position);
  }
  to->includes.insert(to->includes.end(), from.includes.begin(), from.includes.end());
}

}  // namespace

bool Rule::Selects() const {
  if (ignore || refine) return false;
  const RuleEffect& e = effect;
  const bool says_more = e.role || e.object || e.span || e.kind || e.scope || e.error_text || e.ok_on_success ||
                         e.root || e.name || e.parent || !e.attributes.empty() || !e.return_attributes.empty() ||
                         !e.exit_attributes.empty() || !e.arguments.empty() || e.error_when || e.answers ||
                         !e.links.empty();
  return says_more || (e.carry.empty() && e.carry_arguments.empty() && !e.carry_linked && !e.with);
}

MergedRules Merge(const std::vector<const Rule*>& matching) {
  MergedRules out;
  for (const Rule* rule : matching) {
    Add(rule->effect, &out.effect);
    if (!rule->Selects()) continue;
    out.selected = true;
    out.place = rule->place;
  }
  const bool ignored = std::any_of(matching.begin(), matching.end(), [](const Rule* rule) { return rule->ignore; });
  return ignored ? MergedRules{} : out;
}

}  // namespace spansmith::generator
