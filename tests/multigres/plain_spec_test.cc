// Copyright The Spansmith Authors
// SPDX-License-Identifier: Apache-2.0
//
// Specs as people get them wrong: every problem is named, with path, value and what was expected; nothing throws.
#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "samples/kube/api/object.h"
#include "samples/multigres/api/multigres_cluster.h"
#include "samples/multigres/reconcile/invalid_spec.h"

namespace multigres {
namespace {

using kube::Json;
using testing::ElementsAre;
using testing::HasSubstr;
using testing::IsEmpty;

template <typename T>
T Read(const Json& spec, const std::string& name = "x") {
  return kube::FromJson<T>(
      {{"kind", T::kKind}, {"metadata", {{"name", name}, {"namespace", "default"}}}, {"spec", spec}});
}

TEST(PlainSpec, DefaultsWithoutSpec) {
  const Etcd etcd = kube::FromJson<Etcd>({{"metadata", {{"name", "x"}}}});
  EXPECT_THAT(etcd.problems, IsEmpty());
  EXPECT_EQ(etcd.spec.replicas, 3);
  EXPECT_EQ(etcd.spec.storage, "10Gi");
}

TEST(PlainSpec, WrongTypesAreAllNamed) {
  const Etcd etcd = Read<Etcd>({{"replicas", "three"}, {"image", 7}, {"storage", {{"size", 1}}}});
  EXPECT_THAT(etcd.problems, ElementsAre("spec.image is 7: expected text of 1 to 512 bytes",
                                         "spec.replicas is \"three\": expected an integer from 1 to 9",
                                         "spec.storage is {\"size\":1}: expected a size such as \"10Gi\""));
}

TEST(PlainSpec, AbsurdReplicas) {
  for (const Json& replicas : {Json(0), Json(-3), Json(10), Json(1000000000), Json(18446744073709551615u), Json(2.5),
                               Json(9223372036854775807), Json(true), Json::array({3})}) {
    const Etcd etcd = Read<Etcd>({{"replicas", replicas}});
    ASSERT_EQ(etcd.problems.size(), 1u) << replicas;
    EXPECT_EQ(etcd.problems[0], "spec.replicas is " + replicas.dump() + ": expected an integer from 1 to 9");
    EXPECT_THROW(CheckSpec(etcd), InvalidSpec);
  }
  EXPECT_THAT(Read<Etcd>({{"replicas", 9}}).problems, IsEmpty());
}

TEST(PlainSpec, UnknownFieldNamesTheKnownOnes) {
  EXPECT_THAT(Read<MultiOrch>({{"replica", 1}}).problems,
              ElementsAre("spec.replica is not a field: expected image, replicas; correct its spelling or remove it"));
}

TEST(PlainSpec, SpecOfAnotherType) {
  EXPECT_THAT(Read<Etcd>(Json::array({1})).problems, ElementsAre("spec is [1]: expected an object with fields"));
  EXPECT_THAT(Read<MultigresCluster>({{"etcd", "big"}}).problems,
              ElementsAre("spec.etcd is \"big\": expected an object with fields"));
  EXPECT_THAT(Read<MultigresCluster>({{"cells", 4}}).problems, ElementsAre("spec.cells is 4: expected a list"));
}

TEST(PlainSpec, CellsOfACluster) {
  const MultigresCluster cluster = Read<MultigresCluster>(
      {{"cells", {{{"name", "a"}}, {{"zone", "z"}}, {{"name", "a"}}, {{"name", "Not A Name"}}, "cell"}}});
  EXPECT_THAT(
      cluster.problems,
      ElementsAre("spec.cells[4] is \"cell\": expected an object with fields",
                  "spec.cells[1].name is missing: every cell needs one",
                  "spec.cells[2].name is the name of another cell too",
                  "spec.cells[3].name is \"Not A Name\": expected lower-case letters, digits and '-', at most 63 "
                  "of them",
                  "spec.cells[4].name is missing: every cell needs one"));
}

TEST(PlainSpec, CellWithoutCluster) {
  EXPECT_THAT(Read<Cell>(Json::object()).problems,
              ElementsAre("spec.cluster is missing: name the MultigresCluster that the cell belongs to"));
}

TEST(PlainSpec, HugeValuesMakeShortMessages) {
  const Etcd etcd = Read<Etcd>({{"image", std::string(1 << 20, 'x')}});
  ASSERT_EQ(etcd.problems.size(), 1u);
  EXPECT_LT(etcd.problems[0].size(), 200u);
  Json many = Json::object();
  for (int i = 0; i < 1000; ++i) many["field" + std::to_string(i)] = i;
  const MultiOrch orch = Read<MultiOrch>(many);
  EXPECT_EQ(orch.problems.size(), 1000u);
  EXPECT_THAT(Join(orch.problems), HasSubstr("; and 992 more"));
}

TEST(PlainSpec, BytesThatAreNoText) {
  const Etcd etcd = Read<Etcd>({{"storage", std::string("\xff\xfe\0x", 4)}});
  ASSERT_EQ(etcd.problems.size(), 1u);  // and no exception
}

TEST(PlainSpec, NamesThatLeaveNoRoom) {
  EXPECT_NO_THROW(CheckSpec(Read<Etcd>(Json::object(), std::string(52, 'n'))));
  EXPECT_THROW(CheckSpec(Read<Etcd>(Json::object(), std::string(53, 'n'))), InvalidSpec);
}

TEST(PlainSpec, StatusOfAnotherShapeReadsAsNone) {
  const Etcd etcd =
      kube::FromJson<Etcd>({{"metadata", {{"name", "x"}}}, {"status", {{"replicas", "many"}, {"conditions", 3}}}});
  EXPECT_EQ(etcd.status.replicas, 0);
  EXPECT_THAT(etcd.status.conditions, IsEmpty());
}

TEST(PlainSpec, WrittenAsRead) {
  const Json spec = {{"etcd", {{"image", "e"}, {"replicas", 5}, {"storage", "1Gi"}}},
                     {"gateway", {{"image", "g"}, {"replicas", 4}, {"port", 6432}}},
                     {"orch", {{"image", "o"}, {"replicas", 2}}},
                     {"pooler", {{"image", "p"}, {"replicas", 7}, {"storage", "2Ti"}}},
                     {"cells", {{{"name", "a"}, {"zone", "z"}}}}};
  const MultigresCluster cluster = Read<MultigresCluster>(spec);
  EXPECT_THAT(cluster.problems, IsEmpty());
  EXPECT_EQ(kube::ToJson(cluster)["spec"], spec);
}

}  // namespace
}  // namespace multigres
