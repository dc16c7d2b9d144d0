// A span annotation on a friend declaration.
#include <spansmith/annotations.h>

class Account {
  SPANSMITH_SPAN("Close")
  friend void Close(Account& account);
};
