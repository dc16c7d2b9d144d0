#ifndef STORE_H_
#define STORE_H_

#include <spansmith/annotations.h>
#include <spansmith/kind_name.h>

#include <string>

namespace shop {

SPANSMITH_SPAN("Free")
inline void Free() {}

struct Store {
  std::string ns;

  template <typename T>
  SPANSMITH_SPAN("Get({T})", SPANSMITH_ATTR(key, key), SPANSMITH_ATTR(ns, ns))
  bool Get(int key) const {
    return Find(key);
  }

  bool Find(int key) const { return key == 7; }
};

}  // namespace shop

#endif  // STORE_H_
