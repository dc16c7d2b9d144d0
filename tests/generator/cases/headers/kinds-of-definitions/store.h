#ifndef STORE_H_
#define STORE_H_
#include <spansmith/annotations.h>

#include <cstddef>
#include <stdexcept>
#include <string>
#include <vector>

#define STORE_RECONCILE(kind) SPANSMITH_RECONCILE(kind, SPANSMITH_ATTR(by.macro, true))

namespace store {

struct Etcd {
  static constexpr const char* kKind = "Etcd";
};
struct Service {};

SPANSMITH_SPAN("Twice", SPANSMITH_ATTR(value, value), SPANSMITH_RETURN_ATTR(twice, result)) inline int Twice(int value) { return 2 * value; }

SPANSMITH_SPAN("Thrice") static inline int Thrice(int value) {
  SPANSMITH_NOTE(value.note,
                 value);
  return 3 * value;
}

template <typename Object>
class SPANSMITH_SCOPE("store") Store {
 public:
  explicit Store(int count) : count_(count) {}

  SPANSMITH_SPAN("Count({Object})") int Count() const { return count_; }
  SPANSMITH_SPAN("Put({Object})", SPANSMITH_ATTR(more, more + count_)) int Put(int more);

  SPANSMITH_SPAN("Total({Object})") friend int Total(const Store& store) { return store.Count() + 1; }

 private:
  int count_;
};

template <typename Object>
int Store<Object>::Put(int more) {
  count_ += more;
  return count_;
}

template <typename T>
SPANSMITH_SPAN("List({T})", SPANSMITH_RETURN_ATTR(size, result.size()))
std::vector<T> List(std::size_t size) {
  std::vector<T> out(size);
  return out;
}

struct Request {
  std::string ns;
  std::string name;
};

class Reconciler {
 public:
  STORE_RECONCILE("Etcd") int Reconcile(const Request& request) { return static_cast<int>(request.name.size()); }
};

SPANSMITH_SPAN("Fail")
inline void Fail(bool really) {
  SPANSMITH_ERROR_TEXT("failed");
  if (really) throw std::runtime_error("really");
}

}  // namespace store
#endif  // STORE_H_
