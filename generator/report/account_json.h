// Copyright The Spansmith Authors
// SPDX-License-Identifier: Apache-2.0
//
// One function of a report as JSON; fields that say nothing are left out. docs/report.md has the table.
#ifndef SPANSMITH_GENERATOR_REPORT_ACCOUNT_JSON_H_
#define SPANSMITH_GENERATOR_REPORT_ACCOUNT_JSON_H_

#include "generator/report/json_text.h"
#include "generator/site/reason.h"

namespace spansmith::generator {

Json ToJson(const FunctionAccount& account);
Json ToJson(const CallAccount& call);
CallAccount CallAccountFrom(const Json& json);
Json ToJson(const AnnotationAccount& annotation);
AnnotationAccount AnnotationAccountFrom(const Json& json);
FunctionAccount AccountFrom(const Json& json);

}  // namespace spansmith::generator

#endif  // SPANSMITH_GENERATOR_REPORT_ACCOUNT_JSON_H_
