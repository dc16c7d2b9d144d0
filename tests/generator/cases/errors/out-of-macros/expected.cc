/*prologue*/
#line 1 "input.cc"
// A returned error out of a macro of the project is seen: in its text a local stays a local, a value moves once at most.
// Out of a macro of a system header, or of an argument, it is not, and the report says so.
// flags: -std=c++17 -isystem others
// report: compared
#include <spansmith/annotations.h>
#include <theirs.h>

#include <cstdio>
#include <string>
#include <utility>

#include "<case>/./macros.h"

static Status Connect(bool good) { return good ? Status() : Status(Code::kUnavailable, "refused"); }

SPANSMITH_SPAN("if") static Status If(bool good) { /*guard 1*/
  
#ifdef RETURN_IF_ERROR
#endif
#undef sm_URN_IF_ERROR
#line 63 "macros.h"
#define sm_URN_IF_ERROR(expression)                 \
  do {                                              \
    Status returned_ = (expression); /* a local */ \
    if (!returned_.ok()) { static_cast<void>(::spansmith::injected::sm_Passing(sm_guard_1, returned_)); return returned_; }          \
  } while (false)
#line 17 "input.cc"
  sm_URN_IF_ERROR(Connect(good));
  { auto sm_r_1 = 
#line 18 "input.cc"
         Status(); if (sm_guard_1.sm_Recording()) { ::spansmith::injected::sm_LookAt(sm_guard_1, sm_r_1); } return sm_r_1; }
}
SPANSMITH_SPAN("twice") static StatusOr<long> Twice(bool first, bool second) { /*guard 2*/
  
#ifdef RETURN_IF_ERROR
#endif
#undef sm_URN_IF_ERROR
#line 63 "macros.h"
#define sm_URN_IF_ERROR(expression)                 \
  do {                                              \
    Status returned_ = (expression); /* a local */ \
    if (!returned_.ok()) { static_cast<void>(::spansmith::injected::sm_Passing(sm_guard_2, returned_)); return returned_; }          \
  } while (false)
#line 21 "input.cc"
  sm_URN_IF_ERROR(Connect(first)); 
#ifdef RETURN_IF_ERROR
#endif
#undef sm_URN_IF_ERROR
#line 63 "macros.h"
#define sm_URN_IF_ERROR(expression)                 \
  do {                                              \
    Status returned_ = (expression); /* a local */ \
    if (!returned_.ok()) { static_cast<void>(::spansmith::injected::sm_Passing(sm_guard_2, returned_)); return returned_; }          \
  } while (false)
#line 21 "input.cc"
                                   sm_URN_IF_ERROR(  // a comment
      Connect(second));
  return 2L;
}
SPANSMITH_SPAN("assign") static StatusOr<long> Assign(bool good) { /*guard 3*/
  
#ifdef ASSIGN_OR_RETURN_AS
#endif
#undef sm_1_ASSIGN_OR_RETURN_AS
#line 71 "macros.h"
#define sm_1_ASSIGN_OR_RETURN_AS(name, left, ...) \
  auto name = (__VA_ARGS__);                 \
  if (!name.ok()) {                          \
    return ::spansmith::injected::sm_Tap(sm_guard_3) = name.status();                    \
  }                                          \
  left = name.value()
#ifdef ASSIGN_OR_RETURN
#endif
#undef sm_IGN_OR_RETURN
#line 77 "macros.h"
#define sm_IGN_OR_RETURN(left, ...) sm_1_ASSIGN_OR_RETURN_AS(JOINED(held_, __LINE__), left, __VA_ARGS__)
#line 26 "input.cc"
  sm_IGN_OR_RETURN(const long two, Twice(true, good));
  return two + 1;
}
SPANSMITH_SPAN("words") static Status WithWords(bool good) { /*guard 4*/
  if (good) 
#ifdef RETURN_IF_ERROR
#endif
#undef sm_URN_IF_ERROR
#line 63 "macros.h"
#define sm_URN_IF_ERROR(expression)                 \
  do {                                              \
    Status returned_ = (expression); /* a local */ \
    if (!returned_.ok()) { static_cast<void>(::spansmith::injected::sm_Passing(sm_guard_4, returned_)); return returned_; }          \
  } while (false)
#line 30 "input.cc"
            sm_URN_IF_ERROR(Connect(true));
  
#ifdef RETURN_WITH_WORDS
#endif
#undef sm_URN_WITH_WORDS
#line 79 "macros.h"
#define sm_URN_WITH_WORDS(expression)                          \
  if (class Words words_ { expression }; words_.ok()) { \
  } else /* NOLINT */                                          \
    return ::spansmith::injected::sm_TapInto< ::Status >(sm_guard_4) = std::move(words_)
#line 31 "input.cc"
  sm_URN_WITH_WORDS(Connect(good)) << " by " << __func__;
  { auto sm_r_4 = 
#line 32 "input.cc"
         Status(); if (sm_guard_4.sm_Recording()) { ::spansmith::injected::sm_LookAt(sm_guard_4, sm_r_4); } return sm_r_4; }
}
SPANSMITH_SPAN("ways") static Status Ways(int way) { /*guard 5*/
  
#ifdef EITHER_WAY
#endif
#undef sm_HER_WAY
#line 84 "macros.h"
#define sm_HER_WAY(first, one, other) \
  if (first) {                        \
    return ::spansmith::injected::sm_Tap(sm_guard_5) = one;                       \
  } else {                            \
    return ::spansmith::injected::sm_Tap(sm_guard_5) = other;                     \
  }
#line 35 "input.cc"
  sm_HER_WAY(way == 0, Status(Code::kUnavailable, "the first"), Connect(false));
 SPANSMITH_NOT_REACHED 
#line 36 "input.cc"
}
SPANSMITH_SPAN("part") static StatusOr<long> Part(bool good) { /*guard 6*/
  if (good) RETURN_PART 2L;
  
#ifdef RETURN_PART
#endif
#undef sm_URN_PART
#line 90 "macros.h"
#define sm_URN_PART return ::spansmith::injected::sm_Tap(sm_guard_6) =
#line 39 "input.cc"
  sm_URN_PART Connect(false);
}
SPANSMITH_SPAN("converts") static StatusOr<std::string> Converts(bool good) { /*guard 7*/
  
#ifdef TRY
#endif
#undef sm_TRY
#line 91 "macros.h"
#define sm_TRY(good) \
  if (!(good)) return ::spansmith::injected::sm_Tap(sm_guard_7) = Status(Code::kUnavailable, #good " is not")
#line 42 "input.cc"
  sm_TRY(good);
  return std::string("value");
}
SPANSMITH_SPAN("value") static StatusOr<std::string> Value(bool good) { /*guard 8*/
  RETURN_VALUE_IF(good, std::string("value"));
  return ::spansmith::injected::sm_Passing(sm_guard_8, (
#line 47 "input.cc"
         Status(Code::kNotFound, "none")))
#line 47 "input.cc"
                                        ;
}
template <typename T>
SPANSMITH_SPAN("template of {T}")
StatusOr<T> Template(bool good) { /*guard 9*/
  
#ifdef RETURN_IF_ERROR
#endif
#undef sm_URN_IF_ERROR
#line 63 "macros.h"
#define sm_URN_IF_ERROR(expression)                 \
  do {                                              \
    Status returned_ = (expression); /* a local */ \
    if (!returned_.ok()) { static_cast<void>(::spansmith::injected::sm_Passing(sm_guard_9, returned_)); return returned_; }          \
  } while (false)
#line 52 "input.cc"
  sm_URN_IF_ERROR(Connect(good));
  return T();
}
SPANSMITH_SPAN("theirs") static Status Theirs() { /*guard 10*/
#line 55 "input.cc"
                                                  THEIR_RETURN(Connect(false)); }
SPANSMITH_SPAN("argument") static Status Argument(bool good) { /*guard 11*/
  RUN_IF(!good, return Connect(false););
  { auto sm_r11 = 
#line 58 "input.cc"
         Status(); if (sm_guard_11.sm_Recording()) { ::spansmith::injected::sm_LookAt(sm_guard_11, sm_r11); } return sm_r11; }
}
SPANSMITH_SPAN("not found is an answer", SPANSMITH_ANSWERS(none)) static Status NoAnswer() { /*guard 12*/
  
#ifdef RETURN_IF_ERROR
#endif
#undef sm_URN_IF_ERROR
#line 63 "macros.h"
#define sm_URN_IF_ERROR(expression)                 \
  do {                                              \
    Status returned_ = (expression); /* a local */ \
    if (!returned_.ok()) { static_cast<void>(::spansmith::injected::sm_Passing(sm_guard_12, returned_, 0u)); return returned_; }          \
  } while (false)
#line 61 "input.cc"
  sm_URN_IF_ERROR(Status(Code::kNotFound, "none"));
  { auto sm_r12 = 
#line 62 "input.cc"
         Status(); if (sm_guard_12.sm_Recording()) { ::spansmith::injected::sm_LookAt(sm_guard_12, sm_r12, 0u); } return sm_r12; }
}

void Run();
void Run() {
  const auto count = [](const char* what, bool ok) {
    std::printf("%s: %d, %d copies\n", what, ok, copies);
    copies = moves = 0;
  };
  count("if", If(true).ok());
  const Status failed = If(false);
  std::printf("%d moves of a local\n", moves);
  count(failed.message().c_str(), failed.ok());
  count("twice", Twice(false, true).ok());
  count("twice", Twice(true, false).ok());
  count("assign", Assign(false).ok());
  count("assign", Assign(true).value() == 3);
  count(WithWords(false).message().c_str(), WithWords(true).ok());
  count("ways", Ways(0).ok() || Ways(1).ok());
  count("part", Part(true).ok() && !Part(false).ok());
  count("converts", Converts(false).ok() || !Converts(true).ok());
  count("value", Value(false).ok() || !Value(true).ok());
  count("template", Template<double>(true).ok() && !Template<double>(false).ok());
  count("theirs", Theirs().ok());
  count("argument", Argument(false).ok());
  count("answer", NoAnswer().ok());
}
