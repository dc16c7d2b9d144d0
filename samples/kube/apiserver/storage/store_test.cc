// Copyright The Spansmith Authors
// SPDX-License-Identifier: Apache-2.0
//
// Revisions, old states, compaction, and the snapshot on disk.
#include "samples/kube/apiserver/storage/store.h"

#include <gtest/gtest.h>

#include <cstdlib>
#include <fstream>

#include "samples/kube/apiserver/storage/snapshot.h"

namespace kube::apiserver {
namespace {

const ObjectKey kA{"g/things", "ns", "a"};
const ObjectKey kB{"g/things", "ns", "b"};

std::uint64_t RevisionOf(const ObjectPtr& object) {
  return std::stoull((*object)["metadata"]["resourceVersion"].get<std::string>());
}

TEST(StoreTest, ListsAsOfAnOldRevision) {
  Store store;
  const std::uint64_t first = RevisionOf(store.Put(kA, {{"n", 1}}));
  store.Put(kB, {{"n", 1}});
  store.Put(kA, {{"n", 2}});
  store.Delete(kB);
  const auto then = store.List("g/things", "ns", first);
  ASSERT_TRUE(then.has_value());
  ASSERT_EQ(then->objects.size(), 1u);
  EXPECT_EQ((*then->objects[0].second)["n"], 1);
  EXPECT_EQ((*store.List("g/things", "")->objects[0].second)["n"], 2);
}

TEST(StoreTest, CompactionForgetsChangesAndOldLists) {
  Store store;
  const std::uint64_t first = RevisionOf(store.Put(kA, {{"n", 1}}));
  store.Put(kA, {{"n", 2}});
  EXPECT_EQ(store.After(first, std::chrono::milliseconds(0)).changes.size(), 1u);
  store.Compact();
  EXPECT_TRUE(store.After(first, std::chrono::milliseconds(0)).compacted);
  EXPECT_FALSE(store.List("g/things", "", first).has_value());
}

TEST(StoreTest, DeletionHasARevisionOfItsOwn) {
  Store store;
  const std::uint64_t put = RevisionOf(store.Put(kA, {{"n", 1}}));
  EXPECT_EQ(RevisionOf(store.Delete(kA)), put + 1);
  EXPECT_EQ(store.Delete(kA), nullptr);
}

TEST(SnapshotTest, ObjectsAndRevisionSurvive) {
  std::string folder = testing::TempDir() + "snapshot-XXXXXX";
  ASSERT_NE(mkdtemp(folder.data()), nullptr);
  const std::filesystem::path file = std::filesystem::path(folder) / "objects.json";
  std::uint64_t revision = 0;
  {
    Store store;
    SnapshotWriter writer(file, store);
    store.Put(kA, {{"n", 7}});
    revision = store.revision();
  }
  Store store;
  SnapshotWriter writer(file, store);
  EXPECT_EQ(store.revision(), revision);
  ASSERT_NE(store.Get(kA), nullptr);
  EXPECT_EQ((*store.Get(kA))["n"], 7);
  EXPECT_TRUE(store.After(revision - 1, std::chrono::milliseconds(0)).compacted);
}

TEST(SnapshotTest, AnotherFileIsRefused) {
  std::string folder = testing::TempDir() + "snapshot-XXXXXX";
  ASSERT_NE(mkdtemp(folder.data()), nullptr);
  const std::filesystem::path file = std::filesystem::path(folder) / "objects.json";
  std::ofstream(file) << "no snapshot";
  Store store;
  EXPECT_THROW(SnapshotWriter(file, store), std::runtime_error);
}

}  // namespace
}  // namespace kube::apiserver
