// Copyright The Spansmith Authors
// SPDX-License-Identifier: Apache-2.0
//
// Returned errors and thrown ones, from the guard through the ring to the span: what they say, and which span they come
// from.
#include <gmock/gmock.h>
#include <gtest/gtest.h>
#include <spansmith/context.h>
#include <spansmith/exceptions.h>
#include <spansmith/injected_errors.h>
#include <spansmith/span_data.h>

#include <exception>
#include <stdexcept>
#include <string>
#include <system_error>
#include <thread>
#include <vector>

#include "drain/expand.h"
#include "errors/in_flight.h"
#include "record/drained.h"
#include "record/ring_registry.h"
#include "record/thread_state.h"

namespace spansmith::record {
namespace {

using injected::Guard;
using injected::Site;
using injected::sm_LookAt;
using injected::sm_Passing;

enum class Code { kOk, kNotFound = 5, kInternal = 13 };

struct Status {
  Code it = Code::kOk;
  std::string text;
  bool ok() const { return it == Code::kOk; }
  Code code() const { return it; }
  const std::string& message() const { return text; }
};
struct Holder {
  std::error_code held;
  bool has_value() const { return !held; }
  std::error_code error() const { return held; }
};
struct Thrower {
  bool ok() const { throw std::logic_error("no answer"); }
  int code() const { return 0; }
};

std::vector<SpanData> Drain() {
  std::vector<SpanData> spans;
  Rings().ForEach([&](Ring& ring) {
    ring.Consume(1'000'000, [&](const RecordHeader& header) { spans.push_back(drain::Expand(SpanView(header))); });
  });
  return spans;
}

std::string Text(const SpanData& span, const char* key) {
  const AttributeValue* value = FindAttribute(span.attributes, key);
  return value == nullptr ? "(none)" : std::get<std::string>(*value);
}

class FailureTest : public ::testing::Test {
 protected:
  void SetUp() override {
    outer_.state = inner_.state = Site::kOn;
    errors::EnableThrowHook(true);
    TakeAll();
  }
  void TearDown() override {
    errors::EnableThrowHook(false);
    EXPECT_EQ(thread_state.scratch_used, 0u);
  }
  // The span of a function that returns the value.
  template <typename T>
  SpanData Returned(const T& value, unsigned answers = injected::kUsualAnswers) {
    {
      Guard guard(&outer_);
      sm_LookAt(guard, value, answers);
    }
    return Drain().at(0);
  }
  Site outer_ = Site("outer").ErrorText("failed to get");
  Site inner_{"inner"};
};

TEST_F(FailureTest, AReturnedErrorHasATypeAndSaysWhatItMeans) {
  const SpanData good = Returned(Status());
  EXPECT_EQ(good.status.code, StatusCode::kUnset);
  EXPECT_TRUE(FindAttribute(good.attributes, "error.type") == nullptr);
  const SpanData bad = Returned(Status{Code::kInternal, "broken"});
  EXPECT_EQ(bad.status.code, StatusCode::kError);
  EXPECT_EQ(bad.status.description, "failed to get: broken");
  EXPECT_EQ(Text(bad, "error.type"), "INTERNAL");
  EXPECT_TRUE(bad.events.empty());
  EXPECT_EQ(Text(Returned(Status{static_cast<Code>(77), ""}), "error.type"),
            "spansmith::record::{anonymous}::Code(77)");
}

TEST_F(FailureTest, AnAnswerIsNoErrorWhereItIsOne) {
  const Status missing{Code::kNotFound, "nothing"};
  const SpanData answer = Returned(missing);
  EXPECT_EQ(answer.status.code, StatusCode::kUnset);
  EXPECT_EQ(Text(answer, "spansmith.answer"), "not_found");
  const SpanData error = Returned(missing, 0);
  EXPECT_EQ(error.status.code, StatusCode::kError);
  EXPECT_EQ(Text(error, "spansmith.error.kind"), "not_found");
  EXPECT_EQ(Text(error, "error.type"), "NOT_FOUND");
}

TEST_F(FailureTest, ErrorCodesAndWhatHoldsThem) {
  const std::error_code refused = std::make_error_code(std::errc::connection_refused);
  EXPECT_EQ(Text(Returned(refused), "error.type"), "generic:111");
  EXPECT_EQ(Returned(Holder{refused}).status.description, "failed to get: Connection refused");
  EXPECT_EQ(Returned(Holder{}).status.code, StatusCode::kUnset);
  EXPECT_EQ(Text(Returned(std::make_error_code(std::errc::no_such_file_or_directory)), "spansmith.answer"),
            "not_found");
}

TEST_F(FailureTest, AValueThatThrowsIsAFailedAttribute) {
  const SpanData span = Returned(Thrower());
  EXPECT_EQ(span.status.code, StatusCode::kUnset);
  EXPECT_TRUE(FindAttribute(span.attributes, "spansmith.attribute_error") != nullptr);
}

TEST_F(FailureTest, WhatPassesStaysWhatItIs) {
  Guard guard(&outer_);
  const Status bad{Code::kInternal, "x"};
  static_assert(std::is_same_v<decltype(sm_Passing(guard, bad)), const Status&>);
  static_assert(std::is_same_v<decltype(sm_Passing(guard, Status())), Status&&>);
  EXPECT_EQ(&sm_Passing(guard, bad), &bad);
}

TEST_F(FailureTest, AnErrorThatIsHandedOnComesFromTheChild) {
  {
    Guard outer(&outer_);
    {
      Guard inner(&inner_);
      sm_LookAt(inner, Status{Code::kInternal, "broken"});
    }
    sm_LookAt(outer, Status{Code::kInternal, "inner is broken"});
  }
  const std::vector<SpanData> spans = Drain();
  EXPECT_EQ(Text(spans.at(0), "error.origin"), "(none)");
  EXPECT_EQ(Text(spans.at(1), "error.origin"), "inner");
  EXPECT_EQ(Text(spans.at(1), "error.origin.span_id"), spans.at(0).span_id.Hex());
}

TEST_F(FailureTest, AnErrorOfItsOwnIsItsOwn) {
  for (const Status& own : {Status{Code::kInternal, "another"}, Status{Code::kNotFound, "broken"}}) {
    {
      Guard outer(&outer_);
      {
        Guard inner(&inner_);
        sm_LookAt(inner, Status{Code::kInternal, "broken"});
      }
      sm_LookAt(outer, own, 0);
    }
    EXPECT_EQ(Text(Drain().at(1), "error.origin"), "(none)");
  }
}

TEST_F(FailureTest, AThrownErrorComesFromTheSpanThatItLeftFirstOnAnyThread) {
  std::exception_ptr error;
  {
    const Guard outer(&outer_);
    const Context context = CurrentContext();
    std::thread([&] {
      const ScopedContext scope(context);
      try {
        const Guard inner(&inner_);
        throw std::runtime_error("broken");
      } catch (...) {
        error = std::current_exception();
      }
    }).join();
    try {
      const Guard again(&outer_);
      std::rethrow_exception(error);
    } catch (const std::exception&) {
    }
  }
  std::vector<SpanData> failed;
  for (SpanData& span : Drain()) {
    if (span.status.code == StatusCode::kError) failed.push_back(std::move(span));
  }
  ASSERT_EQ(failed.size(), 2u);
  const SpanData& first = failed[failed[0].name == "inner" ? 0 : 1];
  const SpanData& second = failed[failed[0].name == "inner" ? 1 : 0];
  EXPECT_EQ(Text(second, "error.origin"), "inner");
  EXPECT_EQ(Text(second, "error.origin.span_id"), first.span_id.Hex());
  EXPECT_EQ(Text(first, "error.origin"), "(none)");
}

TEST_F(FailureTest, WhatAnExceptionWasMadeOfIsSaid) {
  try {
    const Guard guard(&outer_);
    try {
      throw std::runtime_error("refused");
    } catch (...) {
      std::throw_with_nested(std::logic_error("no session"));
    }
  } catch (const std::exception&) {
  }
  const SpanData span = Drain().at(0);
  EXPECT_EQ(span.status.description, "failed to get: no session: refused");
  EXPECT_EQ(Text(span, "error.type"), "std::logic_error");
  ASSERT_EQ(span.events.size(), 1u);
  const auto of_event = [&](const char* key) {
    return std::get<std::string>(*FindAttribute(span.events[0].attributes, key));
  };
  EXPECT_EQ(of_event("exception.type"), "std::logic_error");
  EXPECT_EQ(of_event("exception.message"), "no session");
  EXPECT_EQ(of_event("exception.cause.type"), "std::runtime_error");
  EXPECT_EQ(of_event("exception.cause.message"), "refused");
  EXPECT_TRUE(FindAttribute(span.events[0].attributes, "exception.stacktrace") == nullptr);
}

TEST_F(FailureTest, TheStackOfTheThrowIsThereOnRequest) {
  errors::EnableStackTraces(true);
  try {
    const Guard outer(&outer_);
    const Guard inner(&inner_);
    throw std::runtime_error("here");
  } catch (const std::exception&) {
  }
  errors::EnableStackTraces(false);
  const std::vector<SpanData> spans = Drain();
  const AttributeValue* stack = FindAttribute(spans.at(0).events.at(0).attributes, "exception.stacktrace");
  ASSERT_NE(stack, nullptr);
  EXPECT_THAT(std::get<std::string>(*stack), ::testing::HasSubstr("record_test+0x"));
  EXPECT_TRUE(FindAttribute(spans.at(1).events.at(0).attributes, "exception.stacktrace") == nullptr);
}

struct ApiError : std::runtime_error {
  explicit ApiError(int status) : std::runtime_error("said"), code(status) {}
  int code;
};
struct Conflict : ApiError {
  Conflict() : ApiError(409) {}
};

}  // namespace
}  // namespace spansmith::record

template <>
struct spansmith::ErrorTraits<spansmith::record::ApiError> {
  static bool IsError(const spansmith::record::ApiError& e) { return e.code >= 300; }
  static std::string Type(const spansmith::record::ApiError& e) { return std::to_string(e.code); }
  static spansmith::ErrorKind Kind(const spansmith::record::ApiError& e) {
    return e.code == 404   ? spansmith::ErrorKind::kNotFound
           : e.code == 409 ? spansmith::ErrorKind::kConflict
                           : spansmith::ErrorKind::kOther;
  }
};

namespace spansmith::record {
namespace {

TEST_F(FailureTest, AnExceptionOfOnesOwnSaysWhatItsTraitsSay) {
  ASSERT_TRUE(KnowException<ApiError>());
  const auto thrown = [&](const auto& error) {
    try {
      const Guard guard(&outer_);
      throw error;
    } catch (const std::exception&) {
    }
    return Drain().at(0);
  };
  const SpanData conflict = thrown(Conflict());
  EXPECT_EQ(conflict.status.description, "failed to get: said");
  EXPECT_EQ(Text(conflict, "error.type"), "409");
  EXPECT_EQ(Text(conflict, "spansmith.error.kind"), "conflict");
  EXPECT_THAT(std::get<std::string>(*FindAttribute(conflict.events.at(0).attributes, "exception.type")),
              ::testing::HasSubstr("Conflict"));
  const SpanData missing = thrown(ApiError(404));
  EXPECT_EQ(missing.status.code, StatusCode::kUnset);
  EXPECT_EQ(Text(missing, "spansmith.answer"), "not_found");
  EXPECT_TRUE(missing.events.empty());
  EXPECT_EQ(thrown(ApiError(204)).status.code, StatusCode::kUnset);
  EXPECT_EQ(Text(thrown(std::runtime_error("x")), "error.type"), "std::runtime_error");
}

}  // namespace
}  // namespace spansmith::record
