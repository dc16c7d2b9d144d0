// Copyright The Spansmith Authors
// SPDX-License-Identifier: Apache-2.0
//
// A cache of all objects of one kind, and its handlers told of every change. Each change is a trace of its own, a root
// span `Watch(Etcd)` around the handlers; the long request behind it is no span.
//
// An object that is not what T says is logged and passed over: the cache keeps what it had, the others go on.
#ifndef SAMPLES_KUBE_INFORMER_INFORMER_H_
#define SAMPLES_KUBE_INFORMER_INFORMER_H_

#include <spansmith/annotations.h>
#include <spansmith/kind_name.h>

#include <chrono>
#include <condition_variable>
#include <functional>
#include <map>
#include <memory>
#include <mutex>
#include <optional>
#include <set>
#include <string>
#include <thread>
#include <utility>
#include <vector>

#include "samples/kube/api/object.h"
#include "samples/kube/client/client.h"
#include "samples/kube/informer/reflector.h"

namespace kube {

struct InformerOptions {
  ReflectorOptions reflector;
  std::chrono::milliseconds resync{0};  // every so often all objects are handled again; 0: never
};

// What a handler is told.
template <typename T>
struct Change {
  enum class Type { kAdded, kModified, kDeleted, kResync };
  Type type = Type::kAdded;
  std::shared_ptr<const T> object;    // of a deletion: the last state
  std::shared_ptr<const T> previous;  // null: there was none in the cache
  bool listed = false;                // found by listing, not told by the watch

  const char* TypeText() const {
    switch (type) {
      case Type::kAdded:
        return "ADDED";
      case Type::kModified:
        return "MODIFIED";
      case Type::kDeleted:
        return "DELETED";
      default:
        return "RESYNC";
    }
  }
};

// Logged, with the object it is about; behind a plain function so that this header needs no logger.
void LogUnreadable(const ResourceType& type, const std::string& what);
void LogHandlerFailure(const ResourceType& type, const ObjectKey& key, const std::string& what);

// Thread-safe. Handlers are called by its threads, one at a time, and should only enqueue.
template <typename T>
class SPANSMITH_SCOPE("kube/informer") Informer : private ReflectorSink {
 public:
  using Handler = std::function<void(const Change<T>&)>;

  // The client must outlive the informer.
  explicit Informer(Client& client, InformerOptions options = {}) : client_(client), options_(std::move(options)) {}
  ~Informer() override { Stop(); }
  Informer(const Informer&) = delete;
  Informer& operator=(const Informer&) = delete;

  void AddHandler(Handler handler) { handlers_.push_back(std::move(handler)); }  // before Start

  void Start() {
    if (thread_.joinable()) return;
    thread_ = std::jthread([this](const std::stop_token& stop) {
      Reflect(client_.rest(), T::kResource, options_.reflector, *this, stop);
    });
    if (options_.resync.count() > 0) resync_ = std::jthread([this](const std::stop_token& stop) { Resync(stop); });
  }
  void Stop() {
    resync_.request_stop();
    thread_.request_stop();
    if (resync_.joinable()) resync_.join();
    if (thread_.joinable()) thread_.join();
  }

  // Whether the first list is in the cache and its handlers are through, after waiting for it that long at most.
  bool WaitForSync(std::chrono::milliseconds timeout) {
    std::unique_lock<std::mutex> lock(mutex_);
    return synced_changed_.wait_for(lock, timeout, [this] { return synced_; });
  }

  std::shared_ptr<const T> Get(const ObjectKey& key) const {  // null: not in the cache
    const std::lock_guard<std::mutex> lock(mutex_);
    const auto found = cache_.find(key);
    return found == cache_.end() ? nullptr : found->second;
  }
  std::vector<std::shared_ptr<const T>> List() const {
    const std::lock_guard<std::mutex> lock(mutex_);
    std::vector<std::shared_ptr<const T>> all;
    all.reserve(cache_.size());
    for (const auto& [key, object] : cache_) all.push_back(object);
    return all;
  }

 private:
  void OnList(std::vector<Json> objects) override {
    std::set<ObjectKey> present;
    for (const Json& json : objects) {
      const std::optional<ObjectKey> key = KeyOf(json);
      if (!key) continue;
      present.insert(*key);  // unreadable, perhaps, but not gone
      Store(json, true);
    }
    std::vector<std::shared_ptr<const T>> gone;
    for (const auto& object : List()) {
      if (present.count(object->meta.Key()) == 0) gone.push_back(object);
    }
    for (const auto& object : gone) Remove(object, true);
    const std::lock_guard<std::mutex> lock(mutex_);
    synced_ = true;
    synced_changed_.notify_all();
  }

  void OnEvent(WatchEvent event) override {
    if (event.type != WatchEvent::Type::kDeleted) {
      Store(event.object, false);
      return;
    }
    std::shared_ptr<const T> last = Read(event.object);
    if (last == nullptr) {  // gone all the same
      const std::optional<ObjectKey> key = KeyOf(event.object);
      if (key) last = Get(*key);
    }
    if (last != nullptr) Remove(std::move(last), false);
  }

  static std::optional<ObjectKey> KeyOf(const Json& json) {
    try {
      ObjectMeta meta;
      FieldReader reader(json);
      reader("metadata", meta);
      if (!meta.name.empty()) return meta.Key();
      LogUnreadable(T::kResource, "an object without a name");
    } catch (const DecodeError& error) {
      LogUnreadable(T::kResource, error.what());
    }
    return std::nullopt;
  }

  static std::shared_ptr<const T> Read(const Json& json) {
    try {
      return std::make_shared<const T>(FromJson<T>(json));
    } catch (const DecodeError& error) {
      LogUnreadable(T::kResource, error.what());
      return nullptr;
    }
  }

  void Store(const Json& json, bool listed) {
    Change<T> change;
    change.object = Read(json);
    if (change.object == nullptr) return;
    change.listed = listed;
    {
      const std::lock_guard<std::mutex> lock(mutex_);
      std::shared_ptr<const T>& slot = cache_[change.object->meta.Key()];
      change.previous = std::exchange(slot, change.object);
    }
    if (change.previous != nullptr) {
      if (change.previous->meta.resource_version == change.object->meta.resource_version) return;  // known already
      change.type = Change<T>::Type::kModified;
    }
    Handle(change);
  }

  void Remove(std::shared_ptr<const T> last, bool listed) {
    Change<T> change;
    change.type = Change<T>::Type::kDeleted;
    change.listed = listed;
    {
      const std::lock_guard<std::mutex> lock(mutex_);
      const auto found = cache_.find(last->meta.Key());
      if (found == cache_.end()) return;
      change.previous = found->second;
      cache_.erase(found);
    }
    change.object = std::move(last);
    Handle(change);
  }

  SPANSMITH_SPAN("Watch({T})", SPANSMITH_ROOT, SPANSMITH_KIND(consumer),
                 SPANSMITH_ATTR(k8s.watch.event.type, change.TypeText()),
                 SPANSMITH_ATTR(k8s.watch.listed, change.listed),
                 KUBE_OBJECT_ATTRIBUTES(T::kKind, change.object->meta.ns, change.object->meta.name),
                 SPANSMITH_ATTR(k8s.object.uid, change.object->meta.uid),
                 SPANSMITH_ATTR(k8s.object.generation, change.object->meta.generation),
                 SPANSMITH_ATTR(k8s.object.resource_version, change.object->meta.resource_version))
  void Handle(const Change<T>& change) { Tell(change); }

  void Tell(const Change<T>& change) {
    const std::lock_guard<std::mutex> lock(handler_mutex_);
    for (const Handler& handler : handlers_) {
      try {
        handler(change);
      } catch (const std::exception& error) {
        LogHandlerFailure(T::kResource, change.object->meta.Key(), error.what());
      } catch (...) {
        LogHandlerFailure(T::kResource, change.object->meta.Key(), "something that is no std::exception");
      }
    }
  }

  void Resync(const std::stop_token& stop) {
    std::unique_lock<std::mutex> lock(mutex_);
    while (true) {
      resync_changed_.wait_for(lock, stop, options_.resync, [] { return false; });
      if (stop.stop_requested()) return;
      lock.unlock();
      for (const auto& object : List()) {
        Change<T> change;
        change.type = Change<T>::Type::kResync;
        change.object = object;
        change.previous = object;
        Tell(change);
      }
      lock.lock();
    }
  }

  Client& client_;
  const InformerOptions options_;
  std::vector<Handler> handlers_;
  std::mutex handler_mutex_;
  mutable std::mutex mutex_;
  std::condition_variable synced_changed_;
  std::condition_variable_any resync_changed_;
  std::map<ObjectKey, std::shared_ptr<const T>> cache_;
  bool synced_ = false;
  std::jthread thread_;
  std::jthread resync_;
};

}  // namespace kube

#endif  // SAMPLES_KUBE_INFORMER_INFORMER_H_
