// Copyright The Spansmith Authors
// SPDX-License-Identifier: Apache-2.0
//
// Every variable against every kind of nonsense: one short line that names it, and everything else as if it were not
// set.
#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <map>
#include <ostream>
#include <set>

#include "config/config.h"
#include "config/describe.h"

namespace spansmith::config {
namespace {

using ::testing::Contains;
using ::testing::ElementsAre;
using ::testing::HasSubstr;
using ::testing::IsEmpty;
using ::testing::Not;
using ::testing::SizeIs;
using ::testing::StartsWith;

using Map = std::map<std::string, std::string>;

Config Read(Map variables) {
  // Everything that a configuration can show is in force.
  variables.emplace("OTEL_TRACES_EXPORTER", "otlp,console,file");
  variables.emplace("OTEL_EXPORTER_OTLP_ENDPOINT", "http://localhost:4318");
  return Load(
      [&](const char* name) {
        const auto found = variables.find(name);
        return found == variables.end() ? "" : found->second;
      },
      {nullptr, nullptr, nullptr, nullptr}, "prog");
}

// Without what is another in every process.
std::string Shown(const Config& config) {
  std::string text = Describe(config);
  const std::size_t at = text.find("resource service.instance.id");
  return at == std::string::npos ? text : text.erase(at, text.find('\n', at) - at);
}

const std::string kMegabyte(1 << 20, '7');

struct Variable {
  const char* name;
  std::vector<std::string> bad;  // beside what is bad everywhere
  Map beside = {};               // without which it is not read
};

const std::vector<std::string> kNotANumber = {
    "text", "12a", "a12",     "1 2", "0x10", "1.5", "1e3", "nan", "inf", "--1", "+1", ",", "9999999999999999999999",
    "1\n2", "1;2", "\x1b[31m"};
const std::vector<std::string> kNotAWord = {"text", "true1", "1", "yes", "on\noff", ",", "\x01\x02"};
const std::vector<std::string> kNotARatio = {"text",  "-0.1", "1.0001", "nan", "NAN", "inf",      "-inf",
                                             "1e999", "0.5x", "x0.5",   "0,5", "50%", "0.1\n0.2", "1e"};

std::vector<std::string> NotANumber(std::vector<std::string> more) {
  more.insert(more.end(), kNotANumber.begin(), kNotANumber.end());
  return more;
}

const Variable kVariables[] = {
    {"OTEL_SDK_DISABLED", {"1", "yes", "TRUE!", "true\nfalse", "on"}},
    {"OTEL_TRACES_SAMPLER", kNotAWord},
    {"OTEL_TRACE_SAMPLER", kNotAWord},
    {"OTEL_TRACES_SAMPLER_ARG", kNotARatio, {{"OTEL_TRACES_SAMPLER", "traceidratio"}}},
    {"OTEL_TRACES_SAMPLER_ARG", {"0.5"}},
    {"OTEL_TRACE_SAMPLING_RATE", kNotARatio, {{"OTEL_TRACES_SAMPLER", "parentbased_traceidratio"}}},
    {"OTEL_PROPAGATORS", {"jaeger", "xray", "text", "a\nb"}},
    {"SPANSMITH_PROPAGATE_TO", {"http://a.example", "a.example:80", "a b", "a/b", "user@a"}},
    {"SPANSMITH_NO_PROPAGATE_TO", {"http://a.example", "a.example:80", "a b", "a/b", "user@a"}},
    {"OTEL_LOG_LEVEL", {"text", "5", "error!", "inf\no"}},
    {"OTEL_BSP_SCHEDULE_DELAY", NotANumber({"-1", "86400001"})},
    {"OTEL_BSP_EXPORT_TIMEOUT", NotANumber({"-1", "86400001"})},
    {"OTEL_BSP_MAX_QUEUE_SIZE", NotANumber({"-1", "0", "1000001"})},
    {"OTEL_BSP_MAX_EXPORT_BATCH_SIZE", NotANumber({"-1", "0", "2049"})},
    {"OTEL_EXPORTER_OTLP_ENDPOINT", {"ftp://h", "http://", "http:///path", "http://a b", "://", "http://a\nb"}},
    {"OTEL_EXPORTER_OTLP_TRACES_ENDPOINT", {"ftp://h", "http://", "http:///path", "http://a b"}},
    {"OTEL_EXPORTER_OTLP_PROTOCOL", {"http/json", "text", "grpc\n", "grpc\nx"}},
    {"OTEL_EXPORTER_OTLP_TRACES_PROTOCOL", {"http/json", "text", "HTTP"}},
    {"OTEL_EXPORTER_OTLP_HEADERS", {"text", "=v", "a=%zz", "a=%0d%0aEvil: hunter2", "a b=1", "a:=1"}},
    {"OTEL_EXPORTER_OTLP_TRACES_HEADERS", {"text", "=v", "a=%zz", "a=%00"}},
    {"OTEL_EXPORTER_OTLP_TIMEOUT", NotANumber({"-1", "86400001"})},
    {"OTEL_EXPORTER_OTLP_TRACES_TIMEOUT", NotANumber({"-1", "86400001"})},
    {"OTEL_EXPORTER_OTLP_COMPRESSION", {"zstd", "1", "gzip;", "gzip,none"}},
    {"OTEL_EXPORTER_OTLP_TRACES_COMPRESSION", {"zstd", "deflate"}},
    {"OTEL_EXPORTER_OTLP_INSECURE", {"1", "yes", "text"}},
    {"OTEL_EXPORTER_OTLP_TRACES_INSECURE", {"1", "yes", "text"}},
    {"OTEL_EXPORTER_OTLP_CLIENT_KEY", {"/key.pem"}},
    {"OTEL_RESOURCE_ATTRIBUTES", {"text", "=v", "a=%z", "a=%"}},
    {"OTEL_SPAN_ATTRIBUTE_COUNT_LIMIT", NotANumber({"-1", "1000000001"})},
    {"OTEL_ATTRIBUTE_COUNT_LIMIT", NotANumber({"-1", "1000000001"})},
    {"OTEL_EVENT_ATTRIBUTE_COUNT_LIMIT", NotANumber({"-1", "1000000001"})},
    {"OTEL_LINK_ATTRIBUTE_COUNT_LIMIT", NotANumber({"-1", "1000000001"})},
    {"OTEL_SPAN_ATTRIBUTE_VALUE_LENGTH_LIMIT", NotANumber({"-1", "1000000001"})},
    {"OTEL_ATTRIBUTE_VALUE_LENGTH_LIMIT", NotANumber({"-1", "1000000001"})},
    {"OTEL_SPAN_EVENT_COUNT_LIMIT", NotANumber({"-1", "1000000001"})},
    {"OTEL_SPAN_LINK_COUNT_LIMIT", NotANumber({"-1", "1000000001"})},
    {"SPANSMITH_BUFFER_SIZE", NotANumber({"-1", "0", "65537", "1M"})},
    {"SPANSMITH_CLOCK", kNotAWord},
    {"SPANSMITH_CONSOLE", kNotAWord},
    {"SPANSMITH_ERROR_TEXT_LIMIT", NotANumber({"-1", "4097"})},
    {"SPANSMITH_EXCEPTION_EVENTS", kNotAWord},
    {"SPANSMITH_EXCEPTION_STACKTRACE", kNotAWord},
    {"SPANSMITH_FILTER", {"text", "a=maybe", "=on", "a=on=", "a\n=x"}},
    {"SPANSMITH_PRINT_CONFIG", {"yes", "2", "text"}},
    {"SPANSMITH_PRINT_STATS", {"yes", "2", "text"}},
    {"SPANSMITH_QUEUE_DROP", kNotAWord},
    {"SPANSMITH_QUEUE_SIZE", NotANumber({"-1", "0", "65537"})},
    {"SPANSMITH_RETRY_DELAY", NotANumber({"-1", "0", "60001"})},
    {"SPANSMITH_RETRY_TIME", NotANumber({"-1", "86400001"})},
    {"SPANSMITH_SHUTDOWN_TIMEOUT", NotANumber({"-1", "86400001"})},
    {"SPANSMITH_SIGNALS", kNotAWord},
    {"SPANSMITH_SPILL_SIZE", NotANumber({"-1", "0", "65537"})},
    {"SPANSMITH_TAIL_KEEP",
     {"text", "slow=", "slow=0", "slow=-1", "slow=x", "=v"},
     {{"SPANSMITH_TAIL_RATIO", "1"}, {"SPANSMITH_TAIL_KEEP", "none"}}},
    {"SPANSMITH_TAIL_KEEP", {"error"}},
    {"SPANSMITH_TAIL_MAX_BYTES", NotANumber({"-1", "65535"}), {{"SPANSMITH_TAIL_RATIO", "1"}}},
    {"SPANSMITH_TAIL_RATIO", kNotARatio, {{"SPANSMITH_TAIL_RATIO", "1"}}},
    {"SPANSMITH_TAIL_WAIT", NotANumber({"-1", "86400001"}), {{"SPANSMITH_TAIL_RATIO", "1"}}},
    {"SPANSMITH_THROW_HOOK", kNotAWord},
    {"SPANSMITH_TRACES_FILE_SIZE", NotANumber({"-1", "1048577"})},
    {"SPANSMITH_TRACES_FILES", NotANumber({"-1", "0", "1001"})},
};

void PrintTo(const Variable& variable, std::ostream* out) { *out << variable.name; }

class BadValues : public ::testing::TestWithParam<Variable> {
 protected:
  // With `value` in the place of the variable.
  static Config With(const std::string& value) {
    Map variables = GetParam().beside;
    variables[GetParam().name] = value;
    return Read(std::move(variables));
  }
};

void ExpectALine(const std::string& line) {
  EXPECT_LT(line.size(), 500u) << line;
  for (const char c : line) EXPECT_GE(static_cast<unsigned char>(c), 0x20) << line;
  EXPECT_THAT(line, Not(HasSubstr("hunter2")));
}

TEST_P(BadValues, OneLineAndWhatIsUsedInstead) {
  const std::string usual = Shown(Read(GetParam().beside));
  for (const std::string& bad : GetParam().bad) {
    SCOPED_TRACE(std::string(GetParam().name) + "=" + bad);
    const Config config = With(bad);
    if (bad == "grpc\n") {  // what Trim takes away is not bad
      EXPECT_THAT(config.notices, IsEmpty());
      continue;
    }
    ASSERT_THAT(config.notices, SizeIs(1));
    EXPECT_THAT(config.notices[0], StartsWith(GetParam().name));
    ExpectALine(config.notices[0]);
    // The list without the bad entry; the specification's default is not what a person who lists nothing else means.
    if (GetParam().name == std::string("OTEL_PROPAGATORS") || GetParam().name == std::string("SPANSMITH_PROPAGATE_TO"))
      continue;
    EXPECT_EQ(Shown(config), usual);
  }
}

TEST_P(BadValues, NothingAndBlanksAreNotSet) {
  Map without = GetParam().beside;
  without.erase(GetParam().name);
  const Config unset = Read(without);
  for (const char* nothing : {"", " ", "\t \n", "   \r\n  "}) {
    const Config config = With(nothing);
    EXPECT_EQ(config.notices, unset.notices);
    EXPECT_EQ(Shown(config), Shown(unset));
  }
}

TEST_P(BadValues, AMegabyteIsALine) {
  for (const std::string& huge : {kMegabyte, "a=" + kMegabyte, "http://" + kMegabyte}) {
    const Config config = With(huge);
    ASSERT_THAT(config.notices, Contains(HasSubstr("expected at most 65536 bytes")));
    for (const std::string& line : config.notices) ExpectALine(line);
  }
}

TEST_P(BadValues, JustShortEnoughIsALineToo) {
  for (const std::string& long_one :
       {kMegabyte.substr(0, 65'536), "a=" + std::string(60'000, '\xe2'), std::string(60'000, '\x01')}) {
    for (const std::string& line : With(long_one).notices) ExpectALine(line);
  }
}

std::string NameOf(const ::testing::TestParamInfo<Variable>& parameter) {
  return std::to_string(parameter.index) + '_' + parameter.param.name;
}
INSTANTIATE_TEST_SUITE_P(All, BadValues, ::testing::ValuesIn(kVariables), NameOf);

TEST(BadValuesOfLists, TheGoodEntriesStay) {
  EXPECT_THAT(Read({{"OTEL_PROPAGATORS", "tracecontext,baggage,b3,b3multi"}}).notices, IsEmpty());
  EXPECT_THAT(Read({{"OTEL_PROPAGATORS", "tracecontext,xyz"}}).notices,
              ElementsAre("OTEL_PROPAGATORS='xyz': expected tracecontext, baggage, b3, b3multi or none, separated by "
                          "commas; using the others only"));
  EXPECT_EQ(Text(Read({{"OTEL_PROPAGATORS", " TraceContext ,xyz"}}).propagators), "tracecontext");
  EXPECT_EQ(Text(Read({{"OTEL_PROPAGATORS", "xyz"}}).propagators), "tracecontext,baggage");
  EXPECT_EQ(Text(Read({{"OTEL_PROPAGATORS", "none"}}).propagators), "none");
  EXPECT_EQ(Text(Read({{"OTEL_PROPAGATORS", "none,b3"}}).propagators), "none");
  EXPECT_EQ(Text(Read({{"OTEL_PROPAGATORS", "b3,b3,b3multi"}}).propagators), "b3,b3multi");
  EXPECT_TRUE(Read({{"OTEL_PROPAGATORS", "tracecontext,b3"}}).propagators.b3_last);
  EXPECT_FALSE(Read({{"OTEL_PROPAGATORS", "b3,tracecontext"}}).propagators.b3_last);
  EXPECT_EQ(Text(Read({{"OTEL_SDK_DISABLED", "true"}, {"OTEL_PROPAGATORS", "b3"}}).propagators), "b3");
  EXPECT_THAT(Read({{"SPANSMITH_PROPAGATE_TO", "a.example, http://b.example,c:80,[::1]"}}).notices, SizeIs(2));
  EXPECT_THAT(Read({}).notices, IsEmpty());
}

TEST(LogLevel, Names) {
  using notice::Level;
  EXPECT_EQ(Read({}).live.log_level, Level::kInfo);
  EXPECT_EQ(Read({{"OTEL_LOG_LEVEL", " ERROR "}}).live.log_level, Level::kError);
  EXPECT_EQ(Read({{"OTEL_LOG_LEVEL", "warning"}}).live.log_level, Level::kWarn);
  EXPECT_EQ(Read({{"OTEL_LOG_LEVEL", "none"}}).live.log_level, Level::kNone);
  EXPECT_EQ(Read({{"OTEL_LOG_LEVEL", "all"}}).live.log_level, Level::kDebug);
}

}  // namespace
}  // namespace spansmith::config
