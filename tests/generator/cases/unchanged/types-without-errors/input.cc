// Returned types that mean no error are left as they are: of the annotated functions only the guard is added.
#include <spansmith/annotations.h>

#include <cstdio>
#include <memory>
#include <optional>
#include <string>
#include <utility>
#include <vector>

struct Pod {
  int replicas = 3;
};
class Parser {
 public:
  explicit Parser(std::string text) : text_(std::move(text)) {}
  const std::string& error() const { return text_; }  // alone it says nothing about a value
  bool ok() const { return text_.empty(); }           // nor does this: of what kind would the error be?

 private:
  std::string text_;
};
enum class Phase { kPending, kReady };

SPANSMITH_SPAN("pod") static Pod MakePod() { return {}; }
SPANSMITH_SPAN("parser") static Parser MakeParser() { return Parser("bad"); }
SPANSMITH_SPAN("phase") static Phase PhaseOf() { return Phase::kReady; }
SPANSMITH_SPAN("optional") static std::optional<std::string> Find() { return std::nullopt; }
SPANSMITH_SPAN("vector") static std::vector<int> List() { return {1, 2}; }
SPANSMITH_SPAN("pointer") static std::unique_ptr<Pod> Own() { return nullptr; }
SPANSMITH_SPAN("bool") static bool Is() { return false; }
template <typename T>
SPANSMITH_SPAN("template")
std::vector<T> Of(T value) {
  return {value};
}

void Run();
void Run() {
  std::printf("%d %d %d %d %zu %d %d %zu\n", MakePod().replicas, MakeParser().ok(), static_cast<int>(PhaseOf()),
              Find().has_value(), List().size(), Own() == nullptr, Is(), Of(1).size());
}
