// Copyright The Spansmith Authors
// SPDX-License-Identifier: Apache-2.0
//
// Any bytes as what an API server answers: the line of a watch, an object, a page of a list, a refusal. What must hold:
// an event, an object or one of the library's own errors; nothing else leaves.
#include <cstddef>
#include <cstdint>
#include <functional>
#include <string>
#include <string_view>

#include "samples/kube/api/core.h"
#include "samples/kube/api/fields.h"
#include "samples/kube/api/time_text.h"
#include "samples/kube/api/workloads.h"
#include "samples/kube/client/answer.h"
#include "samples/kube/client/watch_lines.h"
#include "samples/kube/errors/errors.h"

namespace {

void Expected(const std::function<void()>& act) {
  try {
    act();
  } catch (const kube::Error&) {
  }
}

template <typename T>
void Decode(const kube::Json& json) {
  Expected([&] {
    T object;
    kube::FieldReader reader(json);
    object.Fields(reader);
  });
}

}  // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  const std::string text(reinterpret_cast<const char*>(data), size);
  Expected([&] {
    const std::function<void(kube::WatchEvent)> take = [](const kube::WatchEvent& event) {
      Decode<kube::StatefulSet>(event.object);
    };
    kube::WatchLines lines("GET fuzz", 1 << 16, take);
    for (std::size_t at = 0; at < text.size(); at += 7) lines.Take(std::string_view(text).substr(at, 7));
    lines.End();
  });
  Expected([&] {
    kube::Json json = kube::ReadAnswer("GET fuzz", text);
    Decode<kube::StatefulSet>(json);
    Decode<kube::Service>(json);
    Expected([&] { kube::ThrowStatus("GET fuzz", json); });
    kube::ListResult result;
    kube::ReadPage("GET fuzz", kube::StatefulSet::kResource, json, result);
  });
  Expected([&] {
    kube::HttpResponse response;
    response.status = 404;
    response.body = text;
    response.headers.emplace("retry-after", text.substr(0, 12));
    kube::IsAbsence(response);
    kube::ThrowRefusal("GET fuzz", response);
  });
  return 0;
}
