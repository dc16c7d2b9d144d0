// A function-try-block: the guard is around the handlers too, and what they catch is no error. Of a constructor or
// destructor it is in the first block alone, and what leaves that is one.
#include <spansmith/annotations.h>

#include <cstdio>
#include <memory>
#include <stdexcept>
#include <string>

namespace {

SPANSMITH_SPAN("caught", SPANSMITH_ATTR(n, n), SPANSMITH_RETURN_ATTR(returned, result)) int Caught(int n) try {
  if (n > 2) throw n;
  return n;
} catch (int thrown) {
  SPANSMITH_NOTE(thrown, thrown);
  return -thrown;
} catch (...) { return 0; }

SPANSMITH_SPAN("rethrown", SPANSMITH_ERROR_TEXT("failed")) void Rethrown() try { throw std::runtime_error("again"); } catch (const std::exception&) { throw; }

template <typename T>
SPANSMITH_SPAN("template") auto Template(T value) -> T try {
  return value;
} catch (...) {
  return T();
}

class Member {
 public:
  SPANSMITH_SPAN("construct") explicit Member(int n) try : value_(n > 1 ? throw n : n) {
    if (n == 1) throw std::runtime_error("one");
    std::puts("made");
  } catch (int) {
    std::puts("an int");
  } catch (const std::exception& error) {
    std::printf("%s\n", error.what());
    throw;
  }
  SPANSMITH_SPAN("destroy") ~Member() try { std::printf("gone %d\n", value_); } catch (...) {
  }
  Member(const Member&) = delete;
  Member& operator=(const Member&) = delete;

 private:
  int value_;
};

}  // namespace

void Run();
SPANSMITH_SPAN("Run") void Run() {
  const int caught[] = {Caught(1), Caught(5)};
  std::printf("%d %d\n", caught[0], caught[1]);
  try {
    Rethrown();
  } catch (const std::exception& error) {
    std::printf("%s %s\n", error.what(), Template(std::string("t")).c_str());
  }
  for (int i = 0; i < 3; ++i) {
    try {
      const Member member(i);
    } catch (...) {
      std::puts("thrown");
    }
  }
}
