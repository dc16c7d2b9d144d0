// Copyright The Spansmith Authors
// SPDX-License-Identifier: Apache-2.0
//
// Questions to recorded spans.
#ifndef TESTS_MULTIGRES_TRACE_H_
#define TESTS_MULTIGRES_TRACE_H_

#include <spansmith/span_data.h>

#include <map>
#include <string>
#include <vector>

namespace multigres_test {

using Spans = std::vector<spansmith::SpanData>;

// The attribute as text ("true", "3", "created"); "-" without one.
std::string Text(const spansmith::SpanData& span, const std::string& key);

// The first to begin of that name, with that k8s.name if one is given; null: none.
const spansmith::SpanData* Find(const Spans& spans, const std::string& name, const std::string& object = "");
int Count(const Spans& spans, const std::string& name);

// By start time.
Spans Children(const Spans& spans, const spansmith::SpanData& parent);
// Of one trace, by start time.
Spans TraceOf(const Spans& spans, const spansmith::SpanData& of);
// Whether `outer` is the parent of the parent ... of `inner`, and both are of one trace.
bool IsWithin(const Spans& spans, const spansmith::SpanData& inner, const spansmith::SpanData& outer);

// A line a span: two blanks a level, name, k8s.object.name in quotes if there is one, the keys asked for,
// "!description" of an error. HTTP spans only if asked for. The four parallel components are in the order of their
// names.
struct OutlineOptions {
  bool http = false;
  std::vector<std::string> keys;
};
std::string Outline(const Spans& spans, const spansmith::SpanData& root, const OutlineOptions& options = {});

}  // namespace multigres_test

#endif  // TESTS_MULTIGRES_TRACE_H_
