// Copyright The Spansmith Authors
// SPDX-License-Identifier: Apache-2.0
//
// The sample's program: reads one Etcd, puts it into an in-process store, reconciles once. There is no span code here
// and none in the other files: what is traced is annotated.
#include <iostream>

#include "manifest.h"
#include "options.h"
#include "store.h"
#include "work_loop.h"

namespace {

enum ExitCode { kOk = 0, kReconcileFailed = 1, kWrongInput = 2 };

int Run(const quickstart::Options& options) {
  const quickstart::Etcd etcd = quickstart::ReadManifest(options.manifest);
  quickstart::Store store;
  store.Apply(etcd);
  store.RefuseApply(options.fail_apply);

  quickstart::Client client(store);
  quickstart::EtcdReconciler reconciler(client);
  const quickstart::Request request = options.reconcile.value_or(etcd.meta.Key());
  return quickstart::RunWorkLoop({request}, reconciler) == 0 ? kOk : kReconcileFailed;
}

}  // namespace

int main(int argc, char** argv) {
  try {
    const quickstart::Options options = quickstart::ParseOptions(argc, argv);
    if (options.help) {
      std::cout << quickstart::kUsage;
      return kOk;
    }
    return Run(options);
  } catch (const quickstart::UsageError& error) {
    std::cerr << "quickstart: " << error.what() << "\n" << quickstart::kUsage;
  } catch (const quickstart::ManifestError& error) {
    std::cerr << "quickstart: " << error.what() << "\n";
  }
  return kWrongInput;
}
