// Copyright The Spansmith Authors
// SPDX-License-Identifier: Apache-2.0
//
// Accept and Content-Type headers as the real server reads them.
#ifndef SAMPLES_KUBE_APISERVER_REST_NEGOTIATE_H_
#define SAMPLES_KUBE_APISERVER_REST_NEGOTIATE_H_

#include <map>
#include <optional>
#include <string>

#include "samples/kube/apiserver/wire/status_error.h"

namespace kube::apiserver {

struct MediaChoice {
  bool yaml = false;               // JSON otherwise
  std::string as, group, version;  // the form that is asked for; all empty: the object itself
  bool Converts() const { return !as.empty() || !group.empty() || !version.empty(); }
};

// The first clause that is served, by quality. `forms`: Table and PartialObjectMetadata may be asked for (not in errors
// and discovery). nullopt: none. An empty header: JSON.
std::optional<MediaChoice> Negotiate(const std::string& accept, bool forms);

// go-restful's own look at the header of a built-in route: types without their parameters, no wildcard but */*.
// `types`: what the route produces.
bool MatchesRoute(const std::string& accept, std::initializer_list<std::string_view> types);

StatusError NotAcceptable(const std::string& message);
StatusError OnlyTheseTypes();                              // the 406 of a handler
StatusError OnlyTheseStreams();                            // that of a watch
StatusError RouteNotAcceptable(const std::string& types);  // go-restful's

// The media type of a body, in small letters and without parameters; nullopt: it is none.
std::optional<std::string> MediaTypeOf(const std::string& content_type);

}  // namespace kube::apiserver

#endif  // SAMPLES_KUBE_APISERVER_REST_NEGOTIATE_H_
