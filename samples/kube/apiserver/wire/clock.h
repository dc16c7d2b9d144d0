// Copyright The Spansmith Authors
// SPDX-License-Identifier: Apache-2.0
//
// Times as the API writes them: RFC 3339, UTC, whole seconds.
#ifndef SAMPLES_KUBE_APISERVER_WIRE_CLOCK_H_
#define SAMPLES_KUBE_APISERVER_WIRE_CLOCK_H_

#include <ctime>
#include <string>

namespace kube::apiserver {

inline std::string TimeText(std::time_t when) {
  std::tm parts{};
  gmtime_r(&when, &parts);
  char text[32];
  return {text, std::strftime(text, sizeof text, "%Y-%m-%dT%H:%M:%SZ", &parts)};
}
inline std::string NowText(long later = 0) { return TimeText(std::time(nullptr) + later); }  // seconds

}  // namespace kube::apiserver

#endif  // SAMPLES_KUBE_APISERVER_WIRE_CLOCK_H_
