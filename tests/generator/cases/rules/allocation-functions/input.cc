// A program's own operator new and malloc have no span, nor has what they call under their lock: the runtime allocates.
#include <atomic>
#include <cstdio>
#include <cstdlib>
#include <new>
#include <string>

namespace {

std::atomic<bool> held{false};
thread_local bool mine = false;

template <typename T>
struct Lock {
  Lock() {
    if (mine) std::abort();
    while (held.exchange(true)) continue;
    mine = true;
  }
  ~Lock() {
    mine = false;
    held = false;
  }
};

long taken = 0;
void Count(std::size_t size) { taken += static_cast<long>(size); }
void* Take(std::size_t size) {
  const Lock<int> lock;
  Count(size);
  return std::malloc(size == 0 ? 1 : size);
}
void Drop(void* p) {
  const Lock<int> lock;
  std::free(p);
}

std::string Text(int n) { return std::string(static_cast<std::size_t>(n), 'x'); }
const std::string early = Text(100);

}  // namespace

void* operator new(std::size_t size) { return Take(size); }
void operator delete(void* p) noexcept { Drop(p); }
void operator delete(void* p, std::size_t) noexcept { Drop(p); }

void Run();
void Run() { std::printf("%zu %d\n", Text(200).size() + early.size(), taken > 100 ? 1 : 0); }
