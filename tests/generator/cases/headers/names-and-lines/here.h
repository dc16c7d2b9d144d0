#ifndef HERE_H_
#define HERE_H_
#include <spansmith/annotations.h>

#include "next.h"
struct Place {
  const char* file;
  int line;
  const char* function;
  int level;
  int counter;
};
struct Here {
  SPANSMITH_SPAN("Where", SPANSMITH_ATTR(annotation.line, __LINE__), SPANSMITH_ATTR(annotation.file, sizeof(__FILE__) > 1))
  Place Where() const { return {__FILE__, __LINE__, __func__, __INCLUDE_LEVEL__, kCounter}; }
  static constexpr int kCounter = __COUNTER__;
};

// A warning of -Weverything and -Wold-style-cast, at its line and column.
SPANSMITH_SPAN("Warn") inline int Warn(long value) { return (int)value; }

#endif  // HERE_H_
