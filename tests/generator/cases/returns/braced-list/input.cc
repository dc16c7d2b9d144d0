// `return {...};` keeps its meaning: list-initialisation of the returned type.
#include <spansmith/annotations.h>

#include <cstdio>
#include <string>
#include <utility>
#include <vector>

SPANSMITH_SPAN("List", SPANSMITH_RETURN_ATTR(count, result.size()))
static std::vector<int> List() {
  return {4, 2};
}

SPANSMITH_SPAN("Pair", SPANSMITH_RETURN_ATTR(first, result.first))
static std::pair<std::string, int> Pair() { return {"a", 1}; }

void Run();
void Run() { std::printf("%zu %s\n", List().size(), Pair().first.c_str()); }
