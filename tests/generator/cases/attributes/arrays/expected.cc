/*prologue*/
#line 1 "input.cc"
// An attribute may be an array: at entry, of the result, in a note and in an event.
#include <spansmith/annotations.h>

#include <array>
#include <cstdio>
#include <string>
#include <vector>

SPANSMITH_SPAN("Split", SPANSMITH_ATTR(text.parts, parts), SPANSMITH_RETURN_ATTR(text.sizes, result))
static std::vector<int> Split(const std::vector<std::string>& parts) { /*guard 1*/ if (sm_guard_1.sm_Recording()) {
#line 9 "input.cc"
 try { sm_guard_1.sm_Attribute("text.parts", (
#line 9 "input.cc"
                                                   parts)); } catch (...) { sm_guard_1.sm_AttributeFailed("text.parts"); } }
#line 11 "input.cc"
  std::vector<int> sizes;
  for (const std::string& part : parts) sizes.push_back(static_cast<int>(part.size()));
  [[maybe_unused]] const std::array<bool, 2> flags{true, parts.empty()};
  { if (sm_guard_1.sm_Recording()) {
#line 14 "input.cc"
 try { sm_guard_1.sm_Attribute("text.flags", (
#line 14 "input.cc"
                             flags)); } catch (...) { sm_guard_1.sm_AttributeFailed("text.flags"); } } 
#line 14 "input.cc"
  SPANSMITH_NOTE(text.flags, flags); }
  [[maybe_unused]] const double ratios[] = {0.5, 1};
  { if (sm_guard_1.sm_Recording()) { sm_guard_1.sm_EventBegin("split");
#line 16 "input.cc"
 try { sm_guard_1.sm_Attribute("ratios", (
#line 16 "input.cc"
                                                  ratios)); } catch (...) { sm_guard_1.sm_AttributeFailed("ratios"); } sm_guard_1.sm_EventEnd(); } 
#line 16 "input.cc"
  SPANSMITH_EVENT("split", SPANSMITH_ATTR(ratios, ratios)); }
  { if (sm_guard_1.sm_Recording()) { const auto& sm_r_1 = sizes; static_cast<void>(sm_r_1);
#line 9 "input.cc"
 try { sm_guard_1.sm_Attribute("text.sizes", (
#line 9 "input.cc"
                                                                                             sm_r_1)); } catch (...) { sm_guard_1.sm_AttributeFailed("text.sizes"); } } 
#line 17 "input.cc"
  return sizes; }
}

void Run();
void Run() { std::printf("%zu\n", Split({"a", "some text"}).size()); }
