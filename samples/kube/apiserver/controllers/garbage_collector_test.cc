// Copyright The Spansmith Authors
// SPDX-License-Identifier: Apache-2.0
//
// Owners and dependents, without threads: changes are handed over by hand.
#include "samples/kube/apiserver/controllers/garbage_collector.h"

#include <gtest/gtest.h>

#include "samples/kube/apiserver/kinds/registry.h"
#include "samples/kube/apiserver/rest/writer.h"

namespace kube::apiserver {
namespace {

class GarbageCollectorTest : public ::testing::Test {
 protected:
  GarbageCollectorTest() {
    store_.Put({"/namespaces", "", "n"}, {{"metadata", {{"name", "n"}}}, {"status", {{"phase", "Active"}}}});
  }

  Target Of(const std::string& name) { return {kind_, "n", name, ""}; }
  std::string Create(const std::string& name, const std::string& owner = "", bool blocks = false,
                     const Json& finalizers = Json::array()) {
    Json meta = {{"name", name}, {"finalizers", finalizers}};
    if (!owner.empty()) {
      meta["ownerReferences"] = Json::array({{{"apiVersion", "v1"},
                                              {"kind", "ConfigMap"},
                                              {"name", owner},
                                              {"uid", uids_.at(owner)},
                                              {"blockOwnerDeletion", blocks}}});
    }
    WriteOptions options;
    return uids_[name] = TextAt(writer_.Create(Of(name), {{"metadata", meta}}, options)["metadata"], "uid");
  }
  void Delete(const std::string& name, const std::string& propagation) {
    writer_.Delete(Of(name), {.propagation = propagation});
  }
  // Until nothing changes any more.
  void Run() {
    while (revision_ < store_.revision()) {
      const Store::Changes changes = store_.After(revision_, std::chrono::milliseconds(0));
      for (const Change& change : changes.changes) collector_.Learn(change);
      for (const Change& change : changes.changes) {
        collector_.Handle(change);
        revision_ = change.revision;
      }
    }
  }
  bool Exists(const std::string& name) { return store_.Get(Of(name).Key()) != nullptr; }

  Store store_;
  Registry registry_;
  Writer writer_{store_, registry_};
  GarbageCollector collector_{store_, registry_, writer_};
  const ResourcePtr kind_ = registry_.Find("", "v1", "configmaps");
  std::map<std::string, std::string> uids_;
  std::uint64_t revision_ = store_.revision();
};

TEST_F(GarbageCollectorTest, DependentsFollowTheirOwner) {
  Create("owner");
  Create("child", "owner");
  Create("grandchild", "child");
  Delete("owner", "Background");
  Run();
  EXPECT_FALSE(Exists("child"));
  EXPECT_FALSE(Exists("grandchild"));
}

TEST_F(GarbageCollectorTest, ForegroundWaitsForWhatBlocks) {
  Create("owner");
  Create("blocks", "owner", true, {"x.io/held"});
  Create("free", "owner");
  Delete("owner", "Foreground");
  Run();
  EXPECT_TRUE(Exists("owner"));
  EXPECT_TRUE(Exists("blocks"));
  EXPECT_FALSE(Exists("free"));
  WriteOptions options;
  writer_.Update(
      Of("blocks"),
      [](const Json& stored) {
        Json object = stored;
        object["metadata"].erase("finalizers");
        return object;
      },
      {}, options);
  Run();
  EXPECT_FALSE(Exists("blocks"));
  EXPECT_FALSE(Exists("owner"));
}

TEST_F(GarbageCollectorTest, OrphansStayWithoutTheReference) {
  Create("owner");
  Create("child", "owner");
  Delete("owner", "Orphan");
  Run();
  EXPECT_FALSE(Exists("owner"));
  ASSERT_TRUE(Exists("child"));
  EXPECT_FALSE((*store_.Get(Of("child").Key()))["metadata"].contains("ownerReferences"));
}

TEST_F(GarbageCollectorTest, ADependentOfNobodyGoes) {
  Create("owner");
  Delete("owner", "Background");
  Create("late", "owner");
  Run();
  EXPECT_FALSE(Exists("late"));
}

}  // namespace
}  // namespace kube::apiserver
