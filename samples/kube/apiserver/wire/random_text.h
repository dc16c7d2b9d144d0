// Copyright The Spansmith Authors
// SPDX-License-Identifier: Apache-2.0
//
// Random identity: uids (RFC 4122, version 4) and the tails of generated names.
#ifndef SAMPLES_KUBE_APISERVER_WIRE_RANDOM_TEXT_H_
#define SAMPLES_KUBE_APISERVER_WIRE_RANDOM_TEXT_H_

#include <string>

namespace kube::apiserver {

// Thread-safe.
std::string NewUid();
std::string NameTail();  // five letters and digits that spell no word
unsigned RandomBelow(unsigned end);

}  // namespace kube::apiserver

#endif  // SAMPLES_KUBE_APISERVER_WIRE_RANDOM_TEXT_H_
