/*prologue*/
#line 1 "input.cc"
// Returns under if, else, case and a label without braces; scalars and pointers.
#include <spansmith/annotations.h>

#include <cstdio>

enum Color { kRed, kGreen, kBlue };

SPANSMITH_SPAN("Classify", SPANSMITH_RETURN_ATTR(class, result))
static int Classify(int value, Color color) { /*guard 1*/
  if (value < 0) { auto sm_r_1 = 
#line 10 "input.cc"
                        -1; if (sm_guard_1.sm_Recording()) {
#line 8 "input.cc"
 try { sm_guard_1.sm_Attribute("class", (
#line 8 "input.cc"
                                                        sm_r_1)); } catch (...) { sm_guard_1.sm_AttributeFailed("class"); } } return sm_r_1; }
#line 10 "input.cc"
                            else if (value == 0) { auto sm_r_1 = 
#line 10 "input.cc"
                                                        0; if (sm_guard_1.sm_Recording()) {
#line 8 "input.cc"
 try { sm_guard_1.sm_Attribute("class", (
#line 8 "input.cc"
                                                        sm_r_1)); } catch (...) { sm_guard_1.sm_AttributeFailed("class"); } } return sm_r_1; }
#line 11 "input.cc"
  switch (color) {
    case kRed: { auto sm_r_1 = 
#line 12 "input.cc"
                      1; if (sm_guard_1.sm_Recording()) {
#line 8 "input.cc"
 try { sm_guard_1.sm_Attribute("class", (
#line 8 "input.cc"
                                                        sm_r_1)); } catch (...) { sm_guard_1.sm_AttributeFailed("class"); } } return sm_r_1; }
#line 13 "input.cc"
    case kGreen:
    again: { auto sm_r_1 = 
#line 14 "input.cc"
                  value + 2; if (sm_guard_1.sm_Recording()) {
#line 8 "input.cc"
 try { sm_guard_1.sm_Attribute("class", (
#line 8 "input.cc"
                                                        sm_r_1)); } catch (...) { sm_guard_1.sm_AttributeFailed("class"); } } return sm_r_1; }
#line 15 "input.cc"
    case kBlue:
      if (value > 100) goto again;
  }
  for (int i = 0; i < 3; ++i)
    if (i == value) { auto sm_r_1 = 
#line 19 "input.cc"
                           i * 10; if (sm_guard_1.sm_Recording()) {
#line 8 "input.cc"
 try { sm_guard_1.sm_Attribute("class", (
#line 8 "input.cc"
                                                        sm_r_1)); } catch (...) { sm_guard_1.sm_AttributeFailed("class"); } } return sm_r_1; }
#line 20 "input.cc"
  { auto sm_r_1 = 
#line 20 "input.cc"
         static_cast<int>(color); if (sm_guard_1.sm_Recording()) {
#line 8 "input.cc"
 try { sm_guard_1.sm_Attribute("class", (
#line 8 "input.cc"
                                                        sm_r_1)); } catch (...) { sm_guard_1.sm_AttributeFailed("class"); } } return sm_r_1; }
#line 21 "input.cc"
}

SPANSMITH_SPAN("Find", SPANSMITH_RETURN_ATTR(found, result != nullptr))
static const char* Find(const char* text, char wanted) { /*guard 2*/
  for (; *text != '\0'; ++text)
    if (*text == wanted) { if (sm_guard_2.sm_Recording()) { const auto& sm_r_2 = text; static_cast<void>(sm_r_2);
#line 23 "input.cc"
 try { sm_guard_2.sm_Attribute("found", (
#line 23 "input.cc"
                                                    sm_r_2 != nullptr)); } catch (...) { sm_guard_2.sm_AttributeFailed("found"); } } 
#line 26 "input.cc"
                         return text; }
  { const char * sm_r_2 = 
#line 27 "input.cc"
         nullptr; if (sm_guard_2.sm_Recording()) {
#line 23 "input.cc"
 try { sm_guard_2.sm_Attribute("found", (
#line 23 "input.cc"
                                                    sm_r_2 != nullptr)); } catch (...) { sm_guard_2.sm_AttributeFailed("found"); } } return sm_r_2; }
#line 28 "input.cc"
}

void Run();
void Run() {
  std::printf("%d %d %d %d %d %d %d\n", Classify(-5, kRed), Classify(0, kRed), Classify(1, kRed), Classify(1, kGreen),
              Classify(101, kBlue), Classify(2, kBlue), Classify(50, kBlue));
  std::printf("%s %d\n", Find("abc", 'b'), Find("abc", 'z') == nullptr ? 1 : 0);
}
