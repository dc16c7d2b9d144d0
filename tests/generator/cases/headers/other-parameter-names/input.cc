// The definition calls its parameters otherwise than the annotated declaration; two of them change places.
#include "service.h"

#include <spansmith/annotations.h>

#include <cstdio>
#include <string>

int Service::Handle(const Request& given, int b, int a) {
  return static_cast<int>(given.name.size()) + a + b;
}

template <typename T>
class Cache {
 public:
  SPANSMITH_SPAN("Put({T})", SPANSMITH_ATTR(key, key), SPANSMITH_ATTR(member, this->key_), SPANSMITH_LINK(key))
  int Put(const std::string& key, T);

 private:
  std::string key_ = "key";
};

template <typename T>
int Cache<T>::Put(const std::string& other, T value) {
  return static_cast<int>(other.size() + sizeof(value));
}

void Run();
void Run() {
  std::printf("%d\n", Service().Handle({"ns", "object"}, 1, 2));
  std::printf("%d\n", Cache<char>().Put("", 'x'));
}
