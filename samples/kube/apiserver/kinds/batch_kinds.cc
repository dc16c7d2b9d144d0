// Copyright The Spansmith Authors
// SPDX-License-Identifier: Apache-2.0
//
// Jobs and what makes jobs.
#include "samples/kube/apiserver/kinds/builtin_kinds.h"
#include "samples/kube/apiserver/kinds/field_checks.h"
#include "samples/kube/apiserver/kinds/pod_types.h"
#include "samples/kube/apiserver/kinds/type_texts.h"
#include "samples/kube/apiserver/query/selector.h"
#include "samples/kube/apiserver/schema/type_text.h"
#include "samples/kube/apiserver/wire/go_text.h"

namespace kube::apiserver {
namespace {

void FillJobSpec(Json& spec) {
  FillPodSpec(spec["template"]["spec"]);
  if (!spec.contains("completions") && !spec.contains("parallelism")) spec["completions"] = 1;
  if (!spec.contains("parallelism")) spec["parallelism"] = 1;
  if (!spec.contains("backoffLimit")) {
    spec["backoffLimit"] = spec.contains("backoffLimitPerIndex") ? 2147483647 : 6;
  }
  if (!spec.contains("podReplacementPolicy")) {
    spec["podReplacementPolicy"] = spec.contains("podFailurePolicy") ? "Failed" : "TerminatingOrFailed";
  }
}

// A job finds its pods by labels that the server makes of its own uid.
void FillJob(Json& object, const Json* old) {
  Json& spec = object["spec"];
  FillJobSpec(spec);
  if (old != nullptr) return;
  Json& labels = spec["template"]["metadata"]["labels"];
  const bool shared = At(object["metadata"], "labels").empty();  // the object's are then those of the template
  if (At(spec, "manualSelector") != true) {
    const Json name = At(object["metadata"], "name"), uid = At(object["metadata"], "uid");
    labels["batch.kubernetes.io/controller-uid"] = labels["controller-uid"] = uid;
    labels["batch.kubernetes.io/job-name"] = labels["job-name"] = name;
    spec["selector"]["matchLabels"]["batch.kubernetes.io/controller-uid"] = uid;
  }
  if (shared && labels.is_object()) object["metadata"]["labels"] = labels;
}

void CheckJobSpec(const Json& spec, const std::string& path, FieldErrors& errors) {
  CheckNonNegative(spec,
                   {"parallelism", "completions", "activeDeadlineSeconds", "backoffLimit", "ttlSecondsAfterFinished",
                    "backoffLimitPerIndex", "maxFailedIndexes"},
                   path, errors);
  const std::string mode = TextAt(spec, "completionMode");
  if (mode != "NonIndexed" && mode != "Indexed") {
    errors.push_back(NotSupported(path + ".completionMode", Quoted(mode), {"Indexed", "NonIndexed"}));
  } else if (mode == "Indexed" && !spec.contains("completions")) {
    errors.push_back(Required(path + ".completions", "when completion mode is Indexed"));
  }
  const Json& pod = At(At(spec, "template"), "spec");
  CheckLabelMap(At(At(At(spec, "template"), "metadata"), "labels"), path + ".template.labels", errors);
  CheckPodSpec(pod, nullptr, path + ".template.spec", errors);
  const std::string policy = TextAt(pod, "restartPolicy");
  if (policy == "Always" || policy.empty()) {
    errors.push_back(Required(path + ".template.spec.restartPolicy", "valid values: \"OnFailure\", \"Never\""));
  } else if (policy != "OnFailure" && policy != "Never") {
    errors.push_back(NotSupported(path + ".template.spec.restartPolicy", Quoted(policy), {"OnFailure", "Never"}));
  }
}

void CheckJobUpdate(const Json& now, const Json& before, FieldErrors& errors) {
  const bool indexed = TextAt(now, "completionMode") == "Indexed";
  for (const char* field : {"completions", "selector", "template", "completionMode", "podFailurePolicy",
                            "backoffLimitPerIndex", "managedBy"}) {
    if (At(now, field) == At(before, field)) continue;
    if (field == std::string("completions") && indexed && At(now, "completions") == At(now, "parallelism")) {
      continue;  // an elastic indexed job
    }
    errors.push_back(Invalid(std::string("spec.") + field, At(now, field), "field is immutable"));
  }
}

void CheckJob(const Json& object, const Json* old, FieldErrors& errors) {
  const Json& spec = At(object, "spec");
  const Json& labels = At(At(At(spec, "template"), "metadata"), "labels");
  if (old == nullptr && At(spec, "manualSelector") != true) {
    const Json& selector = At(At(spec, "selector"), "matchLabels");
    const Json& uid = At(At(object, "metadata"), "uid");
    if (At(selector, "batch.kubernetes.io/controller-uid") != uid || selector.size() != 1) {
      errors.push_back(Invalid("spec.selector", At(spec, "selector"), "`selector` not auto-generated"));
    }
  }
  CheckJobSpec(spec, "spec", errors);
  if (!MatchesLabelSelector(At(spec, "selector"), labels)) {
    errors.push_back(Invalid("spec.template.metadata.labels", labels, "`selector` does not match template `labels`"));
  }
  if (old != nullptr) CheckJobUpdate(spec, At(*old, "spec"), errors);
}

// Five fields, or a name with an @; what is in the fields is left to whoever runs jobs.
std::string ScheduleError(const std::string& schedule) {
  if (schedule[0] == '@') return "";
  std::size_t fields = 0;
  bool inside = false;
  for (const char c : schedule) {
    if (c != ' ' && !inside) ++fields;
    inside = c != ' ';
  }
  if (fields == 5) return "";
  std::string shown;
  inside = false;
  for (const char c : schedule) {
    if (c == ' ') {
      inside = false;
      continue;
    }
    if (!inside && !shown.empty()) shown += ' ';
    shown += c;
    inside = true;
  }
  return "expected exactly 5 fields, found " + std::to_string(fields) + ": [" + shown + "]";
}

void CheckCronJob(const Json& object, const Json*, FieldErrors& errors) {
  const Json& spec = At(object, "spec");
  const std::string schedule = TextAt(spec, "schedule");
  if (schedule.empty()) {
    errors.push_back(Required("spec.schedule"));
  } else if (const std::string wrong = ScheduleError(schedule); !wrong.empty()) {
    errors.push_back(Invalid("spec.schedule", schedule, wrong));
  }
  CheckNonNegative(spec, {"startingDeadlineSeconds", "successfulJobsHistoryLimit", "failedJobsHistoryLimit"}, "spec",
                   errors);
  CheckOneOf(At(spec, "concurrencyPolicy"), {"Allow", "Forbid", "Replace"}, "spec.concurrencyPolicy", errors);
  CheckJobSpec(At(At(spec, "jobTemplate"), "spec"), "spec.jobTemplate.spec", errors);
  const std::string name = TextAt(At(object, "metadata"), "name");
  if (name.size() > 52) errors.push_back(Invalid("metadata.name", name, "must be no more than 52 characters"));
}

}  // namespace

std::vector<ResourcePtr> BatchKinds() {
  const auto types = ReadTypes(kBatchTypeText, CoreTypes());
  auto job = BuiltinKind("batch", "jobs", "Job", types);
  job->categories = {"all"};
  job->tracks_generation = true;
  job->fill = FillJob;
  job->check = CheckJob;
  job->server_fields = {{"f:metadata", "f:labels"},
                        {"f:spec", "f:selector"},
                        {"f:spec", "f:template", "f:metadata", "f:labels"},
                        {"f:spec", "f:template", "f:metadata"}};
  for (const char* label :
       {"batch.kubernetes.io/controller-uid", "batch.kubernetes.io/job-name", "controller-uid", "job-name"}) {
    const std::string field = std::string("f:") + label;
    job->server_fields.push_back({"f:metadata", "f:labels", field});
    job->server_fields.push_back({"f:spec", "f:template", "f:metadata", "f:labels", field});
  }
  job->default_propagation = "Orphan";
  auto cron = BuiltinKind("batch", "cronjobs", "CronJob", types);
  cron->short_names = {"cj"};
  cron->categories = {"all"};
  cron->tracks_generation = true;
  cron->fill = [](Json& object, const Json*) {
    Json& spec = object["spec"]["jobTemplate"]["spec"];
    FillPodSpec(spec["template"]["spec"]);
    for (const char* field : {"completionMode", "suspend", "manualSelector"}) spec.erase(field);
  };
  cron->check = [](const Json& object, const Json* old, FieldErrors& errors) {
    Json checked = object;  // the template of a job is defaulted when the job is made
    checked["spec"]["jobTemplate"]["spec"]["completionMode"] = "NonIndexed";
    CheckCronJob(checked, old, errors);
  };
  return {job, cron};
}

}  // namespace kube::apiserver
