// Copyright The Spansmith Authors
// SPDX-License-Identifier: Apache-2.0
//
// What a test says of its spans, with GoogleTest:
//
//   EXPECT_THAT(recorder, HasSpan("Get(Etcd)", ChildOf("Reconcile"), HasAttribute("cr.found", true)));
//   EXPECT_THAT(recorder, Not(HasSpan("Delete(Etcd)")));
//   EXPECT_THAT(recorder.Spans(), HasSpan("Reconcile", IsRoot(), IsError(StartsWith("failed to get"))));
//
// HasSpan wants one span of which everything holds; what it is given are SpanMatchers, or a name. On failure the whole
// tree is printed. Names and texts are strings or matchers of strings. Needs gmock; C++17; header only.
#ifndef SPANSMITH_TESTING_MATCHERS_H_
#define SPANSMITH_TESTING_MATCHERS_H_

#include <gmock/gmock.h>
#include <spansmith/span_data.h>
#include <spansmith/testing/recorder.h>
#include <spansmith/testing/tree.h>

#include <algorithm>
#include <functional>
#include <ostream>
#include <sstream>
#include <string>
#include <type_traits>
#include <utility>
#include <vector>

namespace spansmith::testing {

using TextMatcher = ::testing::Matcher<const std::string&>;

// Something that holds of a span, which may depend on the others.
class SpanMatcher {
 public:
  using Test = std::function<bool(const SpanData& span, const std::vector<SpanData>& all)>;

  SpanMatcher(std::string text, Test test) : text_(std::move(text)), test_(std::move(test)) {}
  // The name.
  SpanMatcher(const char* name) : SpanMatcher(TextMatcher(std::string(name))) {}  // NOLINT
  SpanMatcher(std::string name) : SpanMatcher(TextMatcher(std::move(name))) {}    // NOLINT
  SpanMatcher(TextMatcher name)                                                   // NOLINT
      : SpanMatcher("whose name " + Described(name),
                    [name](const SpanData& span, const std::vector<SpanData>&) { return name.Matches(span.name); }) {}

  bool operator()(const SpanData& span, const std::vector<SpanData>& all) const { return test_(span, all); }
  const std::string& text() const { return text_; }

  static std::string Described(const TextMatcher& matcher) {
    std::ostringstream text;
    matcher.DescribeTo(&text);
    return text.str();
  }

 private:
  std::string text_;
  Test test_;
};

namespace internal {

template <typename T>
inline constexpr bool IsArray = std::is_same_v<T, std::vector<bool>> || std::is_same_v<T, std::vector<std::int64_t>> ||
                                std::is_same_v<T, std::vector<double>> || std::is_same_v<T, std::vector<std::string>>;

// AttributeValue of a plain value; a matcher stays one, of strings.
inline SpanMatcher AttributeMatches(const std::string& key, const AttributeValue& wanted) {
  SpanData shown;  // without a name its text is its attributes
  shown.span_id = {1};
  shown.attributes = {{key, wanted}};
  std::string text = TreeText({shown});
  text.pop_back();  // the newline
  return {"with the attribute " + text, [key, wanted](const SpanData& span, const std::vector<SpanData>&) {
            const AttributeValue* found = FindAttribute(span.attributes, key);
            return found != nullptr && *found == wanted;
          }};
}

inline SpanMatcher Related(const char* how, const SpanMatcher& other, bool any_depth) {
  return {how + (" a span " + other.text()),
          [other, any_depth](const SpanData& span, const std::vector<SpanData>& all) {
            SpanId id = span.parent_span_id;
            for (std::size_t steps = 0; steps <= all.size(); ++steps) {
              const auto parent = std::find_if(all.begin(), all.end(), [&](const SpanData& each) {
                return each.span_id == id && each.trace_id == span.trace_id;
              });
              if (parent == all.end()) return false;
              if (other(*parent, all)) return true;
              if (!any_depth) return false;
              id = parent->parent_span_id;
            }
            return false;
          }};
}

}  // namespace internal

inline SpanMatcher HasAttribute(const std::string& key) {
  return {"with an attribute " + key, [key](const SpanData& span, const std::vector<SpanData>&) {
            return FindAttribute(span.attributes, key) != nullptr;
          }};
}
// A bool, an integer, a floating point number, a string; a std::vector of bool, std::int64_t, double or std::string; or
// a matcher of strings, for values that are strings. The type counts: 1 is not "1".
template <typename T>
SpanMatcher HasAttribute(const std::string& key, const T& value) {
  if constexpr (std::is_same_v<T, bool> || internal::IsArray<T>) {
    return internal::AttributeMatches(key, value);
  } else if constexpr (std::is_integral_v<T>) {
    return internal::AttributeMatches(key, static_cast<std::int64_t>(value));
  } else if constexpr (std::is_floating_point_v<T>) {
    return internal::AttributeMatches(key, static_cast<double>(value));
  } else if constexpr (std::is_convertible_v<T, std::string>) {
    return internal::AttributeMatches(key, std::string(value));
  } else {
    const TextMatcher matcher = ::testing::SafeMatcherCast<const std::string&>(value);
    return {"whose attribute " + key + ' ' + SpanMatcher::Described(matcher),
            [key, matcher](const SpanData& span, const std::vector<SpanData>&) {
              const AttributeValue* found = FindAttribute(span.attributes, key);
              const std::string* text = found == nullptr ? nullptr : std::get_if<std::string>(found);
              return text != nullptr && matcher.Matches(*text);
            }};
  }
}

inline SpanMatcher ChildOf(const SpanMatcher& parent) { return internal::Related("that is a child of", parent, false); }
inline SpanMatcher DescendantOf(const SpanMatcher& ancestor) {
  return internal::Related("somewhere below", ancestor, true);
}
inline SpanMatcher IsRoot() {
  return {"that is a root", [](const SpanData& span, const std::vector<SpanData>&) { return !span.parent_span_id; }};
}
inline SpanMatcher OfKind(SpanKind kind) {
  return {"of kind " + std::to_string(static_cast<int>(kind)),
          [kind](const SpanData& span, const std::vector<SpanData>&) { return span.kind == kind; }};
}
inline SpanMatcher OfScope(TextMatcher name) {
  return {"whose scope's name " + SpanMatcher::Described(name),
          [name](const SpanData& span, const std::vector<SpanData>&) { return name.Matches(span.scope.name); }};
}
inline SpanMatcher HasStatus(StatusCode code) {
  return {"with status " + std::to_string(static_cast<int>(code)),
          [code](const SpanData& span, const std::vector<SpanData>&) { return span.status.code == code; }};
}
// Status Error, with that description.
inline SpanMatcher IsError(TextMatcher description = ::testing::_) {
  return {"that is an error whose description " + SpanMatcher::Described(description),
          [description](const SpanData& span, const std::vector<SpanData>&) {
            return span.status.code == StatusCode::kError && description.Matches(span.status.description);
          }};
}
inline SpanMatcher HasEvent(TextMatcher name) {
  return {"with an event whose name " + SpanMatcher::Described(name),
          [name](const SpanData& span, const std::vector<SpanData>&) {
            return std::any_of(span.events.begin(), span.events.end(),
                               [&](const Event& event) { return name.Matches(event.name); });
          }};
}
inline SpanMatcher LinksTo(const SpanMatcher& target) {
  return {"that links to a span " + target.text(), [target](const SpanData& span, const std::vector<SpanData>& all) {
            return std::any_of(span.links.begin(), span.links.end(), [&](const Link& link) {
              return std::any_of(all.begin(), all.end(), [&](const SpanData& each) {
                return each.span_id == link.span_id && each.trace_id == link.trace_id && target(each, all);
              });
            });
          }};
}

// Of a Recorder, or of a vector of spans.
class HasSpanMatcher {
 public:
  using is_gtest_matcher = void;

  explicit HasSpanMatcher(std::vector<SpanMatcher> wanted) : wanted_(std::move(wanted)) {}

  bool MatchAndExplain(const Recorder& recorder, std::ostream* out) const {
    return MatchAndExplain(recorder.Spans(), out);
  }
  bool MatchAndExplain(const std::vector<SpanData>& spans, std::ostream* out) const {
    const bool found = std::any_of(spans.begin(), spans.end(), [&](const SpanData& span) {
      return std::all_of(wanted_.begin(), wanted_.end(), [&](const SpanMatcher& each) { return each(span, spans); });
    });
    if (out != nullptr) *out << "the spans are:\n" << TreeText(spans);
    return found;
  }
  void DescribeTo(std::ostream* out) const { Describe(out, "has a span "); }
  void DescribeNegationTo(std::ostream* out) const { Describe(out, "has no span "); }

 private:
  void Describe(std::ostream* out, const char* begin) const {
    *out << begin;
    for (std::size_t i = 0; i < wanted_.size(); ++i) *out << (i == 0 ? "" : ", ") << wanted_[i].text();
  }

  std::vector<SpanMatcher> wanted_;
};

// `name`: a string, or a SpanMatcher as the others.
template <typename... More>
HasSpanMatcher HasSpan(const SpanMatcher& first, const More&... more) {
  return HasSpanMatcher({first, SpanMatcher(more)...});
}

// So that a failed EXPECT_THAT does not print a Recorder's bytes.
inline void PrintTo(const Recorder&, std::ostream* out) { *out << "a Recorder"; }

}  // namespace spansmith::testing

#endif  // SPANSMITH_TESTING_MATCHERS_H_
