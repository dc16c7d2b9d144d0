// Copyright The Spansmith Authors
// SPDX-License-Identifier: Apache-2.0
//
// An answer of a receiver, over HTTP and over gRPC, to what it means: a line with the status, headers, an empty line, a
// body of bytes. What it asks for is bounded, and what it says is safe to print.
#include <cstdint>
#include <cstdlib>
#include <string_view>

#include "drain/utf8.h"
#include "export/otlp/classify.h"

namespace {

using namespace spansmith;

constexpr std::size_t kSpans = 10;
constexpr char kSecret[] = "hunter2";

std::string_view NextLine(std::string_view* rest) {
  const std::size_t end = rest->find('\n');
  const std::string_view line = rest->substr(0, end);
  rest->remove_prefix(end == std::string_view::npos ? rest->size() : end + 1);
  return line;
}

transport::HttpResponse Read(std::string_view text) {
  transport::HttpResponse response;
  for (const char digit : NextLine(&text)) response.status = (response.status * 10 + (digit & 15)) % 1000;
  while (!text.empty()) {
    const std::string_view line = NextLine(&text);
    if (line.empty()) break;
    const std::size_t colon = line.find(": ");
    if (colon != std::string_view::npos) response.headers.emplace_back(line.substr(0, colon), line.substr(colon + 2));
  }
  response.body = text;
  return response;
}

void Check(bool holds) {
  if (!holds) std::abort();
}

void CheckOutcome(const exporter::Outcome& outcome) {
  Check(outcome.rejected <= kSpans);
  Check(outcome.delivered() || outcome.rejected == 0);
  Check(outcome.result == exporter::Outcome::Result::kRetry || !outcome.retry_after);
  if (outcome.retry_after) {
    Check(*outcome.retry_after >= std::chrono::milliseconds(0) && *outcome.retry_after <= std::chrono::hours(1));
  }
  Check(outcome.reason.find(kSecret) == std::string::npos);
  Check(outcome.reason.size() <= 1'000);
  Check(drain::ValidUtf8(outcome.reason) == outcome.reason);
  for (const char c : outcome.reason) Check(static_cast<unsigned char>(c) >= 0x20 && c != 0x7f);
}

}  // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  static const exporter::Secrets secrets({{"authorization", std::string("Bearer ") + kSecret}}, "");
  const transport::HttpResponse response = Read({reinterpret_cast<const char*>(data), size});
  CheckOutcome(Classify(response, kSpans, secrets, std::chrono::system_clock::from_time_t(784111777)));
  CheckOutcome(Classify(transport::ToGrpc(response, false), kSpans, secrets));
  return 0;
}
