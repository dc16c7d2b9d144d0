// Copyright The Spansmith Authors
// SPDX-License-Identifier: Apache-2.0
//
// Arbitrary bytes as the answer to a POST, over a socket, as libcurl hands them to us: bounds hold, and every answer
// has a status or a reason.
#include "transport/http.h"

#include <cstdint>

#include "transport/fuzz/answering.h"

using namespace spansmith::transport;

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  static Answering answering([](RawConnection& peer) { return peer.ReadRequest(); });
  static HttpClient client(Connecting{{}, answering.path()});
  answering.AnswerWith(data, size);
  const HttpResponse response =
      client.Post("http://localhost/", {}, "body", {[] { return std::chrono::milliseconds(60'000); }, {}});
  Check(response.status == 0 || (response.status >= 200 && response.status <= 999));
  Check(response.status != 0 || response.trouble != Trouble::kNone);
  Check((response.trouble == Trouble::kNone) == response.error.empty());
  Check(response.body.size() <= 64 * 1024);
  std::size_t headers = 0;
  for (const auto& [name, value] : response.headers) {
    headers += name.size() + value.size();
    for (const char c : name + value) Check(c != '\r' && c != '\n');
  }
  Check(headers <= 64 * 1024);
  return 0;
}
