// A target of SPANSMITH_INJECT that throws does not disturb the program; the open span counts it.
#include <spansmith/annotations.h>

#include <cstdio>
#include <map>
#include <string>

static std::size_t Add(std::map<std::string, std::string>* labels) {
  SPANSMITH_INJECT(labels->at("missing"));
  return labels->size();
}

SPANSMITH_SPAN("Open") static std::size_t Open() {
  std::map<std::string, std::string> labels;
  return Add(&labels);
}

void Run();
void Run() {
  std::map<std::string, std::string> labels;
  std::printf("%zu\n", Add(&labels));
  std::printf("%zu\n", Open());
}
