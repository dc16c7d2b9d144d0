// Placeholders that name nothing, two things, or do not close.
#include <spansmith/annotations.h>

template <typename T, typename U, int N>
struct Box {
  SPANSMITH_SPAN("Get({V})") int None() { return N; }
  SPANSMITH_SPAN("Get({N})") int Value() { return N; }
  SPANSMITH_SPAN("Get({T}, {U})") int Two() { return N; }
  SPANSMITH_SPAN("Get({T)") int Open() { return N; }
  SPANSMITH_UPDATE_STATUS("{T}") int Status() { return N; }
};
int Use();
int Use() { return Box<int, char, 3>().None(); }
template <typename... T>
SPANSMITH_SPAN("Get({T})") void Pack(T...) {}
