#include <spansmith/testing/recorder.h>

#include <cstdio>

#include "buy.h"

int main() {
  spansmith::testing::Recorder recorder;
  shop::Buy(2);
  const std::string tree = recorder.Tree();
  if (tree.find("Buy") == 0) return 0;
  std::printf("expected a span Buy, recorded: %s\n", tree.c_str());
  return 1;
}
