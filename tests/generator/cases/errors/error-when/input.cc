// What counts as an error although nothing is thrown, of the returned value; its text is that of the step that was last.
// A named local keeps NRVO, an exception from a destructor behind the return says more.
#include <spansmith/annotations.h>

#include <cstdio>
#include <optional>
#include <stdexcept>
#include <string>

struct Status {
  int code = 0;
  bool ok() const { return code == 0; }
};

SPANSMITH_SPAN("Call", SPANSMITH_ERROR_WHEN(!result.ok()), SPANSMITH_RETURN_ATTR(code, result.code),
               SPANSMITH_ERROR_TEXT("failed to call"))
static Status Call(int code) {
  SPANSMITH_NOTE(asked, code);
  if (code == 7) {
    SPANSMITH_ERROR_TEXT("failed to read the answer");
    return {code};
  }
  Status status;
  status.code = code;
  return status;
}

SPANSMITH_SPAN("Find", SPANSMITH_ERROR_WHEN(!result), SPANSMITH_OK_ON_SUCCESS)
static std::optional<std::string> Find(bool there) {
  if (there) return "x";
  return std::nullopt;
}

SPANSMITH_SPAN("Typed", SPANSMITH_ERROR_WHEN(result
                                             >    400),
               SPANSMITH_RETURN_ATTR(error.type, result > 400 ? std::optional<int>(result) : std::nullopt))
static int Typed(int code) { return code; }

SPANSMITH_SPAN("Broken", SPANSMITH_ERROR_WHEN(std::string().at(static_cast<unsigned>(result)) == 'x'))
static int Broken() { return 3; }

struct Late {
  bool throws;
  ~Late() noexcept(false) {
    if (throws) throw std::runtime_error("late");
  }
};
SPANSMITH_SPAN("BothWays", SPANSMITH_ERROR_WHEN(result != 0)) static int BothWays(bool throws) {
  const Late late{throws};
  return 1;
}

void Run();
void Run() {
  std::printf("%d %d %d\n", Call(0).code, Call(5).code, Call(7).code);
  std::printf("%d %d %d %d\n", Find(true).has_value(), Find(false).has_value(), Typed(200) + Typed(404), Broken());
  try {
    BothWays(false);
    BothWays(true);
  } catch (const std::exception& error) {
    std::puts(error.what());
  }
}
