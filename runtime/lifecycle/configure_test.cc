// Copyright The Spansmith Authors
// SPDX-License-Identifier: Apache-2.0
//
// What the program says, what the watched file says while the program runs, what is printed, what is redacted. Each in
// a process of its own, as in lifecycle_test.cc.
#include <gmock/gmock.h>
#include <gtest/gtest.h>
#include <opentelemetry/proto/collector/trace/v1/trace_service.pb.h>
#include <spansmith/configuration.h>
#include <spansmith/injected.h>
#include <spansmith/runtime.h>
#include <sys/wait.h>
#include <unistd.h>

#include <chrono>
#include <cstdlib>
#include <filesystem>
#include <fstream>
#include <stdexcept>
#include <string>
#include <thread>

#include "transport/testing/http_server.h"

namespace spansmith {
namespace {

using injected::Guard;
using injected::Site;
using std::chrono::seconds;
using transport::TestHttpServer;
using Clock = std::chrono::steady_clock;
namespace collector = opentelemetry::proto::collector::trace::v1;
namespace fs = std::filesystem;

void Work() {
  static Site site = Site("Work").Scope("work");
  const Guard guard(&site);
}

void Set(const char* name, const std::string& value) { setenv(name, value.c_str(), 1); }

[[noreturn]] void Finish(bool ok) {
  Shutdown(seconds(60));  // not at exit, when what is static in the test server's library may be gone
  std::exit(ok ? 0 : 1);
}

// Everything that was received, as text.
std::string Received(const TestHttpServer& server) {
  std::string text;
  for (const auto& received : server.Requests()) {
    collector::ExportTraceServiceRequest request;
    text += request.ParseFromString(received.body) ? request.DebugString() : "MALFORMED";
  }
  return text;
}

Configuration OfTheProgram(const std::string& url) {
  Configuration configuration;
  configuration.service_name = "of the program";
  configuration.service_version = "1.2.3";
  configuration.resource = {{"team", std::string("storage")}, {"shards", std::int64_t{7}}};
  configuration.exporters = {"otlp"};
  configuration.endpoint = url;
  configuration.headers = {{"x-key", "a,b=c d"}};
  configuration.timeout = seconds(9);
  configuration.sampler = "parentbased_traceidratio";
  configuration.sampling_ratio = 1;
  configuration.variables = {{"OTEL_BSP_SCHEDULE_DELAY", "60000"}};
  return configuration;
}

Configuration WeakerThanTheEnvironment() {
  Configuration configuration;
  configuration.exporters = {"console"};
  configuration.variables = {{"OTEL_EXPORTER_OTLP_TRACES_ENDPOINT", "http://192.0.2.1/"}};
  return configuration;
}

class ConfigureTest : public ::testing::Test {
 protected:
  void SetUp() override { GTEST_FLAG_SET(death_test_style, "threadsafe"); }
};

TEST_F(ConfigureTest, TheProgramSaysIt) {
  EXPECT_EXIT(
      {
        TestHttpServer server;
        unsetenv("OTEL_TRACES_EXPORTER");
        Set("OTEL_SERVICE_NAME", "of the environment");
        const bool taken = Configure(OfTheProgram(server.url()));
        Work();
        const bool flushed = bool(Flush(seconds(60)));
        const std::string text = Received(server);
        const std::string effective = Runtime::EffectiveConfiguration();
        Finish(taken && flushed && text.find("of the program") != std::string::npos &&
               text.find("of the environment") == std::string::npos && text.find("1.2.3") != std::string::npos &&
               text.find("storage") != std::string::npos && text.find("int_value: 7") != std::string::npos &&
               server.Requests().at(0).headers.count("x-key") == 1 &&
               server.Requests().at(0).headers.find("x-key")->second == "a,b=c d" &&
               effective.find("OTEL_BSP_SCHEDULE_DELAY: 60000 ms") != std::string::npos &&
               effective.find("TIMEOUT: 9000 ms") != std::string::npos &&
               effective.find("parentbased_traceidratio 1.0") != std::string::npos);
      },
      ::testing::ExitedWithCode(0), "^$");
}

TEST_F(ConfigureTest, TheEnvironmentGoesBeforeTheProgram) {
  EXPECT_EXIT(
      {
        TestHttpServer server;
        Set("OTEL_TRACES_EXPORTER", "otlp");
        Set("OTEL_EXPORTER_OTLP_ENDPOINT", server.url());
        Configure(WeakerThanTheEnvironment());
        Work();
        Finish(Flush(seconds(60)) && server.Requests().size() == 1);
      },
      ::testing::ExitedWithCode(0), "^$");
}

TEST_F(ConfigureTest, TooLateItChangesNothingAndSaysSo) {
  EXPECT_EXIT(
      {
        Set("OTEL_TRACES_EXPORTER", "none");
        Configuration configuration;
        configuration.sampler = "always_off";
        const bool before = Configure(configuration);
        Runtime::EffectiveConfiguration();  // asking does not end the time for it
        configuration.sampler = "always_on";
        const bool again = Configure(configuration);
        Work();
        configuration.sampler = "always_off";
        const bool after = Configure(configuration);
        Finish(before && again && !after &&
               Runtime::EffectiveConfiguration().find("SAMPLER: always_on\n") != std::string::npos);
      },
      ::testing::ExitedWithCode(0), "^spansmith: spansmith::Configure came after the first span[^\n]*\n$");
}

TEST_F(ConfigureTest, ABadValueOfTheProgramIsToldAsSuch) {
  EXPECT_EXIT(
      {
        Set("OTEL_TRACES_EXPORTER", "none");
        Configuration configuration;
        configuration.compression = "zstd";
        configuration.headers.emplace_back("x,authorization", "hunter2");
        Configure(configuration);
        Work();
        Finish(true);
      },
      ::testing::ExitedWithCode(0),
      "^spansmith: OTEL_EXPORTER_OTLP_HEADERS: a header [^\n]*left out \\(spansmith::Configure\\)\n"
      "spansmith: OTEL_EXPORTER_OTLP_COMPRESSION='zstd': expected gzip or none; using none "
      "\\(spansmith::Configure\\)\n$");
}

// The watched file, replaced as a whole.
class File {
 public:
  explicit File(const std::string& text) { Put(text); }
  ~File() { fs::remove(path_); }
  void Put(const std::string& text) const {
    const std::string other = path_ + ".new";
    std::ofstream(other) << text;
    fs::rename(other, path_);
  }
  const std::string& path() const { return path_; }

 private:
  const std::string path_ = ::testing::TempDir() + "/spansmith." + std::to_string(getpid()) + ".conf";
};

// The drain thread looks at the file twice a second; how long that takes on a busy machine nobody knows.
template <typename Condition>
bool Soon(Condition&& condition) {
  for (const auto end = Clock::now() + seconds(60); Clock::now() < end;) {
    if (condition()) return true;
    std::this_thread::sleep_for(std::chrono::milliseconds(20));
  }
  return false;
}

std::uint64_t Recorded() {
  const Stats stats = GetStats();
  return stats.produced - stats.sampled_out;
}

bool WorkIsRecorded() {
  const std::uint64_t before = Recorded();
  Work();
  return Recorded() > before;
}

void WatchedBy(const TestHttpServer& server, const File& file) {
  Set("OTEL_TRACES_EXPORTER", "otlp");
  Set("OTEL_EXPORTER_OTLP_ENDPOINT", server.url());
  Set("SPANSMITH_CONFIG_FILE", file.path());
  Set("OTEL_LOG_LEVEL", "warn");
}

TEST_F(ConfigureTest, TheFileSwitchesFunctionsWhileTheProgramRuns) {
  EXPECT_EXIT(
      {
        TestHttpServer server;
        const File file("SPANSMITH_FILTER=**=off\n");  // all: nothing but the file could ever start anything
        WatchedBy(server, file);
        const bool off = !WorkIsRecorded();
        file.Put("# nothing is off\n");
        const bool on = Soon(WorkIsRecorded);
        file.Put("SPANSMITH_FILTER=work=off\n");
        const bool off_again = Soon([] { return !WorkIsRecorded(); });
        Finish(off && on && off_again);
      },
      ::testing::ExitedWithCode(0), "^$");
}

TEST_F(ConfigureTest, TheFileChangesTheSamplerAndBrokenTextDoesNot) {
  EXPECT_EXIT(
      {
        TestHttpServer server;
        const File file("OTEL_TRACES_SAMPLER=traceidratio\nOTEL_TRACES_SAMPLER_ARG=0\n");
        WatchedBy(server, file);
        Set("OTEL_TRACES_SAMPLER", "always_off");
        const bool none = !WorkIsRecorded();
        file.Put("OTEL_TRACES_SAMPLER=traceidratio\nOTEL_TRACES_SAMPLER_ARG=1\n");
        const bool all = Soon(WorkIsRecorded) && Runtime::EffectiveConfiguration().find(
                                                     "OTEL_TRACES_SAMPLER: traceidratio 1.0\n") != std::string::npos;
        file.Put("OTEL_TRACES_SAMPLER=traceidratio\nOTEL_TRACES_SAM");
        std::this_thread::sleep_for(std::chrono::milliseconds(1'700));  // nothing happens: nothing to wait for
        const bool kept = WorkIsRecorded();
        file.Put("OTEL_TRACES_SAMPLER=traceidratio\nOTEL_TRACES_SAMPLER_ARG=2\n");
        std::this_thread::sleep_for(std::chrono::milliseconds(1'700));
        const bool still = WorkIsRecorded();
        file.Put("#\n");
        const bool environment = Soon([] { return !WorkIsRecorded(); });
        Finish(none && all && kept && still && environment);
      },
      ::testing::ExitedWithCode(0),
      "^spansmith: SPANSMITH_CONFIG_FILE=[^\n]*: line 2 is not NAME=VALUE; what it said before stays\n"
      "spansmith: SPANSMITH_CONFIG_FILE=[^\n]*: OTEL_TRACES_SAMPLER_ARG='2': expected a number from 0 to 1; using 1.0; "
      "what it said before stays\n$");
}

TEST_F(ConfigureTest, TheFileTurnsTailSamplingOnAndOff) {
  EXPECT_EXIT(
      {
        TestHttpServer server;
        const File file("SPANSMITH_TAIL_RATIO=0\nSPANSMITH_TAIL_KEEP=none\n");
        WatchedBy(server, file);
        Work();
        const bool out = Flush(seconds(60)) && GetStats().sampled_out == 1 && server.Requests().empty();
        file.Put("#\n");
        const bool kept = Soon([&] {
          Work();
          Flush(seconds(60));
          return !server.Requests().empty();
        });
        Finish(out && kept);
      },
      ::testing::ExitedWithCode(0), "^$");
}

TEST_F(ConfigureTest, AFileThatIsNotThereIsToldOnce) {
  EXPECT_EXIT(
      {
        TestHttpServer server;
        Set("OTEL_TRACES_EXPORTER", "otlp");
        Set("OTEL_EXPORTER_OTLP_ENDPOINT", server.url());
        Set("SPANSMITH_CONFIG_FILE", "/nowhere/at/all");
        Work();
        std::this_thread::sleep_for(std::chrono::milliseconds(1'700));
        Finish(bool(Flush(seconds(60))));
      },
      ::testing::ExitedWithCode(0),
      "^spansmith: SPANSMITH_CONFIG_FILE=/nowhere/at/all: cannot be read: No such file or directory; it is as if it "
      "said nothing\n$");
}

TEST_F(ConfigureTest, AForkedChildFollowsTheFileToo) {
#ifdef __SANITIZE_THREAD__
  GTEST_SKIP() << "ThreadSanitizer cannot start a thread in a child that was forked beside other threads";
#endif
  EXPECT_EXIT(
      {
        TestHttpServer server;
        const File file("SPANSMITH_FILTER=**=off\n");
        WatchedBy(server, file);
        Work();
        const pid_t child = fork();
        if (child == 0) {
          Work();
          file.Put("#\n");
          const bool on = Soon(WorkIsRecorded);
          Shutdown(seconds(60));
          _exit(on ? 0 : 1);
        }
        int status = 1;
        waitpid(child, &status, 0);
        Finish(WIFEXITED(status) && WEXITSTATUS(status) == 0 && Soon(WorkIsRecorded));
      },
      ::testing::ExitedWithCode(0), "^$");
}

TEST_F(ConfigureTest, PrintedAtTheStartWithoutSecrets) {
  EXPECT_EXIT(
      {
        Set("OTEL_TRACES_EXPORTER", "none");
        Set("SPANSMITH_PRINT_CONFIG", "1");
        Set("OTEL_LOG_LEVEL", "none");  // it was asked for
        Set("OTEL_RESOURCE_ATTRIBUTES", "my.password=hunter2");
        Work();
        Finish(true);
      },
      ::testing::ExitedWithCode(0),
      ::testing::AllOf(::testing::HasSubstr("spansmith: OTEL_LOG_LEVEL: none\n"),
                       ::testing::HasSubstr("spansmith: resource my.password: ***\n"),
                       ::testing::Not(::testing::HasSubstr("hunter2"))));
}

TEST_F(ConfigureTest, TheLogLevelSilences) {
  EXPECT_EXIT(
      {
        unsetenv("OTEL_TRACES_EXPORTER");
        Set("OTEL_LOG_LEVEL", "error");
        Set("SPANSMITH_CONSOLE", "bad");
        Work();
        Finish(true);
      },
      ::testing::ExitedWithCode(0), "^$");
}

TEST_F(ConfigureTest, TheResourceOfTheEnvironmentIsUtf8WhereItLeaves) {
  EXPECT_EXIT(
      {
        TestHttpServer server;
        Set("OTEL_TRACES_EXPORTER", "otlp");
        Set("OTEL_EXPORTER_OTLP_ENDPOINT", server.url());
        Set("OTEL_RESOURCE_ATTRIBUTES", "team=%ff\xfe,k\xc3=v");
        Work();
        Flush(seconds(60));
        const std::string text = Received(server);
        Finish(text.find("Work") != std::string::npos && text.find("MALFORMED") == std::string::npos);
      },
      ::testing::ExitedWithCode(0), "^$");
}

void Secret() {
  static Site site("Secret");
  Guard guard(&site);
  guard.Attribute("user.password", "hunter2");
  guard.Attribute("user.name", "ann");
  throw std::runtime_error("no hunter2");
}

TEST_F(ConfigureTest, RedactedForEveryExporter) {
  const std::string file = ::testing::TempDir() + "/redacted." + std::to_string(getpid()) + ".jsonl";
  EXPECT_EXIT(
      {
        TestHttpServer server;
        Set("OTEL_TRACES_EXPORTER", "otlp,console,file");
        Set("SPANSMITH_CONSOLE", "full");
        Set("OTEL_EXPORTER_OTLP_ENDPOINT", server.url());
        Set("SPANSMITH_TRACES_FILE", file);
        Set("SPANSMITH_REDACT", "*password*,exception.message,host.id");
        Set("OTEL_RESOURCE_ATTRIBUTES", "db.password=hunter2");
        dup2(STDERR_FILENO, STDOUT_FILENO);  // the console's, for the test to match
        try {
          Secret();
        } catch (const std::runtime_error&) {
        }
        Flush(seconds(60));
        std::ifstream in(file);
        const std::string lines((std::istreambuf_iterator<char>(in)), std::istreambuf_iterator<char>());
        const std::string sent = Received(server);
        Finish(sent.find("[redacted]") != std::string::npos && sent.find("hunter2") == std::string::npos &&
               sent.find("ann") != std::string::npos && lines.find("[redacted]") != std::string::npos &&
               lines.find("hunter2") == std::string::npos);
      },
      ::testing::ExitedWithCode(0),
      ::testing::AllOf(::testing::HasSubstr("[redacted]"), ::testing::Not(::testing::HasSubstr("hunter2"))));
  fs::remove(file);
}

}  // namespace
}  // namespace spansmith
