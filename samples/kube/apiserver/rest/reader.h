// Copyright The Spansmith Authors
// SPDX-License-Identifier: Apache-2.0
//
// Get, list and watch.
#ifndef SAMPLES_KUBE_APISERVER_REST_READER_H_
#define SAMPLES_KUBE_APISERVER_REST_READER_H_

#include <functional>
#include <memory>

#include "samples/kube/apiserver/rest/rendering.h"
#include "samples/kube/apiserver/rest/request.h"
#include "samples/kube/apiserver/rest/writer.h"

namespace kube::apiserver {

// Up to three seconds; throws 504 when the store has not come to `revision` by then.
void WaitForRevision(const Store& store, std::uint64_t revision);

// Throws NotFound.
Json GetObject(const Store& store, const Target& target);

// Throws 410 of what is compacted, 504 of a revision that is not there yet.
Json ListObjects(const Store& store, const Resource& resource, const std::string& name_space,
                 const ListOptions& options, const Rendering& rendering);

// `dropped`: asked between events; true ends the stream at once (fault injection). The store must outlive the stream.
std::shared_ptr<LineSource> WatchObjects(const Store& store, ResourcePtr resource, const std::string& name_space,
                                         const ListOptions& options, const Rendering& rendering,
                                         std::function<bool()> dropped);

}  // namespace kube::apiserver

#endif  // SAMPLES_KUBE_APISERVER_REST_READER_H_
