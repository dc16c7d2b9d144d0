# multigres_target_sources(<target> [KUBE <library>]): the operator but its main, with the Kubernetes client library, as
# sources of a target, so that each program compiles them with its own instrumentation; with KUBE that library instead of
# the sources. C++20.
include_guard(DIRECTORY)
include("${CMAKE_CURRENT_LIST_DIR}/../kube/sources.cmake")

set(multigres_folder "${CMAKE_CURRENT_LIST_DIR}")

function(multigres_target_sources target)
  cmake_parse_arguments(arg "" "KUBE" "" ${ARGN})
  set(sources
    api/specs.cc
    api/spec_reader.cc
    build/cell.cc
    build/cluster.cc
    build/etcd.cc
    build/gateway.cc
    build/orch.cc
    build/parts.cc
    build/pooler.cc
    demo.cc
    embedded/embedded_cluster.cc
    embedded/kubectl.cc
    embedded/workload_simulator.cc
    operator/operator.cc
    options.cc
    reconcile/cell_reconciler.cc
    reconcile/cluster_reconciler.cc
    reconcile/etcd_reconciler.cc
    reconcile/gateway_reconciler.cc
    reconcile/key_locks.cc
    reconcile/orch_reconciler.cc
    reconcile/pooler_reconciler.cc
    reconcile/status.cc)
  list(TRANSFORM sources PREPEND "${multigres_folder}/")
  target_sources(${target} PRIVATE ${sources})
  if(arg_KUBE)
    target_link_libraries(${target} PUBLIC ${arg_KUBE})
  else()
    kube_target_sources(${target})
  endif()
  target_link_libraries(${target} PUBLIC kube_apiserver_room)
  # g++ 12 at -O1 takes a parameter of libstdc++'s own stop_source for uninitialised.
  set_source_files_properties("${multigres_folder}/operator/operator.cc" TARGET_DIRECTORY ${target}
    PROPERTIES COMPILE_OPTIONS $<$<CXX_COMPILER_ID:GNU>:-Wno-maybe-uninitialized>)
  # The one source that needs it: the others stay the same for every program, and a compiler cache knows them.
  set_source_files_properties("${multigres_folder}/options.cc" TARGET_DIRECTORY ${target}
    PROPERTIES COMPILE_DEFINITIONS "MULTIGRES_CRDS=\"${multigres_folder}/manifests/crds\"")
endfunction()
