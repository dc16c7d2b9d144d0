# kube_target_sources(<target>): the Kubernetes client library as sources of a program, so that each program compiles
# them with its own instrumentation. C++20.
include_guard(DIRECTORY)

set(kube_folder "${CMAKE_CURRENT_LIST_DIR}")

function(kube_target_sources target)
  find_package(CURL REQUIRED)
  find_package(nlohmann_json REQUIRED)
  find_package(OpenSSL REQUIRED)
  find_package(spdlog REQUIRED)
  find_package(Threads REQUIRED)
  find_package(yaml-cpp REQUIRED)
  set(sources
    api/condition.cc
    api/fields.cc
    api/object.cc
    api/owner.cc
    api/resource_type.cc
    api/time_text.cc
    client/answer.cc
    client/apply.cc
    client/covers.cc
    client/credentials.cc
    client/query.cc
    client/rest_client.cc
    client/server_url.cc
    client/watch.cc
    client/watch_lines.cc
    config/base64.cc
    config/in_cluster.cc
    config/kubeconfig.cc
    controller/controller.cc
    controller/result.cc
    errors/errors.cc
    http/transport.cc
    informer/informer.cc
    informer/reflector.cc
    leader/leader_elector.cc
    pool/thread_pool.cc
    queue/clock.cc
    queue/trigger.cc
    queue/work_queue.cc
    tally/write_tally.cc)
  list(TRANSFORM sources PREPEND "${kube_folder}/")
  target_sources(${target} PRIVATE ${sources})
  target_compile_features(${target} PRIVATE cxx_std_20)
  # Includes are spelled from the root of the repository, so that scripts/check sees which room they mean.
  get_filename_component(root "${kube_folder}/../.." ABSOLUTE)
  target_include_directories(${target} PUBLIC "${root}")
  target_link_libraries(${target} PUBLIC
    Spansmith::annotations nlohmann_json::nlohmann_json CURL::libcurl OpenSSL::Crypto spdlog::spdlog yaml-cpp
    Threads::Threads)
endfunction()
