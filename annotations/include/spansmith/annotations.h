// Copyright The Spansmith Authors
// SPDX-License-Identifier: Apache-2.0
//
// What a person writes to have a function traced. Macros only: the real compiler sees nothing of them (every one
// expands to nothing), so an annotated source builds without Spansmith's tool and without its runtime. Only while the
// generator parses (__SPANSMITH_GENERATOR__) do they become attributes that it finds in the syntax tree.
//
//   SPANSMITH_RECONCILE("Etcd", SPANSMITH_ERROR_TEXT("failed to reconcile Etcd"))
//   Result EtcdReconciler::Reconcile(const Request& req) {
//     ...
//     SPANSMITH_NOTE(cr.generation, etcd.generation);
//
// A span macro stands before a function's declaration or definition (beside other attributes, in either order). On an
// in-class declaration it holds for the out-of-line definition. Expressions are C++, with the function's parameters,
// `this` and (in SPANSMITH_NOTE) its locals in scope; each is evaluated once, only when the span is recorded, and an
// exception it throws drops that attribute alone. Their values may be bool, integers, floating point, enums without
// `class`, strings (`const char*` or anything with data() and size()), and std::optional of these.
// docs/annotations.md has an example of each.
#ifndef SPANSMITH_ANNOTATIONS_H_
#define SPANSMITH_ANNOTATIONS_H_

#if defined(__SPANSMITH_GENERATOR__)
#define SPANSMITH_DETAIL_FUNCTION_(role, ...) [[clang::annotate("spansmith:" role, __VA_ARGS__)]]
#define SPANSMITH_DETAIL_MARK_(mark, ...) [[clang::annotate("spansmith:" mark, __VA_ARGS__)]]
#define SPANSMITH_DETAIL_BARE_MARK_(mark) [[clang::annotate("spansmith:" mark)]]
#define SPANSMITH_DETAIL_OPTION_(...) __VA_ARGS__
#define SPANSMITH_DETAIL_STATEMENT_(...) static_cast<void>((__VA_ARGS__))
#else
#define SPANSMITH_DETAIL_FUNCTION_(role, ...)
#define SPANSMITH_DETAIL_MARK_(mark, ...)
#define SPANSMITH_DETAIL_BARE_MARK_(mark)
#define SPANSMITH_DETAIL_OPTION_(...)
#define SPANSMITH_DETAIL_STATEMENT_(...)
#endif

// ---- Functions. The first argument is a string literal; options follow, separated by commas. ----

// The reconcile of one resource kind: span `Reconcile`, object kind `kind`, and k8s.namespace and k8s.name from the
// request parameter: the first parameter whose type has a member `name` and one of `ns`, `namespace_`, `namespace_name`.
#define SPANSMITH_RECONCILE(...) SPANSMITH_DETAIL_FUNCTION_("reconcile", __VA_ARGS__)
// Makes an object without touching the cluster: SPANSMITH_BUILD("EtcdStatefulSet") is span `BuildEtcdStatefulSet`.
#define SPANSMITH_BUILD(...) SPANSMITH_DETAIL_FUNCTION_("build", __VA_ARGS__)
// Writes the status of one resource kind: span `UpdateStatus`, object kind `kind`.
#define SPANSMITH_UPDATE_STATUS(...) SPANSMITH_DETAIL_FUNCTION_("update_status", __VA_ARGS__)
// Any other function: the name as given. `{T}` in it, T a type template parameter in scope, becomes
// spansmith::KindName<T> (spansmith/kind_name.h). A name is a class of operations, never an object's name.
#define SPANSMITH_SPAN(...) SPANSMITH_DETAIL_FUNCTION_("span", __VA_ARGS__)

// ---- Options: arguments of the four above. ----

// Attribute `key` (dotted words, unquoted: k8s.namespace) with the expression's value when the function is entered.
#define SPANSMITH_ATTR(key, ...) SPANSMITH_DETAIL_OPTION_("spansmith:attr", #key, #__VA_ARGS__)
// The same when it returns; `result` in the expression is the value that it returns.
#define SPANSMITH_RETURN_ATTR(key, ...) SPANSMITH_DETAIL_OPTION_("spansmith:return_attr", #key, #__VA_ARGS__)
// The span's kind: internal (the default), server, client, producer or consumer.
#define SPANSMITH_KIND(kind) SPANSMITH_DETAIL_OPTION_("spansmith:kind", #kind)
// What an error that leaves the function means, a string literal: the status description becomes "<text>: <cause>".
// As a statement in the body (SPANSMITH_ERROR_TEXT("failed to get Etcd CR");) it holds from there on.
#define SPANSMITH_ERROR_TEXT(text) SPANSMITH_DETAIL_OPTION_("spansmith:error_text", text)

// ---- Marks and statements. ----

// The tracer's name (instrumentation scope) and, optionally, version, as string literals. On a namespace, a class
// (`class SPANSMITH_SCOPE("multigres.io/etcd-controller") EtcdReconciler`) or a function; the innermost wins.
#define SPANSMITH_SCOPE(...) SPANSMITH_DETAIL_MARK_("scope", __VA_ARGS__)
// Never instrument this function.
#define SPANSMITH_IGNORE SPANSMITH_DETAIL_BARE_MARK_("ignore")
// A statement: an attribute of this function's span, from what is in scope here.
#define SPANSMITH_NOTE(key, ...) SPANSMITH_DETAIL_STATEMENT_("spansmith:note", #key, #__VA_ARGS__)

#endif  // SPANSMITH_ANNOTATIONS_H_
