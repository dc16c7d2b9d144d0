// Copyright The Spansmith Authors
// SPDX-License-Identifier: Apache-2.0
//
// See tree_picture.h.
#include "export/console/tree_picture.h"

#include <algorithm>
#include <cstdio>
#include <map>
#include <set>
#include <string_view>
#include <utility>

namespace spansmith::exporter {
namespace {

constexpr char kBold[] = "\033[1m";
constexpr char kDim[] = "\033[2m";
constexpr char kRed[] = "\033[31m";
constexpr char kGreen[] = "\033[32m";
constexpr char kCyan[] = "\033[36m";
constexpr char kReset[] = "\033[0m";

// A value on a line: control characters would break the picture, or the terminal.
std::string Printable(std::string_view text) {
  std::string safe;
  for (const char c : text) {
    const auto byte = static_cast<unsigned char>(c);
    if (c == '\n') {
      safe += "\\n";
    } else if (c == '\t') {
      safe += "\\t";
    } else {
      safe += byte < 0x20 || byte == 0x7f ? '?' : c;
    }
  }
  return safe;
}

struct ValueText {
  std::string operator()(bool value) const { return value ? "true" : "false"; }
  std::string operator()(std::int64_t value) const { return std::to_string(value); }
  std::string operator()(double value) const {
    char text[32];
    std::snprintf(text, sizeof text, "%.6g", value);
    return text;
  }
  std::string operator()(const std::string& value) const {
    std::string text = Printable(value);
    if (text.empty() || text.find_first_of(" =\"") != std::string::npos) return '"' + text + '"';
    return text;
  }
  template <typename T>
  std::string operator()(const std::vector<T>& values) const {
    std::string text = "[";
    for (const T& value : values) text.append(text.size() == 1 ? "" : ", ").append((*this)(value));
    return text + ']';
  }
};

std::string TextOf(const Attributes& attributes, const char* key) {
  const AttributeValue* value = FindAttribute(attributes, key);
  return value == nullptr ? "" : Printable(std::visit(ValueText{}, *value));
}

std::string ObjectName(const SpanData& span) {
  const std::string name = TextOf(span.attributes, "k8s.name");
  return name.empty() ? TextOf(span.attributes, "k8s.object.name") : name;
}

class Picture {
 public:
  Picture(const std::vector<SpanData>& spans, const TreeStyle& style) : style_(style) {
    std::set<SpanId> present;
    for (const SpanData& span : spans) present.insert(span.span_id);
    for (const SpanData& span : spans) {
      (present.count(span.parent_span_id) != 0 ? children_[span.parent_span_id] : roots_).push_back(&span);
    }
    const auto earlier = [](const SpanData* a, const SpanData* b) {
      return std::pair(a->start_unix_nano, a->end_unix_nano) < std::pair(b->start_unix_nano, b->end_unix_nano);
    };
    std::sort(roots_.begin(), roots_.end(), earlier);
    for (auto& [id, list] : children_) std::sort(list.begin(), list.end(), earlier);
  }

  std::string Draw(bool incomplete) {
    if (roots_.empty()) return "";
    Heading(*roots_.front(), incomplete);
    DrawAll(roots_, "  ");
    return std::move(text_);
  }

 private:
  std::string Paint(const char* color, const std::string& text) const {
    return style_.color ? color + text + kReset : text;
  }

  void Heading(const SpanData& root, bool incomplete) {
    const std::string kind = TextOf(root.attributes, "k8s.object.kind");
    const std::string object = ObjectName(root);
    std::string title = Printable(root.name);
    if (root.name == "Reconcile" && !kind.empty()) {
      title = kind + (object.empty() ? "" : " \"" + object + "\"") + " reconciliation";
    }
    text_ += "Trace: " + Paint(kBold, title) + "  " + Paint(kDim, root.trace_id.Hex());
    if (incomplete) text_ += "  (incomplete: its root span has not ended)";
    text_ += '\n';
  }

  void DrawAll(const std::vector<const SpanData*>& spans, const std::string& indent) {
    for (const SpanData* span : spans) {
      const bool last = span == spans.back();
      Line(*span, indent + (last ? "└─ " : "├─ "));
      const auto found = children_.find(span->span_id);
      const bool leaf = found == children_.end();
      const std::string below = indent + (last ? "    " : "│   ");
      Details(*span, below + (leaf ? "  " : "│ "));
      if (!leaf) DrawAll(found->second, below);
    }
  }

  void Line(const SpanData& span, const std::string& lead) {
    const std::string object = ObjectName(span);
    const bool failed = span.status.code == StatusCode::kError;
    text_ += lead + "Span: " + Paint(failed ? kRed : kBold, Printable(span.name));
    if (!object.empty()) text_ += ' ' + Paint(kCyan, object);
    text_ += "  [" + DurationText(span.end_unix_nano - span.start_unix_nano) + ']';
    if (span.status.code == StatusCode::kOk) text_ += "  " + Paint(kGreen, "Ok");
    std::string attributes;
    for (const Attribute& attribute : span.attributes) {
      if (!Shown(span, attribute)) continue;
      attributes +=
          (attributes.empty() ? "" : " ") + Printable(attribute.key) + '=' + std::visit(ValueText{}, attribute.value);
    }
    if (!attributes.empty()) text_ += "  " + Paint(kDim, attributes);
    if (!span.links.empty()) text_ += "  " + Paint(kDim, LinksText(span.links));
    if (style_.full) text_ += "  " + Paint(kDim, "span " + span.span_id.Hex());
    text_ += '\n';
  }

  // Which traces a span is linked to; the short form names them by the beginnings of their ids.
  std::string LinksText(const std::vector<Link>& links) const {
    constexpr std::size_t kMost = 3;
    std::string text;
    for (std::size_t i = 0; i < links.size() && (style_.full || i < kMost); ++i) {
      const std::string trace = links[i].trace_id.Hex();
      text += text.empty() ? "link=" : " link=";
      text += style_.full ? trace + '/' + links[i].span_id.Hex() : trace.substr(0, 8) + "...";
    }
    if (!style_.full && links.size() > kMost) text += " and " + std::to_string(links.size() - kMost) + " more";
    return text;
  }

  bool Shown(const SpanData& span, const Attribute& attribute) const {
    if (style_.full) return true;
    const std::string& key = attribute.key;
    const bool of_site = key.starts_with("code.") && !key.starts_with("code.argument.");
    if (of_site || key == "error.origin.span_id") return false;
    if (key == "k8s.name") return false;  // the name stands beside the span's
    if (key == "k8s.object.name")
      return !TextOf(span.attributes, "k8s.name").empty() &&
             TextOf(span.attributes, "k8s.name") != TextOf(span.attributes, key.c_str());
    if (key == "k8s.object.namespace") return FindAttribute(span.attributes, "k8s.namespace") == nullptr;
    return true;
  }

  void Details(const SpanData& span, const std::string& indent) {
    if (span.status.code == StatusCode::kError) {
      text_ += indent + Paint(kRed, "Error: " + Printable(span.status.description)) + '\n';
    }
    for (const Event& event : span.events) {
      // The exception is told where it left the first span; above that the status says it.
      if (!style_.full && FindAttribute(event.attributes, "error.origin.span_id") != nullptr) continue;
      std::string line = Printable(event.name);
      if (event.name == "exception") {
        line += ' ' + TextOf(event.attributes, "exception.type");
        const AttributeValue* message = FindAttribute(event.attributes, "exception.message");
        if (message != nullptr) line += ": " + Printable(std::get<std::string>(*message));
      } else {
        line += " +" + DurationText(event.time_unix_nano - std::min(event.time_unix_nano, span.start_unix_nano));
        for (const Attribute& attribute : event.attributes) {
          line += ' ' + Printable(attribute.key) + '=' + std::visit(ValueText{}, attribute.value);
        }
      }
      text_ += indent + Paint(kDim, line) + '\n';
    }
    for (const auto& [count, what] :
         {std::pair{span.dropped_attributes, " attributes did not fit"},
          std::pair{span.dropped_events, " events did not fit"}, std::pair{span.dropped_links, " links did not fit"}}) {
      if (count != 0) text_ += indent + Paint(kDim, std::to_string(count) + what) + '\n';
    }
  }

  const TreeStyle style_;
  std::vector<const SpanData*> roots_;
  std::map<SpanId, std::vector<const SpanData*>> children_;
  std::string text_;
};

}  // namespace

std::string DrawTrace(const std::vector<SpanData>& spans, const TreeStyle& style, bool incomplete) {
  return Picture(spans, style).Draw(incomplete);
}

std::string DurationText(std::uint64_t nanos) {
  constexpr std::uint64_t kSecond = 1'000'000'000;
  if (nanos >= 60 * kSecond) {
    const std::uint64_t seconds = nanos / kSecond;
    return std::to_string(seconds / 60) + 'm' + std::to_string(seconds % 60) + 's';
  }
  const char* unit = "ns";
  double value = static_cast<double>(nanos);
  for (const char* larger : {"us", "ms", "s"}) {
    if (value < 999.5) break;
    value /= 1000;
    unit = larger;
  }
  char text[32];
  std::snprintf(text, sizeof text, "%.3g%s", value, unit);
  return text;
}

}  // namespace spansmith::exporter
