// Copyright The Spansmith Authors
// SPDX-License-Identifier: Apache-2.0
//
// What a server's answer means. `request` is method and URL, for messages.
#ifndef SAMPLES_KUBE_CLIENT_ANSWER_H_
#define SAMPLES_KUBE_CLIENT_ANSWER_H_

#include <string>

#include "samples/kube/api/json.h"
#include "samples/kube/client/rest_client.h"
#include "samples/kube/errors/errors.h"
#include "samples/kube/http/transport.h"

namespace kube {

bool IsSuccess(const HttpResponse& response);
// A 404 that says that this object is not there; not one that says that there is no such path or kind.
bool IsAbsence(const HttpResponse& response);
// Throws the ApiError of an answer that is no success.
[[noreturn]] void ThrowRefusal(const std::string& request, const HttpResponse& response);
// Throws the ApiError of a Status object.
[[noreturn]] void ThrowStatus(const std::string& request, const Json& status);

// Throws ProtocolError if it is no JSON object.
Json ReadAnswer(const std::string& request, const std::string& body);
// Moves the items of one page of a list to `result`; returns the continue token, empty: it was the last one. Throws
// DecodeError.
std::string ReadPage(const std::string& request, const ResourceType& type, Json& answer, ListResult& result);

std::string AuditId(const HttpResponse& response);
// error.type of OpenTelemetry's HTTP conventions, of a request without an answer.
const char* ErrorType(const Error& error);

// Throws Error if the key cannot name an object: a part is missing (its path would mean all objects), or no segment of
// a path (client-go's IsValidPathSegmentName).
ObjectKey CheckedKey(const ResourceType& type, const ObjectKey& key);

// The beginning of a text, without line ends and control characters, for messages.
std::string Excerpt(const std::string& text);

}  // namespace kube

#endif  // SAMPLES_KUBE_CLIENT_ANSWER_H_
