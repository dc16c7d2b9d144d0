/*prologue*/
#line 1 "input.cc"
// What counts as an error although nothing is thrown, of the returned value; its text is that of the step that was last.
// A named local keeps NRVO, an exception from a destructor behind the return says more.
#include <spansmith/annotations.h>

#include <cstdio>
#include <optional>
#include <stdexcept>
#include <string>

struct Status {
  int code = 0;
  bool ok() const { return code == 0; }
};

SPANSMITH_SPAN("Call", SPANSMITH_ERROR_WHEN(!result.ok()), SPANSMITH_RETURN_ATTR(code, result.code),
               SPANSMITH_ERROR_TEXT("failed to call"))
static Status Call(int code) { /*guard 1*/
  { if (sm_guard_1.sm_Recording()) {
#line 18 "input.cc"
 try { sm_guard_1.sm_Attribute("asked", (
#line 18 "input.cc"
                        code)); } catch (...) { sm_guard_1.sm_AttributeFailed("asked"); } } 
#line 18 "input.cc"
  SPANSMITH_NOTE(asked, code); }
  if (code == 7) {
    { sm_guard_1.sm_ErrorText("failed to read the answer"); 
#line 20 "input.cc"
    SPANSMITH_ERROR_TEXT("failed to read the answer"); }
    { ::Status sm_r_1 = 
#line 21 "input.cc"
           {code}; if (sm_guard_1.sm_Recording()) {
#line 15 "input.cc"
 try { sm_guard_1.sm_ErrorWhen("!result.ok()", (
#line 15 "input.cc"
                                            !sm_r_1.ok())); } catch (...) { sm_guard_1.sm_AttributeFailed("SPANSMITH_ERROR_WHEN"); }
#line 15 "input.cc"
 try { sm_guard_1.sm_Attribute("code", (
#line 15 "input.cc"
                                                                                       sm_r_1.code)); } catch (...) { sm_guard_1.sm_AttributeFailed("code"); } } return sm_r_1; }
#line 22 "input.cc"
  }
  Status status;
  status.code = code;
  { if (sm_guard_1.sm_Recording()) { const auto& sm_r_1 = status; static_cast<void>(sm_r_1);
#line 15 "input.cc"
 try { sm_guard_1.sm_ErrorWhen("!result.ok()", (
#line 15 "input.cc"
                                            !sm_r_1.ok())); } catch (...) { sm_guard_1.sm_AttributeFailed("SPANSMITH_ERROR_WHEN"); }
#line 15 "input.cc"
 try { sm_guard_1.sm_Attribute("code", (
#line 15 "input.cc"
                                                                                       sm_r_1.code)); } catch (...) { sm_guard_1.sm_AttributeFailed("code"); } } 
#line 25 "input.cc"
  return status; }
}

SPANSMITH_SPAN("Find", SPANSMITH_ERROR_WHEN(!result), SPANSMITH_OK_ON_SUCCESS)
static std::optional<std::string> Find(bool there) { /*guard 2*/
  if (there) { ::std::optional< ::std::string> sm_r_2 = 
#line 30 "input.cc"
                    "x"; if (sm_guard_2.sm_Recording()) {
#line 28 "input.cc"
 try { sm_guard_2.sm_ErrorWhen("!result", (
#line 28 "input.cc"
                                            !sm_r_2)); } catch (...) { sm_guard_2.sm_AttributeFailed("SPANSMITH_ERROR_WHEN"); } } return sm_r_2; }
#line 31 "input.cc"
  { ::std::optional< ::std::string> sm_r_2 = 
#line 31 "input.cc"
         std::nullopt; if (sm_guard_2.sm_Recording()) {
#line 28 "input.cc"
 try { sm_guard_2.sm_ErrorWhen("!result", (
#line 28 "input.cc"
                                            !sm_r_2)); } catch (...) { sm_guard_2.sm_AttributeFailed("SPANSMITH_ERROR_WHEN"); } } return sm_r_2; }
#line 32 "input.cc"
}

SPANSMITH_SPAN("Typed", SPANSMITH_ERROR_WHEN(result
                                             >    400),
               SPANSMITH_RETURN_ATTR(error.type, result > 400 ? std::optional<int>(result) : std::nullopt))
static int Typed(int code) { /*guard 3*/
#line 37 "input.cc"
                             { if (sm_guard_3.sm_Recording()) { const auto& sm_r_3 = code; static_cast<void>(sm_r_3);
#line 34 "input.cc"
 try { sm_guard_3.sm_ErrorWhen("result > 400", (
#line 34 "input.cc"
                                             sm_r_3
                                             >    400)); } catch (...) { sm_guard_3.sm_AttributeFailed("SPANSMITH_ERROR_WHEN"); }
#line 36 "input.cc"
 try { sm_guard_3.sm_Attribute("error.type", (
#line 36 "input.cc"
                                                 sm_r_3 > 400 ? std::optional<int>(sm_r_3) : std::nullopt)); } catch (...) { sm_guard_3.sm_AttributeFailed("error.type"); } } 
#line 37 "input.cc"
                             return code; }
#line 37 "input.cc"
                                          }

SPANSMITH_SPAN("Broken", SPANSMITH_ERROR_WHEN(std::string().at(static_cast<unsigned>(result)) == 'x'))
static int Broken() { /*guard 4*/
#line 40 "input.cc"
                      { auto sm_r_4 = 
#line 40 "input.cc"
                             3; if (sm_guard_4.sm_Recording()) {
#line 39 "input.cc"
 try { sm_guard_4.sm_ErrorWhen("std::string().at(static_cast<unsigned>(result)) == 'x'", (
#line 39 "input.cc"
                                              std::string().at(static_cast<unsigned>(sm_r_4)) == 'x')); } catch (...) { sm_guard_4.sm_AttributeFailed("SPANSMITH_ERROR_WHEN"); } } return sm_r_4; }
#line 40 "input.cc"
                                }

struct Late {
  bool throws;
  ~Late() noexcept(false) {
    if (throws) throw std::runtime_error("late");
  }
};
SPANSMITH_SPAN("BothWays", SPANSMITH_ERROR_WHEN(result != 0)) static int BothWays(bool throws) { /*guard 5*/
  const Late late{throws};
  { auto sm_r_5 = 
#line 50 "input.cc"
         1; if (sm_guard_5.sm_Recording()) {
#line 48 "input.cc"
 try { sm_guard_5.sm_ErrorWhen("result != 0", (
#line 48 "input.cc"
                                                sm_r_5 != 0)); } catch (...) { sm_guard_5.sm_AttributeFailed("SPANSMITH_ERROR_WHEN"); } } return sm_r_5; }
#line 51 "input.cc"
}

void Run();
void Run() {
  std::printf("%d %d %d\n", Call(0).code, Call(5).code, Call(7).code);
  std::printf("%d %d %d %d\n", Find(true).has_value(), Find(false).has_value(), Typed(200) + Typed(404), Broken());
  try {
    BothWays(false);
    BothWays(true);
  } catch (const std::exception& error) {
    std::puts(error.what());
  }
}
