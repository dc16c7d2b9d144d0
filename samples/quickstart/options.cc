// Copyright The Spansmith Authors
// SPDX-License-Identifier: Apache-2.0
//
// Three options and a file: by hand, so that the sample needs no library for it.
#include "options.h"

#include "api/service.h"
#include "api/statefulset.h"

namespace quickstart {

const char kUsage[] =
    "usage: quickstart [--reconcile NAMESPACE/NAME] [--fail-apply StatefulSet|Service] FILE.yaml\n"
    "  FILE.yaml     one Etcd (apiVersion multigres.io/v1alpha1), which is put into an in-process store\n"
    "  --reconcile   reconcile this object instead of the one in the file\n"
    "  --fail-apply  refuse to create or update objects of this kind\n"
    "exit code: 0 reconciled or not found, 1 reconcile failed, 2 wrong usage or input\n";

namespace {

ObjectKey ParseKey(const std::string& text) {
  const std::size_t slash = text.find('/');
  if (slash == std::string::npos || slash == 0 || slash + 1 == text.size() ||
      text.find('/', slash + 1) != std::string::npos) {
    throw UsageError("--reconcile '" + text + "': expected NAMESPACE/NAME, as in default/example");
  }
  return {text.substr(0, slash), text.substr(slash + 1)};
}

std::string ParseKind(const std::string& text) {
  if (text == StatefulSet::kKind || text == Service::kKind) return text;
  throw UsageError("--fail-apply '" + text + "': expected StatefulSet or Service");
}

}  // namespace

Options ParseOptions(int argc, const char* const* argv) {
  Options options;
  for (int i = 1; i < argc; ++i) {
    const std::string argument = argv[i];
    const auto value = [&]() -> std::string {
      if (i + 1 == argc) throw UsageError(argument + ": expected a value after it");
      return argv[++i];
    };
    if (argument == "--help" || argument == "-h") {
      options.help = true;
    } else if (argument == "--reconcile") {
      options.reconcile = ParseKey(value());
    } else if (argument == "--fail-apply") {
      options.fail_apply = ParseKind(value());
    } else if (argument.size() > 1 && argument[0] == '-') {
      throw UsageError("unknown option '" + argument + "': expected --reconcile, --fail-apply or --help");
    } else if (options.manifest.empty()) {
      options.manifest = argument;
    } else {
      throw UsageError("a second file, '" + argument + "': expected one; run it once for each");
    }
  }
  if (options.manifest.empty() && !options.help) throw UsageError("no file: expected a YAML file with one Etcd");
  return options;
}

}  // namespace quickstart
