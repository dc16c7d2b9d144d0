// Copyright The Spansmith Authors
// SPDX-License-Identifier: Apache-2.0
//
// See row.h.
#include "row.h"

#include <fcntl.h>
#include <gmock/gmock.h>
#include <gtest/gtest.h>
#include <opentelemetry/proto/collector/trace/v1/trace_service.pb.h>
#include <poll.h>
#include <sys/wait.h>
#include <unistd.h>

#include <algorithm>
#include <cstdio>
#include <cstdlib>
#include <fstream>
#include <iterator>
#include <sstream>
#include <vector>

namespace spansmith::faults {
namespace {

// Pipes rather than files, which the row may forbid to grow.
struct Pipe {
  Pipe() { EXPECT_EQ(pipe2(ends, O_CLOEXEC), 0); }
  int ends[2] = {-1, -1};
  std::string text;
};

// Until the program has closed both.
void ReadAll(Pipe& a, Pipe& b) {
  pollfd files[] = {{a.ends[0], POLLIN, 0}, {b.ends[0], POLLIN, 0}};
  for (int open = 2; open != 0;) {
    poll(files, 2, -1);
    for (pollfd& file : files) {
      if (file.fd < 0 || file.revents == 0) continue;
      char piece[4096];
      const ssize_t size = read(file.fd, piece, sizeof piece);
      if (size > 0) {
        (&file == files ? a : b).text.append(piece, static_cast<std::size_t>(size));
      } else {
        close(file.fd);
        file.fd = -1;
        --open;
      }
    }
  }
}

// Ours without what would change the program's: nothing of the person who runs the tests.
std::vector<std::string> Variables(const Environment& extra) {
  std::vector<std::string> variables;
  for (char** variable = environ; *variable != nullptr; ++variable) {
    const std::string text = *variable;
    const bool proxy = text.substr(0, text.find('=')).find("_proxy") != std::string::npos ||
                       text.substr(0, text.find('=')).find("_PROXY") != std::string::npos;
    if (text.rfind("OTEL_", 0) != 0 && text.rfind("SPANSMITH_", 0) != 0 && !proxy) variables.push_back(text);
  }
  for (const auto& [name, value] : extra) variables.push_back(name + "=" + value);
  return variables;
}

std::string Table() {
  std::ifstream file(FAULTS_TABLE);
  return {std::istreambuf_iterator<char>(file), std::istreambuf_iterator<char>()};
}

std::vector<char*> Pointers(std::vector<std::string>& texts) {
  std::vector<char*> pointers;
  for (std::string& text : texts) pointers.push_back(text.data());
  pointers.push_back(nullptr);
  return pointers;
}

}  // namespace

std::uint64_t Result::operator[](const std::string& name) const {
  const auto found = numbers.find(name);
  return found == numbers.end() ? 0 : found->second;
}

Result RunToItsEnd(const Environment& environment, const std::string& what) {
  Pipe out;
  Pipe err;
  std::vector<std::string> words = {TRACED_PROGRAM, std::to_string(kSpans), what};
  std::vector<std::string> variables = Variables(Environment{{"SPANSMITH_RETRY_TIME", "0"}} + environment);
  const std::vector<char*> argv = Pointers(words);
  const std::vector<char*> envp = Pointers(variables);
  const pid_t child = fork();
  if (child == 0) {
    dup2(out.ends[1], 1);
    dup2(err.ends[1], 2);
    execve(argv[0], argv.data(), envp.data());
    _exit(127);
  }
  close(out.ends[1]);
  close(err.ends[1]);
  ReadAll(out, err);
  int status = 0;
  EXPECT_EQ(waitpid(child, &status, 0), child);
  Result result;
  result.exit_code = WIFEXITED(status) ? WEXITSTATUS(status) : 128 + WTERMSIG(status);
  result.said = err.text;
  result.printed = out.text;
  const std::size_t account = std::min(result.printed.find("flushed "), result.printed.find("produced "));
  std::istringstream lines(result.printed.substr(std::min(account, result.printed.size())));
  std::string name;
  for (std::uint64_t value; lines >> name >> value;) result.numbers[name] = value;
  return result;
}

Result RunTraced(const Environment& environment, const std::string& what) {
  const Result result = RunToItsEnd(environment, what);
  EXPECT_EQ(result.exit_code, 0) << result.said;
  EXPECT_EQ(result["produced"], kSpans) << result.said;
  EXPECT_EQ(result["produced"],
            result["delivered"] + result["dropped"] + result["sampled_out"] + result["spilled"] + result["pending"])
      << result.said;
  EXPECT_EQ(result["pending"], 0u) << result.said;
  return result;
}

Environment To(const std::string& url) {
  return {{"OTEL_EXPORTER_OTLP_ENDPOINT", url}, {"OTEL_EXPORTER_OTLP_TIMEOUT", "1000"}};
}

Environment OverGrpcTo(const std::string& url) {
  return To(url) + Environment{{"OTEL_EXPORTER_OTLP_PROTOCOL", "grpc"}};
}

Environment operator+(Environment a, const Environment& b) {
  for (const auto& [name, value] : b) a[name] = value;
  return a;
}

void Expect(const std::string& name, const Result& result, std::uint64_t delivered, const std::string& counted,
            const std::string& said) {
  EXPECT_EQ(result["delivered"], delivered) << result.said;
  EXPECT_EQ(result["dropped"] + result["spilled"], kSpans - delivered) << result.said;
  if (!counted.empty()) {
    EXPECT_EQ(result[counted], kSpans - delivered) << result.said;
  }
  // What ended well says so, and nothing else does.
  EXPECT_EQ(result["flushed"] != 0, delivered == kSpans) << result.said;
  if (said.empty()) {
    EXPECT_EQ(result.said, "");
  } else {
    EXPECT_THAT(result.said, ::testing::HasSubstr(said));
  }
  const std::string row = "| " + name + " | " + std::to_string(result["produced"]) + " | " +
                          std::to_string(result["delivered"]) + " | " + std::to_string(result["dropped"]) + " | " +
                          (counted.empty() ? "-" : counted) + " | " + (said.empty() ? "nothing" : said) + " |\n";
  std::printf("%s", row.c_str());
  EXPECT_TRUE(Table().find(row) != std::string::npos) << "docs/faults.md has no such line: " << row;
}

void Receiver::Serve(transport::RawConnection& peer, const transport::RawServer::Play& answer,
                     const std::string& status_line) {
  std::string body;
  while (peer.ReadRequest(&body)) {
    ++requests_;
    if (status_line.rfind("HTTP/1.1 2", 0) == 0) accepted_ += SpansIn(body);
    answer(peer);
    if (status_line.empty()) return;
  }
}

std::uint64_t SpansIn(const std::string& request) {
  opentelemetry::proto::collector::trace::v1::ExportTraceServiceRequest decoded;
  if (!decoded.ParseFromString(request)) return 0;
  std::uint64_t spans = 0;
  for (const auto& resource : decoded.resource_spans()) {
    for (const auto& scope : resource.scope_spans()) spans += static_cast<std::uint64_t>(scope.spans_size());
  }
  return spans;
}

}  // namespace spansmith::faults
