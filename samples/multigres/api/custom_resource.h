// Copyright The Spansmith Authors
// SPDX-License-Identifier: Apache-2.0
//
// What the kinds of group multigres.io have in common: metadata, a spec that a person wrote, a status that this
// operator writes. Reading one never fails for its spec: `problems` says what is wrong with it (spec_reader.h), and
// nothing may be made of a spec while they are not empty. A status that is not as it should be reads as an empty one.
#ifndef SAMPLES_MULTIGRES_API_CUSTOM_RESOURCE_H_
#define SAMPLES_MULTIGRES_API_CUSTOM_RESOURCE_H_

#include <cstdint>
#include <string>
#include <type_traits>
#include <vector>

#include "samples/kube/api/condition.h"
#include "samples/kube/api/fields.h"
#include "samples/kube/api/object_meta.h"
#include "samples/kube/errors/errors.h"
#include "samples/multigres/api/spec_reader.h"

namespace multigres {

// The finalizer of every kind: an object stays until its cleanup is done.
inline constexpr char kFinalizer[] = "multigres.io/cleanup";

// Types of the conditions in a status.
inline constexpr char kReady[] = "Ready";
inline constexpr char kProgressing[] = "Progressing";  // something is on its way to what is wanted
inline constexpr char kDegraded[] = "Degraded";        // something failed, or cannot be done as asked

struct ComponentStatus {
  std::int64_t observed_generation = 0;  // the metadata.generation that all of this is about
  int replicas = 0;
  int ready_replicas = 0;
  bool ready = false;
  std::vector<kube::Condition> conditions;

  template <typename Io>
  void Fields(Io& io) {
    io("observedGeneration", observed_generation);
    io("replicas", replicas);
    io("readyReplicas", ready_replicas);
    io("ready", ready);
    io("conditions", conditions);
  }
};

template <typename SpecT, typename StatusT = ComponentStatus>
struct CustomResource {
  using Spec = SpecT;
  using Status = StatusT;
  static constexpr const char* kKind = SpecT::kKind;
  static constexpr kube::ResourceType kResource{"multigres.io", "v1alpha1", SpecT::kPlural, SpecT::kKind, true};

  kube::ObjectMeta meta;
  Spec spec;
  Status status;
  Problems problems;  // of the spec; not part of the object

  std::int64_t generation() const { return meta.generation.value_or(0); }

  template <typename Io>
  void Fields(Io& io) {
    io("metadata", meta);
    if constexpr (std::is_same_v<Io, kube::FieldReader>) {
      kube::Json written;
      io("spec", written);
      spec = Spec::Read(SpecReader(written, "spec", problems));
      kube::Json seen;
      io("status", seen);
      status = ReadStatus(seen);
    } else {
      io("spec", spec);
      io("status", status);
    }
  }

 private:
  static Status ReadStatus(const kube::Json& json) {
    try {
      Status status;
      kube::FieldReader reader(json);
      status.Fields(reader);
      return status;
    } catch (const kube::DecodeError&) {
      return Status();
    }
  }
};

}  // namespace multigres

#endif  // SAMPLES_MULTIGRES_API_CUSTOM_RESOURCE_H_
