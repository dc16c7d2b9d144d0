// Copyright The Spansmith Authors
// SPDX-License-Identifier: Apache-2.0
//
// Spans as text, for golden files and assertions: stable from run to run, because ids, times and places in the source
// are left out.
//
//   Reconcile{k8s.name=etcd-sample, k8s.object.kind=Etcd} !Error(failed to reconcile StatefulSet: conflict)
//     Get(Etcd){found=true} Ok
//     CreateOrUpdate(StatefulSet) (client){error.type=ConflictError} !Error(apply failed: conflict)
//       * exception{exception.message=conflict, exception.type=ConflictError}
//
// One span a line, two spaces a level; siblings, and roots, by start time, then by end, then by id. A line is
//   name [ (kind)] [ [scope] or [scope@version]] [{attributes}] [ Ok | !Error(description)] [ +N dropped attributes]
//   [ +N dropped events] [ +N dropped links]
// Kind is shown if it is not internal, the scope if asked for. Attributes are `key=value` in the order of their keys,
// separated by ", ". Deeper by a level than their span, before its children, stand its links, `-> name` of the linked
// span or `-> (elsewhere)` where that is not in the list, and its events, `* name{attributes}`. Values: true and false;
// integers in decimal; floating point as %.9g, with ".0" where that shows no point or exponent; strings as they are, or
// in double quotes if they are empty, hold a blank, one of , = { } ( ) " \ or a control character, or could be read as
// a value of another type. In quotes, and in error descriptions and names (never quoted), \n, \t, \r and \\ stand for
// these characters and \xHH for other control characters; in quotes also \". C++17.
#ifndef SPANSMITH_TESTING_TREE_H_
#define SPANSMITH_TESTING_TREE_H_

#include <spansmith/span_data.h>

#include <string>
#include <vector>

namespace spansmith::testing {

struct TreeOptions {
  bool show_scope = false;
  bool show_code = false;  // code.function.name, code.file.path, code.line.number
  bool show_events = true;
  bool show_links = true;
  bool sort_by_text = false;  // siblings in the order of their text instead: where threads begin them in any order
  std::vector<std::string> hidden_keys = {"error.origin.span_id"};  // of span and event attributes
};

// Every line ends with a newline. A span whose parent is not in `spans` is a root.
std::string TreeText(const std::vector<SpanData>& spans, const TreeOptions& options = {});

}  // namespace spansmith::testing

#endif  // SPANSMITH_TESTING_TREE_H_
