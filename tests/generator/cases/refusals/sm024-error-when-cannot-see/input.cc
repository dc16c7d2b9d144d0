// The returned value of a type that cannot be moved is out of reach of a condition too.
#include <spansmith/annotations.h>

struct Fixed {
  explicit Fixed(int value) : value_(value) {}
  Fixed(const Fixed&) = delete;
  Fixed& operator=(const Fixed&) = delete;
  int value_;
};

SPANSMITH_SPAN("Make", SPANSMITH_ERROR_WHEN(result.value_ < 0)) Fixed Make();
Fixed Make() { return Fixed(1); }
