// Copyright The Spansmith Authors
// SPDX-License-Identifier: Apache-2.0
//
// The API server alone.
//
//   kube_apiserver [--port N] [--directory DIR] [--token TOKEN=USER] [--powerless-token TOKEN=USER] [--no-controllers]
//                  [--days-ahead N]
//
// Prints its URL; ends on SIGINT or SIGTERM; SIGUSR1 compacts the history. --days-ahead moves
// its clock, for tests of what depends on the date.
#include <chrono>
#include <csignal>
#include <cstdio>
#include <cstdlib>
#include <exception>
#include <string>

#include "samples/kube/apiserver/api_server.h"
#include "samples/kube/apiserver/wire/clock.h"

namespace {

[[noreturn]] void Usage(const std::string& wrong) {
  std::fprintf(stderr,
               "kube_apiserver: %s\nusage: kube_apiserver [--port N] [--directory DIR] [--token TOKEN=USER] "
               "[--powerless-token TOKEN=USER] [--no-controllers] [--days-ahead N]\n",
               wrong.c_str());
  std::exit(2);
}

long Number(const std::string& name, const std::string& value, long most) {
  char* end = nullptr;
  const long number = std::strtol(value.c_str(), &end, 10);
  if (value.empty() || *end != '\0' || number < 0 || number > most) {
    Usage(name + " " + value + ": expected 0 to " + std::to_string(most));
  }
  return number;
}

kube::apiserver::ApiServerOptions ReadArguments(int argc, char** argv) {
  kube::apiserver::ApiServerOptions options;
  for (int i = 1; i < argc; ++i) {
    const std::string name = argv[i];
    if (name == "--no-controllers") {
      options.collect = false;
      continue;
    }
    if (i + 1 == argc) Usage("a value is missing after '" + name + "', or it is no option");
    const std::string value = argv[++i];
    if (name == "--port") {
      options.port = static_cast<int>(Number(name, value, 65535));
    } else if (name == "--days-ahead") {
      kube::apiserver::SetClockAhead(std::chrono::hours(24) * Number(name, value, 36500));
    } else if (name == "--directory") {
      options.directory = value;
    } else if (name == "--token" || name == "--powerless-token") {
      const auto equals = value.find('=');
      if (equals == std::string::npos) Usage(name + " " + value + ": expected TOKEN=USER");
      options.tokens[value.substr(0, equals)] = {value.substr(equals + 1), name == "--token"};
    } else {
      Usage("no option '" + name + "'");
    }
  }
  return options;
}

}  // namespace

int main(int argc, char** argv) {
  const kube::apiserver::ApiServerOptions options = ReadArguments(argc, argv);
  sigset_t signals;
  sigemptyset(&signals);
  for (const int signal : {SIGINT, SIGTERM, SIGUSR1}) sigaddset(&signals, signal);
  pthread_sigmask(SIG_BLOCK, &signals, nullptr);  // before any thread: only the wait below gets them
  try {
    kube::apiserver::ApiServer server(options);
    std::printf("%s\n", server.url().c_str());
    std::fflush(stdout);
    for (int signal = 0; sigwait(&signals, &signal) == 0 && signal == SIGUSR1;) server.Compact();
  } catch (const std::exception& error) {
    std::fprintf(stderr, "kube_apiserver: %s\n", error.what());
    return 1;
  }
  return 0;
}
