// Copyright The Spansmith Authors
// SPDX-License-Identifier: Apache-2.0

#include "generator/transform/guard/guard.h"

#include <cstdint>
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

}  // namespace

// The site's initialiser: what differs from the defaults, no more.
std::string SiteExpression(const Site& site) {
  std::string out = "::spansmith::injected::sm_Site(";
  if (site.name_components != 0) {
    out += "\"{}\").sm_Pretty(__PRETTY_FUNCTION__, " + std::to_string(site.name_components) + ")";
  } else {
    out += Literal(site.name) + ")";
  }
  out += ".sm_At(" + (site.function.empty() ? "__PRETTY_FUNCTION__" : Literal(site.function)) + ", __FILE__, " +
         (site.line == 0 ? "__LINE__" : std::to_string(site.line)) + ")";
  if (!site.scope.empty()) {
    out += ".sm_Scope(" + Literal(site.scope) + (site.scope_version.empty() ? "" : ", " + Literal(site.scope_version)) +
           ")";
  }
  if (site.role == Role::kReconcile) out += ".sm_Reconcile(" + Literal(site.object_kind) + ")";
  if (site.role == Role::kBuild) out += ".sm_Build()";
  if (site.role == Role::kUpdateStatus) out += ".sm_UpdateStatus(" + Literal(site.object_kind) + ")";
  if (!site.kind_parameter.empty()) out += ".sm_KindName(::spansmith::KindName< " + site.kind_parameter + " >)";
  if (site.kind != SpanKind::kInternal) {
    out += std::string(".sm_Kind(::spansmith::injected::sm_SpanKind::") + KindName(site.kind) + ")";
  }
  if (!site.error_text.empty()) out += ".sm_ErrorText(" + Literal(site.error_text) + ")";
  if (site.ok_on_success) out += ".sm_OkOnSuccess()";
  if (site.root) out += ".sm_Root()";
  return out;
}

namespace {

// What makes names unique. A macro's text may come to stand inside a function of another file.
std::string Suffix(const Site& site) {
  if (!site.in_macro) return std::to_string(site.number);
  std::uint32_t hash = 2166136261U;  // FNV-1a
  for (const char c : site.body.place.file) hash = (hash ^ static_cast<unsigned char>(c)) * 16777619U;
  return "m" + std::to_string(hash) + "_" + std::to_string(site.number);
}

}  // namespace

std::string GuardName(const Site& site) { return "sm_guard_" + Suffix(site); }

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
  const std::string number = Suffix(site);
  const std::string static_site = "sm_site_" + number;
  const std::string guard = "::spansmith::injected::sm_Guard " + GuardName(site) + "(&" +
                            (site.constant ? "sm_at_" + number + "::sm_Get" : static_site);
  std::string declared = "static ::spansmith::injected::sm_Site " + static_site + " = " + SiteExpression(site) + "; ";
  // A static variable in the function itself would be none of a constant expression.
  if (site.constant) {
    declared = "struct sm_at_" + number + " { static ::spansmith::injected::sm_Site* sm_Get() noexcept { " + declared +
               "return &" + static_site + "; } }; ";
  }
  std::vector<Segment> segments = {{(site.wrapped_end.has_value() ? "{ " : " ") + declared, std::nullopt}};
  if (site.parent.has_value()) {
    const std::string parent = "sm_parent_" + number;
    segments.back().text += "::spansmith::injected::sm_Parent " + parent +
                            "; if (::spansmith::injected::sm_Parent::sm_Wanted(" + static_site + ")) {";
    AppendPasted({parent + ".sm_Set(", *site.parent, parent + ".sm_Failed();"}, site.exceptions, &segments);
    segments.push_back({" } " + guard + ", " + parent + ");", std::nullopt});
  } else {
    segments.back().text += guard + ");";
  }
  if (site.unreached_end.has_value())
    plan->Insert(*site.unreached_end, EditOrder::kOpen, {{" SPANSMITH_NOT_REACHED ", std::nullopt}});
  if (site.in_macro) return plan->InsertInLine(site.body, EditOrder::kGuard, std::move(segments));
  AppendEntry(site, &segments);
  AppendExit(site, &segments);
  if (site.wrapped_end.has_value()) {
    segments.push_back({" ", std::nullopt});
    plan->Insert(*site.wrapped_end, EditOrder::kClose, {{" }", std::nullopt}});
  }
  plan->Insert(site.body, EditOrder::kGuard, std::move(segments));
}

}  // namespace spansmith::generator
