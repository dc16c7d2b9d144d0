// Copyright The Spansmith Authors
// SPDX-License-Identifier: Apache-2.0
//
// Two candidates and a lease on the embedded API server; time is the test's.
#include "samples/kube/leader/leader_elector.h"

#include <gtest/gtest.h>

#include <atomic>

#include "samples/kube/apiserver/api_server.h"
#include "samples/kube/errors/errors.h"
#include "samples/kube/queue/fake_clock.h"

namespace kube {
namespace {

using std::chrono::milliseconds;
using std::chrono::seconds;

class LeaderElectorTest : public testing::Test {
 protected:
  struct Candidate {
    Candidate(LeaderElectorTest& test, const std::string& identity)
        : elector(test.client_, test.Options(identity), [this] { ++started; }, [this] { ++stopped; }, test.clock_) {}
    std::atomic<int> started{0};
    std::atomic<int> stopped{0};
    LeaderElector elector;
  };

  static LeaderOptions Options(const std::string& identity) {
    LeaderOptions options;
    options.lease = {"default", "operator"};
    options.identity = identity;
    return options;
  }

  template <typename Condition>
  static bool Eventually(Condition condition) {
    const auto end = std::chrono::steady_clock::now() + seconds(60);
    while (!condition()) {
      if (std::chrono::steady_clock::now() > end) return false;
      std::this_thread::sleep_for(milliseconds(1));
    }
    return true;
  }
  // Time goes on, a bit at a time, until it is so.
  template <typename Condition>
  bool InTime(Condition condition) {
    return Eventually([&] {
      if (condition()) return true;
      clock_.Advance(milliseconds(100));
      return false;
    });
  }

  static ClusterConfig ConfigOf(const apiserver::ApiServer& server) {
    ClusterConfig config;
    config.server = server.url();
    return config;
  }

  apiserver::ApiServer server_{apiserver::ApiServerOptions{}};
  Client client_{ConfigOf(server_)};
  FakeClock clock_;
};

TEST_F(LeaderElectorTest, OneLeadsAndTheOtherFollowsWhenItStops) {
  Candidate a(*this, "a");
  Candidate b(*this, "b");
  a.elector.Start();
  ASSERT_TRUE(Eventually([&] { return a.elector.leading(); }));
  b.elector.Start();
  ASSERT_TRUE(Eventually([&] { return b.elector.holder() == "a"; }));
  EXPECT_FALSE(b.elector.leading());

  a.elector.Stop();
  EXPECT_EQ(a.started, 1);
  EXPECT_EQ(a.stopped, 1);
  const std::optional<Lease> given_back = client_.Get<Lease>({"default", "operator"});
  EXPECT_EQ(given_back->spec.holder_identity.value_or(""), "");
  ASSERT_TRUE(InTime([&] { return b.elector.leading(); }));
  EXPECT_EQ(client_.Get<Lease>({"default", "operator"})->spec.lease_transitions, 1);
  b.elector.Stop();
  EXPECT_EQ(b.stopped, 1);
}

TEST_F(LeaderElectorTest, ALeaderThatCannotRenewLeadsNoMoreBeforeAnotherMay) {
  Candidate a(*this, "a");
  a.elector.Start();
  ASSERT_TRUE(Eventually([&] { return a.elector.leading(); }));
  apiserver::Fault fault;
  fault.verb = "update";
  fault.resource = "leases";
  fault.status = 500;
  server_.faults().Add(fault);
  const TimePoint begin = clock_.Now();
  ASSERT_TRUE(InTime([&] { return !a.elector.leading(); }));
  EXPECT_GE(clock_.Now() - begin, seconds(10) - milliseconds(100));
  EXPECT_EQ(a.stopped, 1);
  server_.faults().Clear();
  ASSERT_TRUE(InTime([&] { return a.elector.leading(); }));
  EXPECT_EQ(a.started, 2);
}

TEST_F(LeaderElectorTest, ALeaseThatIsNotRenewedIsTakenOver) {
  Lease dead;
  dead.meta.ns = "default";
  dead.meta.name = "operator";
  dead.spec.holder_identity = "dead";
  dead.spec.lease_duration_seconds = 15;
  dead.spec.lease_transitions = 4;
  client_.Create(dead);
  Candidate a(*this, "a");
  a.elector.Start();
  ASSERT_TRUE(Eventually([&] { return a.elector.holder() == "dead"; }));
  const TimePoint begin = clock_.Now();
  ASSERT_TRUE(InTime([&] { return a.elector.leading(); }));
  EXPECT_GE(clock_.Now() - begin, seconds(14));
  EXPECT_EQ(client_.Get<Lease>({"default", "operator"})->spec.lease_transitions, 5);
}

TEST_F(LeaderElectorTest, ALeaseThatAnotherTookIsLostAtOnce) {
  Candidate a(*this, "a");
  a.elector.Start();
  ASSERT_TRUE(Eventually([&] { return a.elector.leading(); }));
  client_.Patch<Lease>({"default", "operator"}, {{"spec", {{"holderIdentity", "thief"}}}});
  ASSERT_TRUE(InTime([&] { return !a.elector.leading(); }));
  EXPECT_EQ(a.elector.holder(), "thief");
}

TEST_F(LeaderElectorTest, DurationsMustFit) {
  LeaderOptions options = Options("a");
  options.renew_deadline = options.lease_duration;
  EXPECT_THROW(LeaderElector(client_, options, {}, {}, clock_), ConfigError);
  EXPECT_THROW(LeaderElector(client_, Options(""), {}, {}, clock_), ConfigError);
}

}  // namespace
}  // namespace kube
