// Rules say what the annotations of the end, of arguments and of errors say.
// annotations: off
// same-spans: annotations
#include <spansmith/annotations.h>

#include <cstdio>
#include <string>

class Store {
 public:
  SPANSMITH_SPAN("Put", SPANSMITH_ARGS(all), SPANSMITH_EXIT_ATTR(store.size, size_), SPANSMITH_ERROR_WHEN(result < 0),
                 SPANSMITH_OK_ON_SUCCESS)
  int Put(const std::string& key, const char* value, bool replace);

 private:
  int size_ = 0;
};

int Store::Put(const std::string& key, const char* value, bool replace) {
  if (value == nullptr) return -1;
  size_ += static_cast<int>(key.size()) + (replace ? 0 : 1);
  return size_;
}

void Run();
void Run() {
  Store store;
  const int first = store.Put("a", "b", true);
  std::printf("%d %d\n", first, store.Put("c", nullptr, false));
}
