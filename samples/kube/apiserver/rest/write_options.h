// Copyright The Spansmith Authors
// SPDX-License-Identifier: Apache-2.0
//
// The query parameters of writes, checked; and who writes.
#ifndef SAMPLES_KUBE_APISERVER_REST_WRITE_OPTIONS_H_
#define SAMPLES_KUBE_APISERVER_REST_WRITE_OPTIONS_H_

#include <optional>
#include <string>
#include <vector>

#include "samples/kube/apiserver/rest/request.h"

namespace kube::apiserver {

struct WriteOptions {
  bool dry_run = false;
  bool strict = false, silent = false;  // fieldValidation Strict, Ignore; neither: Warn
  std::string manager;                  // fieldManager, or the first word of the user agent
  bool force = false;                   // of server-side apply
  std::vector<std::string> warnings;    // Warning headers to send, filled while writing
};

// `kind`: CreateOptions, UpdateOptions or PatchOptions. Throws 422.
WriteOptions ReadWriteOptions(const Query& query, const std::string& kind, bool apply, const std::string& user_agent);

struct DeleteOptions {
  bool dry_run = false;
  std::string uid = {}, resource_version = {};  // preconditions
  std::optional<long> grace = {};               // seconds
  std::string propagation = {};                 // Foreground, Background, Orphan or empty
};

// Query and body together. Throws 400, 415 and 422.
DeleteOptions ReadDeleteOptions(const Request& request);

}  // namespace kube::apiserver

#endif  // SAMPLES_KUBE_APISERVER_REST_WRITE_OPTIONS_H_
