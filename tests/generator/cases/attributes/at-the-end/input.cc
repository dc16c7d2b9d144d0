// Attributes of the end: of a return and of an exception, of members and parameters, in constructors, lambdas and
// templates; the types of the program's lambdas keep their names but for the number that g++ 12 counts.
#include <spansmith/annotations.h>

#include <cstdio>
#include <stdexcept>
#include <string>
#include <utility>

class Batch {
 public:
  SPANSMITH_SPAN("Batch", SPANSMITH_EXIT_ATTR(batch.size, size_)) explicit Batch(int size) : size_(0) {
    while (size_ < size) ++size_;
  }
  SPANSMITH_SPAN("~Batch", SPANSMITH_EXIT_ATTR(batch.size, size_)) ~Batch() { size_ = 0; }
  Batch(const Batch&) = delete;
  Batch& operator=(const Batch&) = delete;

  SPANSMITH_SPAN("Fill", SPANSMITH_ATTR(left.before, *left), SPANSMITH_EXIT_ATTR(left.after, *left),
                 SPANSMITH_EXIT_ATTR(batch.size, this->size_ + 0))
  int Fill(int* left);

 private:
  int size_;
};

int Batch::Fill(int* remaining) {
  for (; *remaining > 0; --*remaining) {
    if (++size_ > 4) throw std::runtime_error("full");
  }
  return size_;
}

template <typename T>
SPANSMITH_SPAN("Grow", SPANSMITH_EXIT_ATTR(text.size, text.size()), SPANSMITH_EXIT_ATTR(bad, text.at(99)))
T Grow(T text) noexcept {
  text += text;
  return text;
}

static int Lambdas() {
  int calls = 0;
  auto count = [&calls] SPANSMITH_SPAN("count", SPANSMITH_EXIT_ATTR(calls, calls), SPANSMITH_EXIT_ATTR(by, by))(
                         int by) mutable { return calls += by; };
  return count(2) + count(3);
}

SPANSMITH_SPAN("Named", SPANSMITH_EXIT_ATTR(x, x)) static const char* Named(int x) {
  const auto name = [] { return static_cast<const char*>(__func__); };
  return x > 0 ? __func__ : name();
}

void Run();
void Run() {
  {
    Batch batch(2);
    int left = 2;
    std::printf("%d\n", batch.Fill(&left));
    left = 5;
    try {
      batch.Fill(&left);
    } catch (const std::exception& error) {
      std::printf("%s %d\n", error.what(), left);
    }
  }
  std::printf("%s %d %s %s\n", Grow(std::string("ab")).c_str(), Lambdas(), Named(1), Named(0));
}
