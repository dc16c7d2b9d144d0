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

#if !defined(__SPANSMITH_GENERATOR__)

// ---- Functions. The first argument is a string literal; options follow, separated by commas. ----

// The reconcile of one resource kind: span `Reconcile`, object kind `kind`, and k8s.namespace and k8s.name from the
// request parameter: the first parameter whose type has a member `name` and one of `ns`, `namespace_`,
// `namespace_name`.
#define SPANSMITH_RECONCILE(...)
// Makes an object without touching the cluster: SPANSMITH_BUILD("EtcdStatefulSet") is span `BuildEtcdStatefulSet`.
#define SPANSMITH_BUILD(...)
// Writes the status of one resource kind: span `UpdateStatus`, object kind `kind`.
#define SPANSMITH_UPDATE_STATUS(...)
// Any other function: the name as given. `{T}` in it, T a type template parameter in scope, becomes
// spansmith::KindName<T> (spansmith/kind_name.h). A name is a class of operations, never an object's name.
#define SPANSMITH_SPAN(...)

// ---- Options: arguments of the four above. ----

// Attribute `key` (dotted words, unquoted: k8s.namespace) with the expression's value when the function is entered.
#define SPANSMITH_ATTR(key, ...)
// The same when it returns; `result` in the expression is the value that it returns.
#define SPANSMITH_RETURN_ATTR(key, ...)
// The same when the function ends, by a return or an exception: what its parameters, `this` and its members are then.
#define SPANSMITH_EXIT_ATTR(key, ...)
// The arguments as attributes code.argument.<name> when the function is entered: those named, or `all`: each parameter
// taken by value, by const reference or by rvalue reference that is no pointer and whose type can be a value.
#define SPANSMITH_ARGS(...)
// The span's kind: internal (the default), server, client, producer or consumer.
#define SPANSMITH_KIND(kind)
// The span is an error if this holds when the function returns; `result` is the value that it returns.
#define SPANSMITH_ERROR_WHEN(...)
// Which returned errors are answers, and no errors of this span: not_found, already_exists, conflict, cancelled, or
// none. Without this option they are not_found and cancelled.
#define SPANSMITH_ANSWERS(...)
// Status Ok, rather than Unset, where there was no error.
#define SPANSMITH_OK_ON_SUCCESS
// What an error that leaves the function means, a string literal: the status description becomes "<text>: <cause>".
// As a statement in the body (SPANSMITH_ERROR_TEXT("failed to get Etcd CR");) it holds from there on.
#define SPANSMITH_ERROR_TEXT(text)
// The span's name at run time, a string expression, where one function stands for several classes of operations (an
// HTTP client: method and route template). The literal name stays what reports and filters know; it is also the
// fallback.
#define SPANSMITH_NAME(...)
// Links the span to others: a W3C traceparent (a string), or a range of them. Empty strings are none.
#define SPANSMITH_LINK(...)
// The span continues the trace of a W3C traceparent (a string); empty: as if this option were not there.
#define SPANSMITH_PARENT(...)
// The span begins a trace of its own, whatever span is open.
#define SPANSMITH_ROOT

// ---- Marks and statements. ----

// The tracer's name (instrumentation scope) and, optionally, version, as string literals. On a namespace, a class
// (`class SPANSMITH_SCOPE("multigres.io/etcd-controller") EtcdReconciler`) or a function; the innermost wins.
#define SPANSMITH_SCOPE(...)
// Never instrument this function.
#define SPANSMITH_IGNORE
// A statement: an attribute of this function's span, from what is in scope here.
#define SPANSMITH_NOTE(key, ...)
// A statement: an event of this function's span, now; SPANSMITH_ATTR options after the name are its attributes.
#define SPANSMITH_EVENT(...)
// A statement, in any function: assigns the W3C traceparent of the innermost open span to a string. With no span open
// nothing is evaluated. It is how context gets into what other code will read: a queue's item, an object's annotation.
#define SPANSMITH_INJECT(...)
// On a callable parameter (std::function and its like, by value or rvalue reference) of a function that will call it
// later, on any thread: it then runs under the span that was open when it was passed.
#define SPANSMITH_CARRY
// The same, for a link: spans that it begins when it runs begin traces of their own, with a link to the span that was
// open when it was passed. For work that many share, or that goes on for long.
#define SPANSMITH_CARRY_LINKED

#else  // what the generator sees while it parses, and no compiler ever

#define SPANSMITH_RECONCILE(...) [[clang::annotate("spansmith:reconcile", __VA_ARGS__)]]
#define SPANSMITH_BUILD(...) [[clang::annotate("spansmith:build", __VA_ARGS__)]]
#define SPANSMITH_UPDATE_STATUS(...) [[clang::annotate("spansmith:update_status", __VA_ARGS__)]]
#define SPANSMITH_SPAN(...) [[clang::annotate("spansmith:span", __VA_ARGS__)]]
#define SPANSMITH_ATTR(key, ...) "spansmith:attr", #key, #__VA_ARGS__
#define SPANSMITH_RETURN_ATTR(key, ...) "spansmith:return_attr", #key, #__VA_ARGS__
#define SPANSMITH_EXIT_ATTR(key, ...) "spansmith:exit_attr", #key, #__VA_ARGS__
#define SPANSMITH_ARGS(...) "spansmith:args", #__VA_ARGS__
#define SPANSMITH_KIND(kind) "spansmith:kind", #kind
#define SPANSMITH_ERROR_WHEN(...) "spansmith:error_when", #__VA_ARGS__
#define SPANSMITH_ANSWERS(...) "spansmith:answers", #__VA_ARGS__
#define SPANSMITH_OK_ON_SUCCESS "spansmith:ok_on_success"
#define SPANSMITH_ERROR_TEXT(text) "spansmith:error_text", text
#define SPANSMITH_NAME(...) "spansmith:name", #__VA_ARGS__
#define SPANSMITH_LINK(...) "spansmith:link", #__VA_ARGS__
#define SPANSMITH_PARENT(...) "spansmith:parent", #__VA_ARGS__
#define SPANSMITH_ROOT "spansmith:root"
#define SPANSMITH_SCOPE(...) [[clang::annotate("spansmith:scope", __VA_ARGS__)]]
#define SPANSMITH_IGNORE [[clang::annotate("spansmith:ignore")]]
#define SPANSMITH_NOTE(key, ...) static_cast<void>(("spansmith:note", #key, #__VA_ARGS__))
#define SPANSMITH_EVENT(...) static_cast<void>(("spansmith:event", __VA_ARGS__))
#define SPANSMITH_INJECT(...) static_cast<void>(("spansmith:inject", #__VA_ARGS__))
#define SPANSMITH_CARRY [[clang::annotate("spansmith:carry")]]
#define SPANSMITH_CARRY_LINKED [[clang::annotate("spansmith:carry_linked")]]

#endif

#endif  // SPANSMITH_ANNOTATIONS_H_
