// SPANSMITH_NAME: any string, once, at entry; one that throws leaves the written name.
#include <spansmith/annotations.h>

#include <cstdio>
#include <stdexcept>
#include <string>
#include <string_view>

struct Request {
  std::string method;
  std::string route;
};

static int evaluated = 0;

const std::string& Counted(const std::string& text);
const std::string& Counted(const std::string& text) {
  ++evaluated;
  if (text.empty()) throw std::runtime_error("no method");
  return text;
}

SPANSMITH_SPAN("HTTP", SPANSMITH_NAME(Counted(req.method) + " " +
                                      req.route), SPANSMITH_KIND(client), SPANSMITH_ATTR(url.template, req.route))
static std::size_t Send(const Request& req) {
  return req.route.size();
}

template <typename A, typename B>
struct Pair {
  static constexpr std::string_view kName = "a comma within";
};

SPANSMITH_SPAN("View", SPANSMITH_NAME(Pair<int, char>::kName)) static void View() {}
SPANSMITH_SPAN("Literal", SPANSMITH_NAME(flag ? "yes" : "no")) static void Literal(bool flag) { std::printf("%d\n", flag ? 1 : 0); }
SPANSMITH_SPAN("Null", SPANSMITH_NAME(text)) static void Null(const char* text) { std::printf("%d\n", text == nullptr ? 1 : 0); }

template <typename T>
SPANSMITH_SPAN("Get({T})", SPANSMITH_NAME("Get " + key)) static std::size_t Get(const std::string& key) {
  return key.size() + sizeof(T);
}

void Run();
void Run() {
  std::printf("%zu\n", Send({"GET", "/apis/{name}"}));
  std::printf("%zu\n", Send({"", "/apis/{name}"}));
  View();
  Literal(true);
  Null(nullptr);
  std::printf("%zu\n", Get<char>("x"));
  evaluated = 0;  // what is evaluated for telemetry is not for the program to see
}
