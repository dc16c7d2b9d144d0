/*prologue*/
#line 1 "input.cc"
// A target of SPANSMITH_INJECT that throws does not disturb the program; the open span counts it.
#include <spansmith/annotations.h>

#include <cstdio>
#include <map>
#include <string>

static std::size_t Add(std::map<std::string, std::string>* labels) {
  { if (const ::spansmith::injected::sm_Injector sm_injector{}) {
#line 9 "input.cc"
 try { sm_injector.sm_Into((
#line 9 "input.cc"
                   labels->at("missing"))); } catch (...) { sm_injector.sm_Failed(); } } 
#line 9 "input.cc"
  SPANSMITH_INJECT(labels->at("missing")); }
  return labels->size();
}

SPANSMITH_SPAN("Open") static std::size_t Open() { /*guard 1*/
  std::map<std::string, std::string> labels;
  return Add(&labels);
}

void Run();
void Run() {
  std::map<std::string, std::string> labels;
  std::printf("%zu\n", Add(&labels));
  std::printf("%zu\n", Open());
}
