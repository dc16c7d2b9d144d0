// Macros of the program with the names of what is injected: nothing meets them.
#include <spansmith/annotations.h>

#include <cstdio>
#include <string>

#define Site +++
#define At(x) +++
#define Guard +++
#define Scope(x) +++
#define Kind(x) +++
#define Build +++
#define Root +++
#define Parent +++
#define Set +++
#define Attribute(x) +++
#define Recording +++
#define AttributeFailed +++
#define ErrorText(x) +++
#define Name +++
#define Link +++
#define EventBegin +++
#define EventEnd +++
#define SpanKind +++
#define Injector +++
#define Into +++
#define Failed +++
#define OkOnSuccess +++

SPANSMITH_SPAN("all", SPANSMITH_KIND(client), SPANSMITH_ATTR(a, text), SPANSMITH_RETURN_ATTR(r, result), SPANSMITH_ERROR_TEXT("failed"),
               SPANSMITH_NAME(text), SPANSMITH_LINK(text.substr(1, 0)), SPANSMITH_PARENT(""))
static int All(const std::string& text) {
  SPANSMITH_NOTE(size, text.size());
  SPANSMITH_EVENT("event", SPANSMITH_ATTR(b, 1));
  SPANSMITH_ERROR_TEXT("other");
  std::string context;
  SPANSMITH_INJECT(context);
  return context.empty() && text.empty() ? 0 : 1;
}

void Run();
SPANSMITH_SPAN("Run", SPANSMITH_ROOT) void Run() { All("x"); }
