// Copyright The Spansmith Authors
// SPDX-License-Identifier: Apache-2.0
//
// Service, ConfigMap, Namespace and Event (core v1), Lease (coordination.k8s.io/v1).
#ifndef SAMPLES_KUBE_API_CORE_H_
#define SAMPLES_KUBE_API_CORE_H_

#include <map>
#include <optional>
#include <string>
#include <vector>

#include "samples/kube/api/json.h"
#include "samples/kube/api/object_meta.h"
#include "samples/kube/api/resource_type.h"

namespace kube {

struct ServicePort {
  std::string name;
  int port = 0;
  Json target_port;  // a number or a port's name; null: the same as port
  std::string protocol = "TCP";
  std::optional<int> node_port;

  template <typename Io>
  void Fields(Io& io) {
    io("name", name);
    io("port", port);
    io("targetPort", target_port);
    io("protocol", protocol);
    io("nodePort", node_port);
  }
};

struct ServiceSpec {
  std::string type;        // empty: the server's default, ClusterIP
  std::string cluster_ip;  // "None": headless
  std::map<std::string, std::string> selector;
  std::vector<ServicePort> ports;
  std::optional<bool> publish_not_ready_addresses;

  template <typename Io>
  void Fields(Io& io) {
    io("type", type);
    io("clusterIP", cluster_ip);
    io("selector", selector);
    io("ports", ports);
    io("publishNotReadyAddresses", publish_not_ready_addresses);
  }
};

struct Service {
  static constexpr const char kKind[] = "Service";
  static constexpr ResourceType kResource{"", "v1", "services", kKind, true};

  ObjectMeta meta;
  ServiceSpec spec;

  template <typename Io>
  void Fields(Io& io) {
    io("metadata", meta);
    io("spec", spec);
  }
};

struct ConfigMap {
  static constexpr const char kKind[] = "ConfigMap";
  static constexpr ResourceType kResource{"", "v1", "configmaps", kKind, true};

  ObjectMeta meta;
  std::map<std::string, std::string> data;

  template <typename Io>
  void Fields(Io& io) {
    io("metadata", meta);
    io("data", data);
  }
};

struct Namespace {
  static constexpr const char kKind[] = "Namespace";
  static constexpr ResourceType kResource{"", "v1", "namespaces", kKind, false};

  ObjectMeta meta;

  template <typename Io>
  void Fields(Io& io) {
    io("metadata", meta);
  }
};

struct ObjectReference {
  std::string api_version;
  std::string kind;
  std::string ns;
  std::string name;
  std::string uid;
  std::string resource_version;

  template <typename Io>
  void Fields(Io& io) {
    io("apiVersion", api_version);
    io("kind", kind);
    io("namespace", ns);
    io("name", name);
    io("uid", uid);
    io("resourceVersion", resource_version);
  }
};

struct EventSource {
  std::string component;

  template <typename Io>
  void Fields(Io& io) {
    io("component", component);
  }
};

struct Event {
  static constexpr const char kKind[] = "Event";
  static constexpr ResourceType kResource{"", "v1", "events", kKind, true};

  ObjectMeta meta;
  ObjectReference involved_object;
  std::string type;  // Normal, Warning
  std::string reason;
  std::string message;
  EventSource source;
  std::string first_timestamp;
  std::string last_timestamp;
  std::optional<int> count;

  template <typename Io>
  void Fields(Io& io) {
    io("metadata", meta);
    io("involvedObject", involved_object);
    io("type", type);
    io("reason", reason);
    io("message", message);
    io("source", source);
    io("firstTimestamp", first_timestamp);
    io("lastTimestamp", last_timestamp);
    io("count", count);
  }
};

struct LeaseSpec {
  std::optional<std::string> holder_identity;
  std::optional<int> lease_duration_seconds;
  std::string acquire_time;  // metav1.MicroTime
  std::string renew_time;
  std::optional<int> lease_transitions;

  template <typename Io>
  void Fields(Io& io) {
    io("holderIdentity", holder_identity);
    io("leaseDurationSeconds", lease_duration_seconds);
    io("acquireTime", acquire_time);
    io("renewTime", renew_time);
    io("leaseTransitions", lease_transitions);
  }
};

struct Lease {
  static constexpr const char kKind[] = "Lease";
  static constexpr ResourceType kResource{"coordination.k8s.io", "v1", "leases", kKind, true};

  ObjectMeta meta;
  LeaseSpec spec;

  template <typename Io>
  void Fields(Io& io) {
    io("metadata", meta);
    io("spec", spec);
  }
};

}  // namespace kube

#endif  // SAMPLES_KUBE_API_CORE_H_
