// An error text in a function that has no span.
#include <spansmith/annotations.h>

int Plain(int value);
int Plain(int value) {
  SPANSMITH_ERROR_TEXT("failed");
  return value;
}
