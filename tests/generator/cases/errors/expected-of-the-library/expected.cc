/*prologue*/
#line 1 "input.cc"
// std::expected and std::unexpected, in each form of a return.
// flags: -std=c++23
// compilers: g++
#include <spansmith/annotations.h>

#include <cstdio>
#include <expected>
#include <string>
#include <system_error>

enum class Errc { kTimeout = 3 };

template <typename T>
SPANSMITH_SPAN("Parse")
std::expected<T, Errc> Parse(int way) { /*guard 1*/
  if (way == 0) return T();
  if (way == 1) return ::spansmith::injected::sm_Passing(sm_guard_1, (
#line 17 "input.cc"
                       std::unexpected(Errc::kTimeout)))
#line 17 "input.cc"
                                                      ;
  std::unexpected<Errc> error(Errc::kTimeout);
  if (way == 2) { static_cast<void>(::spansmith::injected::sm_Passing(sm_guard_1, error)); 
#line 19 "input.cc"
                return error; }
  std::expected<T, Errc> out = std::unexpected(Errc::kTimeout);
  { if (sm_guard_1.sm_Recording()) { const auto& sm_r_1 = out; static_cast<void>(sm_r_1); ::spansmith::injected::sm_LookAt(sm_guard_1, sm_r_1); } 
#line 21 "input.cc"
  return out; }
}
SPANSMITH_SPAN("Load") static std::expected<std::string, std::error_code> Load(bool good) { /*guard 2*/
  if (good) { ::std::expected< ::std::string, ::std::error_code> sm_r_2 = 
#line 24 "input.cc"
                   "text"; if (sm_guard_2.sm_Recording()) { ::spansmith::injected::sm_LookAt(sm_guard_2, sm_r_2); } return sm_r_2; }
  return ::spansmith::injected::sm_Passing(sm_guard_2, (
#line 25 "input.cc"
         std::unexpected(std::make_error_code(std::errc::connection_refused))))
#line 25 "input.cc"
                                                                             ;
}
SPANSMITH_SPAN("Store") static std::expected<void, std::string> Store(bool good) { /*guard 3*/
  if (!good) return ::spansmith::injected::sm_Passing(sm_guard_3, (
#line 28 "input.cc"
                    std::unexpected("full")))
#line 28 "input.cc"
                                           ;
  { ::std::expected<void, ::std::string> sm_r_3 = 
#line 29 "input.cc"
         {}; if (sm_guard_3.sm_Recording()) { ::spansmith::injected::sm_LookAt(sm_guard_3, sm_r_3); } return sm_r_3; }
}

void Run();
void Run() {
  for (int way = 0; way < 4; ++way) std::printf("%d", Parse<int>(way).has_value());
  std::printf(" %d%d %d%d\n", Load(true).has_value(), Load(false).has_value(), Store(true).has_value(),
              Store(false).has_value());
}
