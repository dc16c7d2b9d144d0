/*prologue*/
#line 1 "input.cc"
// Every type that an attribute may have: booleans, characters, integers, floating point, enums, strings, optionals.
#include <spansmith/annotations.h>

#include <cstdint>
#include <cstdio>
#include <limits>
#include <optional>
#include <string>
#include <string_view>

enum Level { kLow = 1, kHigh = 2 };

SPANSMITH_SPAN("Types", SPANSMITH_ATTR(bool, flag), SPANSMITH_ATTR(char, 'c'), SPANSMITH_ATTR(int, value),
               SPANSMITH_ATTR(unsigned.big, std::numeric_limits<std::uint64_t>::max()),
               SPANSMITH_ATTR(long.small, std::numeric_limits<std::int64_t>::min()), SPANSMITH_ATTR(double, 0.5),
               SPANSMITH_ATTR(float, 1.5F), SPANSMITH_ATTR(enum, level), SPANSMITH_ATTR(literal, "text"),
               SPANSMITH_ATTR(string, text), SPANSMITH_ATTR(view, std::string_view(text).substr(1)),
               SPANSMITH_ATTR(optional.set, std::optional<int>(value)), SPANSMITH_ATTR(optional.unset, std::optional<std::string>()),
               SPANSMITH_ATTR(comma, std::max<int>(value, 7)))
static int Types(bool flag, int value, Level level, const std::string& text) { /*guard 1*/ if (sm_guard_1.sm_Recording()) {
#line 13 "input.cc"
 try { sm_guard_1.sm_Attribute("bool", (
#line 13 "input.cc"
                                             flag)); } catch (...) { sm_guard_1.sm_AttributeFailed("bool"); }
#line 13 "input.cc"
 try { sm_guard_1.sm_Attribute("char", (
#line 13 "input.cc"
                                                                         'c')); } catch (...) { sm_guard_1.sm_AttributeFailed("char"); }
#line 13 "input.cc"
 try { sm_guard_1.sm_Attribute("int", (
#line 13 "input.cc"
                                                                                                   value)); } catch (...) { sm_guard_1.sm_AttributeFailed("int"); }
#line 14 "input.cc"
 try { sm_guard_1.sm_Attribute("unsigned.big", (
#line 14 "input.cc"
                                            std::numeric_limits<std::uint64_t>::max())); } catch (...) { sm_guard_1.sm_AttributeFailed("unsigned.big"); }
#line 15 "input.cc"
 try { sm_guard_1.sm_Attribute("long.small", (
#line 15 "input.cc"
                                          std::numeric_limits<std::int64_t>::min())); } catch (...) { sm_guard_1.sm_AttributeFailed("long.small"); }
#line 15 "input.cc"
 try { sm_guard_1.sm_Attribute("double", (
#line 15 "input.cc"
                                                                                                            0.5)); } catch (...) { sm_guard_1.sm_AttributeFailed("double"); }
#line 16 "input.cc"
 try { sm_guard_1.sm_Attribute("float", (
#line 16 "input.cc"
                                     1.5F)); } catch (...) { sm_guard_1.sm_AttributeFailed("float"); }
#line 16 "input.cc"
 try { sm_guard_1.sm_Attribute("enum", (
#line 16 "input.cc"
                                                                 level)); } catch (...) { sm_guard_1.sm_AttributeFailed("enum"); }
#line 16 "input.cc"
 try { sm_guard_1.sm_Attribute("literal", (
#line 16 "input.cc"
                                                                                                 "text")); } catch (...) { sm_guard_1.sm_AttributeFailed("literal"); }
#line 17 "input.cc"
 try { sm_guard_1.sm_Attribute("string", (
#line 17 "input.cc"
                                      text)); } catch (...) { sm_guard_1.sm_AttributeFailed("string"); }
#line 17 "input.cc"
 try { sm_guard_1.sm_Attribute("view", (
#line 17 "input.cc"
                                                                  std::string_view(text).substr(1))); } catch (...) { sm_guard_1.sm_AttributeFailed("view"); }
#line 18 "input.cc"
 try { sm_guard_1.sm_Attribute("optional.set", (
#line 18 "input.cc"
                                            std::optional<int>(value))); } catch (...) { sm_guard_1.sm_AttributeFailed("optional.set"); }
#line 18 "input.cc"
 try { sm_guard_1.sm_Attribute("optional.unset", (
#line 18 "input.cc"
                                                                                                       std::optional<std::string>())); } catch (...) { sm_guard_1.sm_AttributeFailed("optional.unset"); }
#line 19 "input.cc"
 try { sm_guard_1.sm_Attribute("comma", (
#line 19 "input.cc"
                                     std::max<int>(value, 7))); } catch (...) { sm_guard_1.sm_AttributeFailed("comma"); } }
#line 21 "input.cc"
  return flag ? value : level + static_cast<int>(text.size());
}

void Run();
void Run() { std::printf("%d\n", Types(true, 3, kHigh, "h\xc3\xa9llo, {world}")); }
