// Copyright The Spansmith Authors
// SPDX-License-Identifier: Apache-2.0
//
// See spansmith/testing/tree.h.
#include <spansmith/testing/tree.h>

#include <algorithm>
#include <cstdio>
#include <cstdlib>
#include <map>
#include <set>

namespace spansmith::testing {
namespace {

bool IsControl(char c) { return static_cast<unsigned char>(c) < 0x20 || c == 0x7f; }

std::string Escaped(const std::string& text, bool quotes) {
  std::string escaped;
  for (const char c : text) {
    switch (c) {
      case '\n':
        escaped += "\\n";
        continue;
      case '\t':
        escaped += "\\t";
        continue;
      case '\r':
        escaped += "\\r";
        continue;
      case '\\':
        escaped += "\\\\";
        continue;
      default:
        break;
    }
    if (c == '"' && quotes) {
      escaped += "\\\"";
    } else if (IsControl(c)) {
      char code[8];
      std::snprintf(code, sizeof code, "\\x%02x", static_cast<unsigned>(static_cast<unsigned char>(c)));
      escaped += code;
    } else {
      escaped += c;
    }
  }
  return escaped;
}

bool NeedsQuotes(const std::string& text) {
  if (text.empty() || text == "true" || text == "false") return true;
  if (text.find_first_of(" ,={}()[]\"\\") != std::string::npos) return true;
  if (std::any_of(text.begin(), text.end(), IsControl)) return true;
  char* end = nullptr;
  std::strtod(text.c_str(), &end);
  return *end == '\0';  // a number
}

struct ValueText {
  std::string operator()(bool value) const { return value ? "true" : "false"; }
  std::string operator()(std::int64_t value) const { return std::to_string(value); }
  std::string operator()(double value) const {
    char text[40];
    std::snprintf(text, sizeof text, "%.9g", value);
    std::string shown = text;
    return shown.find_first_of(".ein") == std::string::npos ? shown + ".0" : shown;
  }
  std::string operator()(const std::string& value) const {
    return NeedsQuotes(value) ? '"' + Escaped(value, true) + '"' : value;
  }
  template <typename T>
  std::string operator()(const std::vector<T>& values) const {
    std::string text = "[";
    for (const T& value : values) text.append(text.size() == 1 ? "" : ", ").append((*this)(value));
    return text + ']';
  }
};

const char* KindText(SpanKind kind) {
  switch (kind) {
    case SpanKind::kServer:
      return " (server)";
    case SpanKind::kClient:
      return " (client)";
    case SpanKind::kProducer:
      return " (producer)";
    case SpanKind::kConsumer:
      return " (consumer)";
    case SpanKind::kInternal:
      break;
  }
  return "";
}

class Tree {
 public:
  Tree(const std::vector<SpanData>& spans, const TreeOptions& options) : options_(options) {
    std::set<SpanId> present;
    for (const SpanData& span : spans) present.insert(span.span_id);
    for (const SpanData& span : spans) names_[span.span_id] = span.name;
    for (const SpanData& span : spans) {
      (present.count(span.parent_span_id) != 0 ? children_[span.parent_span_id] : roots_).push_back(&span);
    }
    SortByStart(roots_);
    for (auto& [id, list] : children_) SortByStart(list);
  }

  std::string Text() {
    AddAll(roots_, "");
    return std::move(text_);
  }

 private:
  using List = std::vector<const SpanData*>;

  static void SortByStart(List& list) {
    std::sort(list.begin(), list.end(), [](const SpanData* a, const SpanData* b) {
      if (a->start_unix_nano != b->start_unix_nano) return a->start_unix_nano < b->start_unix_nano;
      if (a->end_unix_nano != b->end_unix_nano) return a->end_unix_nano < b->end_unix_nano;
      return a->span_id < b->span_id;
    });
  }

  bool Hidden(const std::string& key) const {
    const auto& hidden = options_.hidden_keys;
    return (!options_.show_code && key.rfind("code.", 0) == 0 && key.rfind("code.argument.", 0) != 0) ||
           std::find(hidden.begin(), hidden.end(), key) != hidden.end();
  }

  std::string Braces(const Attributes& attributes) const {
    std::map<std::string, std::string> sorted;
    for (const Attribute& attribute : attributes) {
      if (!Hidden(attribute.key)) sorted[attribute.key] = std::visit(ValueText{}, attribute.value);
    }
    if (sorted.empty()) return "";
    std::string text;
    for (const auto& [key, value] : sorted) text += (text.empty() ? "{" : ", ") + Escaped(key, false) + '=' + value;
    return text + '}';
  }

  std::string ScopeText(const Scope& scope) const {
    if (!options_.show_scope) return "";
    return " [" + scope.name + (scope.version.empty() ? "" : '@' + scope.version) + ']';
  }

  void Add(const SpanData& span, const std::string& indent) {
    text_ += indent + Escaped(span.name, false) + KindText(span.kind) + ScopeText(span.scope) + Braces(span.attributes);
    if (span.status.code == StatusCode::kOk) text_ += " Ok";
    if (span.status.code == StatusCode::kError) text_ += " !Error(" + Escaped(span.status.description, false) + ')';
    if (span.dropped_attributes != 0) text_ += " +" + std::to_string(span.dropped_attributes) + " dropped attributes";
    if (span.dropped_events != 0) text_ += " +" + std::to_string(span.dropped_events) + " dropped events";
    if (span.dropped_links != 0) text_ += " +" + std::to_string(span.dropped_links) + " dropped links";
    text_ += '\n';
    const std::string deeper = indent + "  ";
    for (const Link& link : span.links) {
      const auto linked = names_.find(link.span_id);
      if (!options_.show_links) break;
      text_ += deeper + "-> " + (linked == names_.end() ? "(elsewhere)" : Escaped(linked->second, false)) +
               Braces(link.attributes) + '\n';
    }
    for (const Event& event : span.events) {
      if (!options_.show_events) break;
      text_ += deeper + "* " + Escaped(event.name, false) + Braces(event.attributes);
      if (event.dropped_attributes != 0) {
        text_ += " +" + std::to_string(event.dropped_attributes) + " dropped attributes";
      }
      text_ += '\n';
    }
    const auto found = children_.find(span.span_id);
    if (found == children_.end()) return;
    AddAll(found->second, deeper);
  }

  void AddAll(const List& list, const std::string& indent) {
    if (!options_.sort_by_text) {
      for (const SpanData* span : list) Add(*span, indent);
      return;
    }
    std::vector<std::string> texts;
    const std::string before = std::move(text_);
    for (const SpanData* span : list) {
      text_.clear();
      Add(*span, indent);
      texts.push_back(std::move(text_));
    }
    std::sort(texts.begin(), texts.end());
    text_ = before;
    for (const std::string& text : texts) text_ += text;
  }

  const TreeOptions& options_;
  List roots_;
  std::map<SpanId, List> children_;
  std::map<SpanId, std::string> names_;
  std::string text_;
};

}  // namespace

std::string TreeText(const std::vector<SpanData>& spans, const TreeOptions& options) {
  return Tree(spans, options).Text();
}

}  // namespace spansmith::testing
