// Copyright The Spansmith Authors
// SPDX-License-Identifier: Apache-2.0
//
// Many clusters at once while the API server refuses, delays and drops: all become ready, every span has the parent
// that it must have, every link leads to a span, and no span is lost uncounted. MULTIGRES_STRESS_CLUSTERS: how many
// (12).
#include <gtest/gtest.h>
#include <spansmith/runtime.h>
#include <spansmith/testing/recorder.h>

#include <algorithm>
#include <cstdlib>
#include <iostream>
#include <map>
#include <set>

#include "tests/multigres/trace.h"
#include "tests/multigres/world.h"

namespace multigres_test {
namespace {

using multigres::MultigresCluster;
using spansmith::SpanData;

int Clusters() {
  const char* text = std::getenv("MULTIGRES_STRESS_CLUSTERS");
  return text == nullptr ? 12 : std::max(1, std::atoi(text));
}

void Add(World& world, const std::string& verb, int status, double probability, int latency_ms, bool drop_watch) {
  kube::apiserver::Fault fault;
  fault.verb = verb;
  fault.status = status;
  fault.probability = probability;
  fault.latency = std::chrono::milliseconds(latency_ms);
  fault.drop_watch = drop_watch;
  fault.retry_after = 0;
  world.cluster().faults().Add(fault);
}

// What may stand above a span, by name; a name that is not here must be a root.
const std::map<std::string, std::set<std::string>>& Parents() {
  static const std::set<std::string> kSteps = {
      "Reconcile",          "ReconcileEtcd", "ReconcileGateway", "ReconcileOrch",     "ReconcilePooler",
      "ReconcileCells",     "Cleanup",       "ReconcileService", "ReconcileTopology", "ReconcileStatefulSet",
      "ReconcileDeployment"};
  static const std::map<std::string, std::set<std::string>> kParents = {
      {"ReconcileEtcd", {"Reconcile"}},
      {"ReconcileGateway", {"Reconcile"}},
      {"ReconcileOrch", {"Reconcile"}},
      {"ReconcilePooler", {"Reconcile"}},
      {"ReconcileCells", {"Reconcile"}},
      {"ReconcileService", {"Reconcile"}},
      {"ReconcileTopology", {"Reconcile"}},
      {"Cleanup", {"Reconcile"}},
      {"ReconcileStatefulSet", {"Reconcile", "ReconcileEtcd", "ReconcilePooler"}},
      {"ReconcileDeployment", {"Reconcile", "ReconcileGateway", "ReconcileOrch"}},
      {"BuildEtcdStatefulSet", {"ReconcileStatefulSet"}},
      {"BuildPoolerStatefulSet", {"ReconcileStatefulSet"}},
      {"BuildGatewayDeployment", {"ReconcileDeployment"}},
      {"BuildOrchDeployment", {"ReconcileDeployment"}},
      {"BuildCellService", {"ReconcileService"}},
      {"BuildCellConfigMap", {"ReconcileTopology"}},
      {"UpdateStatus", kSteps},
  };
  return kParents;
}

bool IsTypedCall(const std::string& name) {
  return name.back() == ')' && name.rfind("Watch(", 0) != 0 && name.find('(') != std::string::npos;
}

TEST(Stress, ManyClustersWithFaults) {
  const int clusters = Clusters();
  const spansmith::Stats before = spansmith::GetStats();
  const spansmith::testing::Recorder recorder;
  Spans spans;
  {
    World world;
    Add(world, "patch", 409, 0.02, 0, false);
    Add(world, "update", 409, 0.02, 0, false);
    Add(world, "get", 500, 0.02, 0, false);
    Add(world, "patch", 429, 0.02, 0, false);
    Add(world, "get", 0, 0.05, 3, false);
    Add(world, "watch", 0, 0.02, 0, true);
    world.StartOperator(4);
    for (int i = 0; i < clusters; ++i) {
      world.Await("an accepted cluster", [&] {
        try {
          world.Make(MultigresCluster::kResource, "c" + std::to_string(i));
          return true;
        } catch (const multigres::ManifestError&) {
          return false;  // a fault met us
        }
      });
    }
    for (int i = 0; i < clusters; ++i) {
      world.Await("c" + std::to_string(i) + " ready", [&] {
        try {
          const std::optional<Json> object = world.Get(MultigresCluster::kResource, "c" + std::to_string(i));
          return object && Condition(*object, "Ready", "status") == "True";
        } catch (const multigres::ManifestError&) {
          return false;
        }
      });
    }
    EXPECT_GT(world.cluster().faults().injected(), 0u);
    world.StopOperator();
    std::cout << world.cluster().faults().injected() << " faults; ";
  }
  ASSERT_TRUE(spansmith::Flush(std::chrono::seconds(60)));
  spans = recorder.Spans();

  std::map<std::string, const SpanData*> by_id;
  for (const SpanData& span : spans) {
    ASSERT_TRUE(by_id.emplace(span.trace_id.Hex() + span.span_id.Hex(), &span).second) << "an id twice";
  }
  std::size_t links = 0;
  std::size_t links_elsewhere = 0;
  for (const SpanData& span : spans) {
    const SpanData* parent = nullptr;
    if (span.parent_span_id) {
      const auto found = by_id.find(span.trace_id.Hex() + span.parent_span_id.Hex());
      ASSERT_NE(found, by_id.end()) << span.name << ": its parent is not among the spans";
      parent = found->second;
      EXPECT_LE(parent->start_unix_nano, span.start_unix_nano) << span.name << " in " << parent->name;
      EXPECT_GE(parent->end_unix_nano, span.end_unix_nano) << span.name << " in " << parent->name;
    }
    if (span.kind == spansmith::SpanKind::kClient) {  // a list by the informers has no typed call around it
      if (parent != nullptr) {
        EXPECT_TRUE(IsTypedCall(parent->name)) << span.name << " in " << parent->name;
      }
    } else if (IsTypedCall(span.name)) {
      ASSERT_NE(parent, nullptr) << span.name;
      EXPECT_FALSE(IsTypedCall(parent->name)) << span.name << " in " << parent->name;
    } else if (const auto may = Parents().find(span.name); may != Parents().end()) {
      ASSERT_NE(parent, nullptr) << span.name;
      EXPECT_EQ(may->second.count(parent->name), 1u) << span.name << " in " << parent->name;
    } else {
      EXPECT_EQ(parent, nullptr) << span.name << " in " << (parent == nullptr ? "" : parent->name);
      EXPECT_TRUE(span.name == "Reconcile" || span.name.rfind("Watch(", 0) == 0) << span.name;
    }
    // Within one trace everything is about one cluster or one component.
    if (parent != nullptr && span.name.rfind("Reconcile", 0) == 0) {
      EXPECT_EQ(Text(span, "k8s.name").rfind(Text(*parent, "k8s.name"), 0), 0u) << span.name;
    }
    for (const auto& link : span.links) {
      ++links;
      if (by_id.count(link.trace_id.Hex() + link.span_id.Hex()) == 0) ++links_elsewhere;
    }
    if (span.name == "Reconcile") {
      EXPECT_FALSE(span.links.empty()) << Text(span, "k8s.name");
    }
  }
  EXPECT_EQ(links_elsewhere, 0u);
  const spansmith::Stats after = spansmith::GetStats();
  EXPECT_EQ(after.produced - before.produced,
            after.delivered - before.delivered + after.Dropped() - before.Dropped() + after.pending);
  EXPECT_EQ(after.Dropped() - before.Dropped(), 0u);
  EXPECT_EQ(spans.size(), after.delivered - before.delivered);
  EXPECT_EQ(after.failed_attributes, before.failed_attributes);
  std::cout << clusters << " clusters, " << clusters * 5 << " components, " << Count(spans, "Reconcile")
            << " reconciles, " << spans.size() << " spans, " << links << " links\n";
}

}  // namespace
}  // namespace multigres_test
