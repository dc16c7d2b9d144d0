// Copyright The Spansmith Authors
// SPDX-License-Identifier: Apache-2.0
//
// The operator's program. There is no span code here and none in the other files: what is traced is annotated, or named
// in a rule file. The one line of Spansmith puts the ids of the open span into log lines, where its library is linked.
#include <pthread.h>
#include <signal.h>
#include <spdlog/sinks/stdout_color_sinks.h>
#include <spdlog/spdlog.h>
#include <unistd.h>

#include <cstdlib>
#include <iostream>
#include <memory>
#include <optional>

#include "samples/kube/config/cluster_config.h"
#include "samples/kube/leader/leader_elector.h"
#include "samples/multigres/demo.h"
#include "samples/multigres/embedded/embedded_cluster.h"
#include "samples/multigres/operator/operator.h"
#include "samples/multigres/options.h"

#if __has_include(<spansmith/spdlog.h>)
#include <spansmith/spdlog.h>
#define TRACED_LOGS 1
#endif

namespace {

enum ExitCode { kOk = 0, kFailed = 1, kWrongInput = 2 };

constexpr std::chrono::seconds kSyncPatience{60};
constexpr std::chrono::seconds kStopPatience{20};

// Before any other thread: only Wait gets them then.
sigset_t BlockSignals() {
  sigset_t signals;
  sigemptyset(&signals);
  sigaddset(&signals, SIGINT);
  sigaddset(&signals, SIGTERM);
  pthread_sigmask(SIG_BLOCK, &signals, nullptr);
  return signals;
}

std::string Identity() {
  const char* pod = std::getenv("POD_NAME");
  char host[256] = "unknown";
  gethostname(host, sizeof(host) - 1);
  return std::string(pod != nullptr && *pod != '\0' ? pod : host) + "_" + std::to_string(getpid());
}

// Ends when a signal comes, or when another operator has taken the lead.
int Serve(kube::Client& client, multigres::Operator& op, const multigres::Options& options, const sigset_t& signals) {
  std::optional<kube::LeaderElector> elector;
  if (options.leader_elect) {
    kube::LeaderOptions lead;
    lead.lease = {client.rest().config().ns, "multigres-operator"};
    lead.identity = Identity();
    elector.emplace(client, lead, [&op] { op.Start(); }, [] { kill(getpid(), SIGTERM); });
    elector->Start();
  } else {
    op.Start();
  }
  int signal = 0;
  sigwait(&signals, &signal);
  spdlog::info("signal {}: stopping", signal);
  const bool ended = op.Stop(kStopPatience);
  if (elector) elector->Stop();
  client.Stop();
  return ended ? kOk : kFailed;
}

int Demonstrate(kube::Client& client, multigres::Operator& op, multigres::EmbeddedCluster& cluster,
                const multigres::Options& options) {
  op.Start();
  if (!op.WaitForSync(kSyncPatience)) {
    spdlog::error("the embedded API server does not answer");
    return kFailed;
  }
  const std::filesystem::path manifests = std::filesystem::path(options.crds).parent_path();
  std::filesystem::path file = manifests / "cluster.yaml";
  if (!options.apply.empty()) file = options.apply.front();
  const bool good = multigres::RunDemo(cluster, file);
  const bool ended = op.Stop(kStopPatience);
  client.Stop();
  return good && ended ? kOk : kFailed;
}

int Run(const multigres::Options& options, const sigset_t& signals) {
  std::unique_ptr<multigres::EmbeddedCluster> embedded;
  kube::ClusterConfig config;
  if (options.embedded) {
    embedded = std::make_unique<multigres::EmbeddedCluster>(options.crds);
    config = embedded->config();
    if (!options.demo) {
      for (const std::string& file : options.apply) embedded->kubectl().ApplyFile(file);
      std::cout << "API server: " << embedded->url() << std::endl;
    }
  } else {
    config = kube::LoadClusterConfig(options.kubeconfig, options.context);
  }
  kube::ClientOptions client_options;
  client_options.field_manager = "multigres-operator";
  kube::Client client(config, client_options);
  multigres::OperatorOptions operator_options;
  operator_options.workers = options.workers;
  operator_options.reflector.ns = options.ns;
  multigres::Operator op(client, operator_options);
  return options.demo ? Demonstrate(client, op, *embedded, options) : Serve(client, op, options, signals);
}

}  // namespace

int main(int argc, char** argv) {
  const sigset_t signals = BlockSignals();
  spdlog::set_default_logger(spdlog::stderr_color_mt("multigres"));
#ifdef TRACED_LOGS
  spansmith::AddTraceIdsToSpdlog();
#endif
  try {
    const multigres::Options options = multigres::ParseOptions(argc, argv);
    if (options.help) {
      std::cout << multigres::kUsage;
      return kOk;
    }
    return Run(options, signals);
  } catch (const multigres::UsageError& error) {
    std::cerr << "multigres: " << error.what() << "\n" << multigres::kUsage;
  } catch (const multigres::ManifestError& error) {
    std::cerr << "multigres: " << error.what() << "\n";
  } catch (const kube::ConfigError& error) {
    std::cerr << "multigres: " << error.what() << "\n";
  } catch (const std::exception& error) {
    std::cerr << "multigres: " << error.what() << "\n";
    return kFailed;
  }
  return kWrongInput;
}
