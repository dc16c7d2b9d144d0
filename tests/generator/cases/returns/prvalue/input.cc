// An observed temporary: one move at most, which an ordinary string does not show; the value is the same.
#include <spansmith/annotations.h>

#include <cstdio>
#include <string>

SPANSMITH_BUILD("Name", SPANSMITH_RETURN_ATTR(name.length, result.size()))
static std::string Name(const std::string& ns, const std::string& name) {
  return ns + "/" + name;
}

void Run();
void Run() { std::puts(Name("default", "my-db").c_str()); }
