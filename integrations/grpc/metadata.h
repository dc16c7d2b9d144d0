// Copyright The Spansmith Authors
// SPDX-License-Identifier: Apache-2.0
//
// The trace context in a call's metadata.
#ifndef SPANSMITH_INTEGRATIONS_GRPC_METADATA_H_
#define SPANSMITH_INTEGRATIONS_GRPC_METADATA_H_

#include <grpcpp/support/string_ref.h>
#include <spansmith/propagation.h>

#include <map>
#include <string>

namespace spansmith::rpc {

// In place of what is there: the caller of this call is the parent, not whoever called the caller.
void Inject(const Context& context, std::multimap<std::string, std::string>& metadata);
// span_id 0: there is none, or it is malformed, or there are two.
Context Extract(const std::multimap<::grpc::string_ref, ::grpc::string_ref>& metadata);

}  // namespace spansmith::rpc

#endif  // SPANSMITH_INTEGRATIONS_GRPC_METADATA_H_
