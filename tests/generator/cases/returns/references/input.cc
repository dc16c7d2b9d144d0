// References stay references, to the same object; a member returned by value is copied once.
#include <spansmith/annotations.h>

#include <cstdio>
#include <string>
#include <utility>

struct Counted {
  int copies = 0;
  Counted() = default;
  Counted(const Counted& other) : copies(other.copies + 1) {}
  Counted& operator=(const Counted&) = default;
};

class Holder {
 public:
  SPANSMITH_SPAN("Ref", SPANSMITH_RETURN_ATTR(length, result.size()))
  std::string& Ref() {
    return text_;
  }
  SPANSMITH_SPAN("Steal", SPANSMITH_RETURN_ATTR(length, result.size()))
  std::string&& Steal() { return std::move(text_); }
  SPANSMITH_SPAN("Copy", SPANSMITH_RETURN_ATTR(copies, result.copies))
  Counted Copy() const { return counted_; }

 private:
  std::string text_ = "abc";
  Counted counted_;
};

void Run();
void Run() {
  Holder holder;
  std::string& ref = holder.Ref();
  ref += "d";
  const int copies = holder.Copy().copies;
  const std::string stolen = holder.Steal();
  std::printf("%s %d %d\n", stolen.c_str(), ref.empty() ? 1 : 0, copies);
}
