// A header that is included again and again, its functions others each time: one guard does for all of them, and their names
// are found where they are compiled. One that is constexpr once has none.
// report: compared
#include <cstdio>

namespace wide {
constexpr int kWidth = 8;
#include "machine.h"
}  // namespace wide
namespace narrow {
constexpr int kWidth = 2;
#include "machine.h"
}  // namespace narrow

struct First {
  int value;
#include "operations.h"
};
struct Second {
  int value;
#include "operations.h"
};

#define QUALIFIER constexpr
#define NAME Constant
#include "parts.h"
#define QUALIFIER static
#define NAME NotConstant
#include "parts.h"
static_assert(Constant(1) == 2, "");

void Run();
void Run() {
  std::printf("%d\n", wide::Scan(1));
  std::printf("%d\n", narrow::Scan(1));
  std::printf("%d\n", wide::Block().Length());
  std::printf("%d\n", narrow::Block().Length());
  std::printf("%d\n", First{3}.Twice());
  std::printf("%d\n", Second{4}.Twice());
  std::printf("%d\n", NotConstant(Constant(5)));
}
