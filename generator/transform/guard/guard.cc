// Copyright The Spansmith Authors
// SPDX-License-Identifier: Apache-2.0

#include "generator/transform/guard/guard.h"

#include <cstdio>

#include "generator/transform/attributes/attributes.h"
#include "generator/transform/attributes/pasted.h"

namespace spansmith::generator {
namespace {

const char* KindName(SpanKind kind) {
  switch (kind) {
    case SpanKind::kServer:
      return "kServer";
    case SpanKind::kClient:
      return "kClient";
    case SpanKind::kProducer:
      return "kProducer";
    case SpanKind::kConsumer:
      return "kConsumer";
    case SpanKind::kInternal:
      break;
  }
  return "kInternal";
}

// The site's initialiser: what differs from the defaults, no more.
std::string SiteExpression(const Site& site) {
  std::string out = "::spansmith::injected::Site(" + Literal(site.name) + ").At(" + Literal(site.function) +
                    ", __FILE__, " + std::to_string(site.line) + ")";
  if (!site.scope.empty()) {
    out +=
        ".Scope(" + Literal(site.scope) + (site.scope_version.empty() ? "" : ", " + Literal(site.scope_version)) + ")";
  }
  if (site.role == Role::kReconcile) out += ".Reconcile(" + Literal(site.object_kind) + ")";
  if (site.role == Role::kBuild) out += ".Build()";
  if (site.role == Role::kUpdateStatus) out += ".UpdateStatus(" + Literal(site.object_kind) + ")";
  if (!site.kind_parameter.empty()) out += ".KindName(::spansmith::KindName< " + site.kind_parameter + " >)";
  if (site.kind != SpanKind::kInternal) {
    out += std::string(".Kind(::spansmith::injected::SpanKind::") + KindName(site.kind) + ")";
  }
  if (!site.error_text.empty()) out += ".ErrorText(" + Literal(site.error_text) + ")";
  if (site.ok_on_success) out += ".OkOnSuccess()";
  if (site.root) out += ".Root()";
  return out;
}

}  // namespace

std::string GuardName(const Site& site) { return "sm_guard_" + std::to_string(site.number); }

std::string Literal(const std::string& text) {
  std::string out = "\"";
  for (const char c : text) {
    const auto byte = static_cast<unsigned char>(c);
    if (c == '"' || c == '\\') {
      out += '\\';
      out += c;
    } else if (byte < 0x20 || byte == 0x7f || c == '?') {
      // Three octal digits end by themselves, whatever follows; `?` could begin a trigraph.
      char escape[8];
      std::snprintf(escape, sizeof(escape), "\\%03o", byte);
      out += escape;
    } else {
      out += c;
    }
  }
  return out + "\"";
}

void InsertGuard(const Site& site, EditPlan* plan) {
  const std::string number = std::to_string(site.number);
  const std::string static_site = "sm_site_" + number;
  const std::string guard = "::spansmith::injected::Guard " + GuardName(site) + "(&" + static_site;
  std::vector<Segment> segments = {
      {" static ::spansmith::injected::Site " + static_site + " = " + SiteExpression(site) + "; ", std::nullopt}};
  if (site.parent.has_value()) {
    const std::string parent = "sm_parent_" + number;
    segments.back().text += "::spansmith::injected::Parent " + parent + "; if (::spansmith::injected::Parent::Wanted(" +
                            static_site + ")) {";
    AppendPasted({parent + ".Set(", *site.parent, parent + ".Failed();"}, site.exceptions, &segments);
    segments.push_back({" } " + guard + ", " + parent + ");", std::nullopt});
  } else {
    segments.back().text += guard + ");";
  }
  AppendEntry(site, &segments);
  plan->Insert(site.body, EditOrder::kGuard, std::move(segments));
}

}  // namespace spansmith::generator
