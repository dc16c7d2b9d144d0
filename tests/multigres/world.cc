// Copyright The Spansmith Authors
// SPDX-License-Identifier: Apache-2.0
#include "tests/multigres/world.h"

#include <gtest/gtest.h>

#include <chrono>
#include <thread>

namespace multigres_test {

const std::string World::kNamespace = "default";

World::World() : cluster_(MULTIGRES_MANIFESTS "/crds") {
  kube::ClientOptions options;
  options.field_manager = "multigres-operator";
  client_ = std::make_unique<kube::Client>(cluster_.config(), options);
}

World::~World() {
  StopOperator();
  client_->Stop();
}

void World::StartOperator(int workers) {
  multigres::OperatorOptions options;
  options.workers = workers;
  options.backoff.max = std::chrono::milliseconds(200);
  options.backoff.per_second = 0;
  options.reflector.min_backoff = std::chrono::milliseconds(10);
  options.reflector.max_backoff = std::chrono::milliseconds(100);
  operator_ = std::make_unique<multigres::Operator>(*client_, options);
  operator_->Start();
  ASSERT_TRUE(operator_->WaitForSync(std::chrono::seconds(60)));
}

void World::StopOperator() {
  if (operator_ == nullptr) return;
  EXPECT_TRUE(operator_->Stop(std::chrono::seconds(60)));
  operator_ = nullptr;
}

Json World::Make(const kube::ResourceType& type, const std::string& name, const Json& spec) {
  return kubectl().Apply({{"apiVersion", type.ApiVersion()},
                          {"kind", type.kind},
                          {"metadata", {{"name", name}, {"namespace", kNamespace}}},
                          {"spec", spec}});
}

std::optional<Json> World::Get(const kube::ResourceType& type, const std::string& name) {
  return kubectl().Get(type, {kNamespace, name});
}

void World::Await(const std::string& what, const std::function<bool()>& wanted) {
  const auto deadline = std::chrono::steady_clock::now() + std::chrono::minutes(10);  // a sanitizer, on a busy machine
  while (!wanted()) {
    if (std::chrono::steady_clock::now() > deadline) {
      ADD_FAILURE() << "never came: " << what;
      return;
    }
    std::this_thread::sleep_for(std::chrono::milliseconds(5));
  }
}

void World::AwaitCondition(const kube::ResourceType& type, const std::string& name, const std::string& condition,
                           const std::string& status) {
  Await(std::string(type.kind) + " " + name + ": " + condition + "=" + status, [&] {
    const std::optional<Json> object = Get(type, name);
    return object && Condition(*object, condition, "status") == status;
  });
}

kube::Request RequestFor(const std::string& name) {
  kube::Request request;
  request.ns = World::kNamespace;
  request.name = name;
  return request;
}

std::string Condition(const Json& object, const std::string& type, const char* field) {
  const Json none = Json::array();
  for (const Json& one : object.value("status", Json::object()).value("conditions", none)) {
    if (one.value("type", "") == type) return one.value(field, "");
  }
  return "";
}

}  // namespace multigres_test
