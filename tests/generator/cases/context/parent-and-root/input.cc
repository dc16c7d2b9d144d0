// SPANSMITH_PARENT continues another trace, an empty or malformed one is none; SPANSMITH_ROOT begins a trace.
#include <spansmith/annotations.h>

#include <cstdio>
#include <stdexcept>
#include <string>

struct Trigger {
  std::string traceparent;
};

const std::string& Throwing();
const std::string& Throwing() { throw std::runtime_error("no parent"); }

SPANSMITH_SPAN("Handle", SPANSMITH_PARENT(trigger.traceparent), SPANSMITH_ATTR(handle.size, trigger.traceparent.size()))
static int Handle(const Trigger& trigger) {
  return static_cast<int>(trigger.traceparent.size());
}

SPANSMITH_SPAN("Throws", SPANSMITH_PARENT(
                             Throwing()))
static int Throws() { return 1; }

SPANSMITH_SPAN("Null", SPANSMITH_PARENT(text)) static int Null(const char* text) { return text == nullptr ? 1 : 0; }

SPANSMITH_SPAN("Inner") static int Inner() { return 7; }

SPANSMITH_SPAN("Watch", SPANSMITH_ROOT, SPANSMITH_KIND(consumer)) static int Watch() { return Inner(); }

SPANSMITH_SPAN("Outer") static int Outer() {
  return Handle({"00-0af7651916cd43dd8448eb211c80319c-b7ad6b7169203331-01"}) + Handle({""}) + Handle({"malformed"}) +
         Throws() + Null(nullptr) + Watch();
}

void Run();
void Run() { std::printf("%d\n", Outer()); }
