// Copyright The Spansmith Authors
// SPDX-License-Identifier: Apache-2.0
//
// A few options: by hand, `--name value` and `--name=value`.
#include "samples/multigres/options.h"

#include <algorithm>
#include <charconv>

namespace multigres {

const char kUsage[] =
    "usage: multigres [options]\n"
    "  --kubeconfig FILE   the cluster; without it $KUBECONFIG, the pod's service account, ~/.kube/config\n"
    "  --context NAME      a context of that file other than its current one\n"
    "  --namespace NAME    look at this namespace only\n"
    "  --workers N         reconciles of each kind at once, 1 to 64 (2)\n"
    "  --leader-elect      work only while no other operator does\n"
    "  --embedded          no cluster: an API server in this process, with pods that become ready by themselves\n"
    "  --apply FILE.yaml   with --embedded: objects to begin with; may be given more than once\n"
    "  --crds DIR          with --embedded: the CRDs (samples/multigres/manifests/crds)\n"
    "  --demo              --embedded, a demonstration, and the end\n"
    "SIGINT and SIGTERM end it. Exit code: 0 ended as told, 1 failed, 2 wrong usage or input\n";

namespace {

constexpr int kMostWorkers = 64;

int ParseWorkers(const std::string& text) {
  int workers = 0;
  const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), workers);
  if (error != std::errc() || end != text.data() + text.size() || workers < 1 || workers > kMostWorkers) {
    throw UsageError("--workers '" + text + "': expected a number from 1 to " + std::to_string(kMostWorkers));
  }
  return workers;
}

void Check(const Options& options) {
  if (options.embedded && !options.kubeconfig.empty()) {
    throw UsageError("--embedded and --kubeconfig: expected one of them; it is either a cluster or none");
  }
  if (!options.embedded && !options.apply.empty()) {
    throw UsageError("--apply without --embedded: use kubectl for a real cluster");
  }
}

}  // namespace

Options ParseOptions(int argc, const char* const* argv) {
  Options options;
#ifdef MULTIGRES_CRDS
  options.crds = MULTIGRES_CRDS;
#endif
  for (int i = 1; i < argc; ++i) {
    std::string name = argv[i];
    if (name == "--help" || name == "-h") {
      options.help = true;
      return options;
    }
    if (name == "--leader-elect") {
      options.leader_elect = true;
      continue;
    }
    if (name == "--embedded" || name == "--demo") {
      options.embedded = true;
      options.demo = options.demo || name == "--demo";
      continue;
    }
    const std::size_t equals = name.find('=');
    std::string value;
    if (equals != std::string::npos) {
      value = name.substr(equals + 1);
      name.resize(equals);
    }
    static const char* const kWithValue[] = {"--kubeconfig", "--context", "--namespace",
                                             "--workers",    "--crds",    "--apply"};
    if (std::find(std::begin(kWithValue), std::end(kWithValue), name) == std::end(kWithValue)) {
      throw UsageError("unknown argument '" + std::string(argv[i]) + "': --help lists those that there are");
    }
    if (equals == std::string::npos) {
      if (i + 1 == argc) throw UsageError(name + " has no value: write it after it");
      value = argv[++i];
    }
    if (value.empty()) throw UsageError(name + " has an empty value: write one, or leave the option out");
    if (name == "--kubeconfig") options.kubeconfig = value;
    if (name == "--context") options.context = value;
    if (name == "--namespace") options.ns = value;
    if (name == "--workers") options.workers = ParseWorkers(value);
    if (name == "--crds") options.crds = value;
    if (name == "--apply") options.apply.push_back(value);
  }
  Check(options);
  return options;
}

}  // namespace multigres
