// Copyright The Spansmith Authors
// SPDX-License-Identifier: Apache-2.0
//
// Traces through objects rather than through calls: a context in an object's annotations, which whoever reconciles the
// object later finds there; and ids that several processes compute from a key and so need not send. Link
// Spansmith::objects (OpenSSL's libcrypto). Any thread. C++17.
//
//   spansmith::InjectObject(child.metadata.annotations);                   // before it is created
//   SPANSMITH_RECONCILE("Child", SPANSMITH_PARENT(spansmith::ExtractObject(child.annotations).parent()),
//                       SPANSMITH_LINK(spansmith::ExtractObject(child.annotations).link()))
#ifndef SPANSMITH_OBJECTS_H_
#define SPANSMITH_OBJECTS_H_

#include <spansmith/propagation.h>
#include <spansmith/span_data.h>

#include <charconv>
#include <chrono>
#include <string>
#include <string_view>
#include <system_error>

namespace spansmith {

// The annotation of the traceparent, as Kubernetes' KEP-647 has it. Beside it stand `<key>-ts`, when it was written, in
// seconds since the Unix epoch, and `<key>-state`, its tracestate if it has one.
inline constexpr std::string_view kObjectTraceparent = "tracing.k8s.io/traceparent";

struct ObjectOptions {
  std::string_view key = kObjectTraceparent;
  // Up to this age the trace goes on. What is older, of the future (a minute apart), or of no known age is linked: a
  // reconcile of today belongs to no trace of last week.
  std::chrono::seconds age{600};
  bool link_always = false;  // the younger ones too
};

struct ObjectContext {
  Context context;         // span_id 0: there was none, or a malformed one
  bool continues = false;  // else it is to be linked

  // Traceparents, for SPANSMITH_PARENT and SPANSMITH_LINK; "" where it is not so.
  std::string parent() const { return continues ? TraceparentOf(context) : std::string(); }
  std::string link() const { return continues ? std::string() : TraceparentOf(context); }
};

namespace objects_internal {

inline std::chrono::seconds Since(std::chrono::system_clock::time_point time) {
  return std::chrono::duration_cast<std::chrono::seconds>(time.time_since_epoch());
}

template <typename Map>
std::string_view Find(const Map& annotations, const std::string& key) {
  const auto found = annotations.find(typename Map::key_type(key));
  return found == annotations.end() ? std::string_view() : propagation_internal::Text(found->second, 0);
}

}  // namespace objects_internal

// Writes the context into a map of strings; false and nothing written if there is no span.
template <typename Map>
bool InjectObject(Map& annotations, const Context& context = CurrentContext(), const ObjectOptions& options = {},
                  std::chrono::system_clock::time_point now = std::chrono::system_clock::now()) {
  if (context.span_id == 0) return false;
  const std::string key(options.key);
  const std::string state = TracestateOf(context);
  propagation_internal::SetOne(annotations, key, TraceparentOf(context));
  propagation_internal::SetOne(annotations, key + "-ts", std::to_string(objects_internal::Since(now).count()));
  annotations.erase(typename Map::key_type(key + "-state"));
  if (!state.empty()) propagation_internal::SetOne(annotations, key + "-state", state);
  return true;
}

template <typename Map>
ObjectContext ExtractObject(const Map& annotations, const ObjectOptions& options = {},
                            std::chrono::system_clock::time_point now = std::chrono::system_clock::now()) {
  const std::string key(options.key);
  ObjectContext found;
  found.context =
      ContextOf(objects_internal::Find(annotations, key), objects_internal::Find(annotations, key + "-state"));
  if (found.context.span_id == 0 || options.link_always) return found;
  const std::string_view text = objects_internal::Find(annotations, key + "-ts");
  long long written = 0;
  const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), written);
  if (text.empty() || error != std::errc() || end != text.data() + text.size()) return found;
  const long long today = objects_internal::Since(now).count();
  // Compared without a difference, which any number that is written there could overflow.
  found.continues = written <= today + 60 && written >= today - options.age.count();
  return found;
}

enum class Hash { kSha256, kSha384, kSha512 };

// Trace and root span of a key that all who take part know: the trace id is bytes 0 to 15 of the key's digest, the id
// of its root span bytes 16 to 23. So any of them can come first and name the root as its parent.
struct KeyedTrace {
  TraceId trace_id;
  SpanId root_span_id;

  // The root as a parent: what is begun below it is its child. The ids are not random, and no flag says that they are.
  Context Root(bool sampled = true) const {
    return {
        trace_id.high, trace_id.low, root_span_id.value, (sampled ? Context::kSampled : 0u) | Context::kRemote, 0, {}};
  }
};

// Throws std::runtime_error if the library of OpenSSL that is loaded has no such digest.
KeyedTrace TraceFromKey(Hash hash, std::string_view key);
inline TraceId TraceIdFromKey(Hash hash, std::string_view key) { return TraceFromKey(hash, key).trace_id; }

}  // namespace spansmith

#endif  // SPANSMITH_OBJECTS_H_
