// A returned error out of a macro of the project is seen: in its text a local stays a local, a value moves once at most.
// Out of a macro of a system header, or of an argument, it is not, and the report says so.
// flags: -std=c++17 -isystem others
// report: compared
#include <spansmith/annotations.h>
#include <theirs.h>

#include <cstdio>
#include <string>
#include <utility>

#include "macros.h"

static Status Connect(bool good) { return good ? Status() : Status(Code::kUnavailable, "refused"); }

SPANSMITH_SPAN("if") static Status If(bool good) {
  RETURN_IF_ERROR(Connect(good));
  return Status();
}
SPANSMITH_SPAN("twice") static StatusOr<long> Twice(bool first, bool second) {
  RETURN_IF_ERROR(Connect(first)); RETURN_IF_ERROR(  // a comment
      Connect(second));
  return 2L;
}
SPANSMITH_SPAN("assign") static StatusOr<long> Assign(bool good) {
  ASSIGN_OR_RETURN(const long two, Twice(true, good));
  return two + 1;
}
SPANSMITH_SPAN("words") static Status WithWords(bool good) {
  if (good) RETURN_IF_ERROR(Connect(true));
  RETURN_WITH_WORDS(Connect(good)) << " by " << __func__;
  return Status();
}
SPANSMITH_SPAN("ways") static Status Ways(int way) {
  EITHER_WAY(way == 0, Status(Code::kUnavailable, "the first"), Connect(false));
}
SPANSMITH_SPAN("part") static StatusOr<long> Part(bool good) {
  if (good) RETURN_PART 2L;
  RETURN_PART Connect(false);
}
SPANSMITH_SPAN("converts") static StatusOr<std::string> Converts(bool good) {
  TRY(good);
  return std::string("value");
}
SPANSMITH_SPAN("value") static StatusOr<std::string> Value(bool good) {
  RETURN_VALUE_IF(good, std::string("value"));
  return Status(Code::kNotFound, "none");
}
template <typename T>
SPANSMITH_SPAN("template of {T}")
StatusOr<T> Template(bool good) {
  RETURN_IF_ERROR(Connect(good));
  return T();
}
SPANSMITH_SPAN("theirs") static Status Theirs() { THEIR_RETURN(Connect(false)); }
SPANSMITH_SPAN("argument") static Status Argument(bool good) {
  RUN_IF(!good, return Connect(false););
  return Status();
}
SPANSMITH_SPAN("not found is an answer", SPANSMITH_ANSWERS(none)) static Status NoAnswer() {
  RETURN_IF_ERROR(Status(Code::kNotFound, "none"));
  return Status();
}

void Run();
void Run() {
  const auto count = [](const char* what, bool ok) {
    std::printf("%s: %d, %d copies\n", what, ok, copies);
    copies = moves = 0;
  };
  count("if", If(true).ok());
  const Status failed = If(false);
  std::printf("%d moves of a local\n", moves);
  count(failed.message().c_str(), failed.ok());
  count("twice", Twice(false, true).ok());
  count("twice", Twice(true, false).ok());
  count("assign", Assign(false).ok());
  count("assign", Assign(true).value() == 3);
  count(WithWords(false).message().c_str(), WithWords(true).ok());
  count("ways", Ways(0).ok() || Ways(1).ok());
  count("part", Part(true).ok() && !Part(false).ok());
  count("converts", Converts(false).ok() || !Converts(true).ok());
  count("value", Value(false).ok() || !Value(true).ok());
  count("template", Template<double>(true).ok() && !Template<double>(false).ok());
  count("theirs", Theirs().ok());
  count("argument", Argument(false).ok());
  count("answer", NoAnswer().ok());
}
