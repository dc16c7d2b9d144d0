// Copyright The Spansmith Authors
// SPDX-License-Identifier: Apache-2.0
//
// The current span as a value, and work that runs under it later: for what no annotation and no rule reaches
// (SPANSMITH_CARRY on a parameter, `carry_arguments` of a rule do it without a change). Any thread. C++17, no other
// header. docs/context.md.
//
//   queue.push(spansmith::Bind([this] { Handle(); }));   // Handle's span: a child of the one that is open here
//
//   const spansmith::Context context = spansmith::CurrentContext();
//   ... on another thread
//   const spansmith::ScopedContext scope(context);
//   Handle();
#ifndef SPANSMITH_CONTEXT_H_
#define SPANSMITH_CONTEXT_H_

#include <spansmith/injected.h>

namespace spansmith {

// A value: what identifies a span, and what travels with it; span_id 0: none. It stays good when the span has ended:
// what begins under it then is that span's child all the same.
using Context = injected::Context;

// Of the innermost open span, or ScopedContext, of this thread.
inline Context CurrentContext() noexcept { return injected::CurrentContext(); }

// ScopedContext(context): what begins on this thread is below that context, as long as the object lives. Objects end in
// the order opposite to that in which they began, as those of nested blocks do; not across a coroutine's suspension. An
// empty context changes nothing.
using ScopedContext = injected::Attached;

// The same context, to be pointed at and not to be a parent: a span that begins under it begins a trace of its own,
// with a link to this one. For work that many share, or that goes on long after who asked for it is done.
inline Context LinkedTo(const Context& context) noexcept { return injected::LinkTo(context); }

namespace context_internal {

template <typename F>
struct Decayed {
  using type = F;
};
template <typename F>
struct Decayed<const F> : Decayed<F> {};
template <typename F>
struct Decayed<F&> : Decayed<F> {};
template <typename F>
struct Decayed<F&&> : Decayed<F> {};
template <typename R, typename... A>
struct Decayed<R(A...)> {
  using type = R (*)(A...);
};
template <typename R, typename... A>
struct Decayed<R(A...) noexcept> {
  using type = R (*)(A...) noexcept;
};

}  // namespace context_internal

// A callable that does what `f` does, under the context: a lambda, a function, a pointer to a member function (as
// std::invoke takes it), with the arguments that it is called with. It holds a copy of `f`, or what was moved into it;
// it can be copied if `f` can, and may be called never, once or often, on any thread. What `f` throws goes on.
template <typename F>
auto Bind(const Context& context, F&& f) {
  using Held = typename context_internal::Decayed<F>::type;
  return injected::CarriedCall<Held>(Held(static_cast<F&&>(f)), context);
}
template <typename F>
auto Bind(F&& f) {
  return Bind(CurrentContext(), static_cast<F&&>(f));
}

}  // namespace spansmith

#endif  // SPANSMITH_CONTEXT_H_
