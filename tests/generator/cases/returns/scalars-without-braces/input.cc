// Returns under if, else, case and a label without braces; scalars and pointers.
#include <spansmith/annotations.h>

#include <cstdio>

enum Color { kRed, kGreen, kBlue };

SPANSMITH_SPAN("Classify", SPANSMITH_RETURN_ATTR(class, result))
static int Classify(int value, Color color) {
  if (value < 0) return -1; else if (value == 0) return 0;
  switch (color) {
    case kRed: return 1;
    case kGreen:
    again: return value + 2;
    case kBlue:
      if (value > 100) goto again;
  }
  for (int i = 0; i < 3; ++i)
    if (i == value) return i * 10;
  return static_cast<int>(color);
}

SPANSMITH_SPAN("Find", SPANSMITH_RETURN_ATTR(found, result != nullptr))
static const char* Find(const char* text, char wanted) {
  for (; *text != '\0'; ++text)
    if (*text == wanted) return text;
  return nullptr;
}

void Run();
void Run() {
  std::printf("%d %d %d %d %d %d %d\n", Classify(-5, kRed), Classify(0, kRed), Classify(1, kRed), Classify(1, kGreen),
              Classify(101, kBlue), Classify(2, kBlue), Classify(50, kBlue));
  std::printf("%s %d\n", Find("abc", 'b'), Find("abc", 'z') == nullptr ? 1 : 0);
}
