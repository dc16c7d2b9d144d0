// Copyright The Spansmith Authors
// SPDX-License-Identifier: Apache-2.0
//
// One trace as text, a tree with box characters:
//
//   Trace: Etcd "my-db" reconciliation  4bf92f3577b34da6a3ce929d0e0e4736
//     └─ Span: Reconcile my-db  [12.3ms]  k8s.namespace=default
//         ├─ Span: Get(Etcd) my-db  [45us]
//         └─ Span: CreateOrUpdate(StatefulSet) my-db-etcd  [1.2ms]
//              Error: StatefulSet apply failed: conflict
//              exception ConflictError: conflict
//
// Links stand behind the attributes (`link=4bf92f35...`, the beginning of the trace id), events below, with the time
// since the span's start. The object's name (k8s.name, else k8s.object.name) stands beside the span's; children are in
// start order. Pure.
#ifndef SPANSMITH_EXPORT_CONSOLE_TREE_PICTURE_H_
#define SPANSMITH_EXPORT_CONSOLE_TREE_PICTURE_H_

#include <spansmith/span_data.h>

#include <cstdint>
#include <string>
#include <vector>

namespace spansmith::exporter {

struct TreeStyle {
  bool color = false;  // ANSI escape sequences
  bool full =
      false;  // also code.*, k8s.object.* that repeat others, ids, and the short exception events of outer spans
};

// `spans`: of one trace. `incomplete`: the root has not ended; spans without a parent here are then the roots.
std::string DrawTrace(const std::vector<SpanData>& spans, const TreeStyle& style, bool incomplete);

// Three significant digits: 12.3s, 50ms, 1.23ms, 85us, 640ns; from a minute on 2m3s.
std::string DurationText(std::uint64_t nanos);

}  // namespace spansmith::exporter

#endif  // SPANSMITH_EXPORT_CONSOLE_TREE_PICTURE_H_
