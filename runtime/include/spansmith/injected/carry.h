// Copyright The Spansmith Authors
// SPDX-License-Identifier: Apache-2.0
//
// A part of spansmith/injected.h: how the current context gets elsewhere: into text, onto another thread.
#ifndef SPANSMITH_INJECTED_CARRY_H_
#define SPANSMITH_INJECTED_CARRY_H_

#pragma GCC system_header  // a user's -Weverything is about the user's code

#include <spansmith/injected/frame.h>

namespace spansmith {
namespace injected {

// SPANSMITH_INJECT: `sm_injector.Into(target)`, reached only while a span is open.
class Injector {
 public:
  [[gnu::always_inline, gnu::artificial]] inline Injector() noexcept : context_(CurrentContext()) {}
  explicit operator bool() const noexcept { return context_.span_id != 0; }
  template <typename T>
  void Into(T& target) const {
    target = static_cast<const char*>(FormatTraceparent(context_).text);
  }
  // In the handler of a target that threw: counted with the innermost span's failed attributes; rethrows a forced
  // unwind.
  void Failed() const { InjectFailed(); }

  template <typename T>
  void sm_Into(T& target) const {
    Into(target);
  }
  void sm_Failed() const { Failed(); }

 private:
  Context context_;
};

// A context that is current on this thread while the object lives.
class Attached {
 public:
  explicit Attached(const Context& context) noexcept { Attach(&frame_, context); }
  ~Attached() {
    if (frame_.flags != 0) Detach(&frame_);
  }
  Attached(const Attached&) = delete;
  Attached& operator=(const Attached&) = delete;

 private:
  Frame frame_;
};

// SPANSMITH_CARRY: a callable that runs under the context that was current when it was passed.
template <typename F>
struct Carried {
  F callable;
  Context context;

  template <typename... A>
  auto operator()(A&&... arguments) -> decltype(callable(static_cast<A&&>(arguments)...)) {
    const Attached attached(context);
    return callable(static_cast<A&&>(arguments)...);
  }
  template <typename... A>
  auto operator()(A&&... arguments) const -> decltype(callable(static_cast<A&&>(arguments)...)) {
    const Attached attached(context);
    return callable(static_cast<A&&>(arguments)...);
  }
};

template <typename F>
auto IsEmptyCallable(const F& callable, int) -> decltype(static_cast<bool>(callable)) {
  return !static_cast<bool>(callable);
}
template <typename F>
bool IsEmptyCallable(const F&, long) {
  return false;
}

inline Context LinkTo(Context context) noexcept {
  if (context.span_id != 0) context.flags |= Context::kLinked;
  return context;
}

// Wraps `callable` in place. An empty one stays empty; with no span open and no baggage nothing happens; should there
// be no memory, the callable stays as it was. F: a type that can hold any callable of its signature, std::function for
// one.
template <typename F>
void Carry(F& callable, const Context& context = CurrentContext()) {
  static_assert(__is_constructible(F, Carried<F>),
                "SPANSMITH_CARRY needs a parameter of a type that holds any callable of a signature, as std::function");
  if (context.sm_Empty() || IsEmptyCallable(callable, 0)) return;
  Carried<F> carried{static_cast<F&&>(callable), context};
#if defined(__cpp_exceptions)
  try {
    callable = static_cast<Carried<F>&&>(carried);
  } catch (...) {
    callable = static_cast<F&&>(carried.callable);
  }
#else
  callable = static_cast<Carried<F>&&>(carried);
#endif
}

// INVOKE (C++17, 23.14.3) without <functional>: a pointer to member takes its object as the first argument, by
// reference, by pointer or in a std::reference_wrapper.
template <typename F, typename... A>
auto Invoke(F&& callable, A&&... arguments) -> decltype(static_cast<F&&>(callable)(static_cast<A&&>(arguments)...)) {
  return static_cast<F&&>(callable)(static_cast<A&&>(arguments)...);
}
template <typename M, typename C, typename O, typename... A>
auto Invoke(M C::* member, O&& object, A&&... arguments)
    -> decltype((static_cast<O&&>(object).*member)(static_cast<A&&>(arguments)...)) {
  return (static_cast<O&&>(object).*member)(static_cast<A&&>(arguments)...);
}
template <typename M, typename C, typename O, typename... A>
auto Invoke(M C::* member, O&& object, A&&... arguments)
    -> decltype(((*static_cast<O&&>(object)).*member)(static_cast<A&&>(arguments)...)) {
  return ((*static_cast<O&&>(object)).*member)(static_cast<A&&>(arguments)...);
}
template <typename M, typename C, typename O, typename... A>
auto Invoke(M C::* member, O&& object, A&&... arguments)
    -> decltype((object.get().*member)(static_cast<A&&>(arguments)...)) {
  return (object.get().*member)(static_cast<A&&>(arguments)...);
}

template <typename T>
T&& Declared() noexcept;  // std::declval

// What Asio looks for in a handler: an executor of its own (asio::bind_executor) and an allocator. Call has Held().
template <typename Call, typename F, typename = void>
struct HandlersExecutor {};
template <typename Call, typename F>
struct HandlersExecutor<Call, F,
                        decltype(static_cast<void>(Declared<const F&>().get_executor()),
                                 static_cast<void>(static_cast<typename F::executor_type*>(nullptr)))> {
  using executor_type = typename F::executor_type;
  executor_type get_executor() const noexcept { return static_cast<const Call*>(this)->Held().get_executor(); }
};
template <typename Call, typename F, typename = void>
struct HandlersAllocator {};
template <typename Call, typename F>
struct HandlersAllocator<Call, F,
                         decltype(static_cast<void>(Declared<const F&>().get_allocator()),
                                  static_cast<void>(static_cast<typename F::allocator_type*>(nullptr)))> {
  using allocator_type = typename F::allocator_type;
  allocator_type get_allocator() const noexcept { return static_cast<const Call*>(this)->Held().get_allocator(); }
};

// An argument of a call that a rule is about: as Carried, and called as any callable of its kind is: as an lvalue or an
// rvalue, a pointer to member too.
template <typename F>
class CarriedCall : public HandlersExecutor<CarriedCall<F>, F>, public HandlersAllocator<CarriedCall<F>, F> {
 public:
  CarriedCall(F&& callable, const Context& context) : callable_(static_cast<F&&>(callable)), context_(context) {}

  template <typename... A>
  auto operator()(A&&... arguments) & -> decltype(Invoke(Declared<F&>(), static_cast<A&&>(arguments)...)) {
    const Attached attached(context_);
    return Invoke(callable_, static_cast<A&&>(arguments)...);
  }
  template <typename... A>
  auto operator()(A&&... arguments) const& -> decltype(Invoke(Declared<const F&>(), static_cast<A&&>(arguments)...)) {
    const Attached attached(context_);
    return Invoke(callable_, static_cast<A&&>(arguments)...);
  }
  template <typename... A>
  auto operator()(A&&... arguments) && -> decltype(Invoke(Declared<F&&>(), static_cast<A&&>(arguments)...)) {
    const Attached attached(context_);
    return Invoke(static_cast<F&&>(callable_), static_cast<A&&>(arguments)...);
  }

  const F& Held() const noexcept { return callable_; }

 private:
  F callable_;
  Context context_;
};

// What holds any callable is wrapped as SPANSMITH_CARRY's parameter is: its type stays, and an empty one stays empty.
template <typename F>
struct HoldsAny {
  static constexpr bool value = __is_constructible(F, Carried<F>) && __is_assignable(F&, Carried<F>);
};
template <typename F, bool holds_any = HoldsAny<F>::value>
struct CarriedAs {
  using Type = CarriedCall<F>;
  static Type From(F& callable, const Context& context) { return Type(static_cast<F&&>(callable), context); }
};
template <typename F>
struct CarriedAs<F, true> {
  using Type = F;
  static F From(F& callable, const Context& context) {
    Carry(callable, context);
    return static_cast<F&&>(callable);
  }
};

// One move of the callable more than without it, or one copy where the argument is an lvalue.
template <typename F>
typename CarriedAs<F>::Type sm_Carrying(F callable) {
  return CarriedAs<F>::From(callable, CurrentContext());
}
template <typename F>
typename CarriedAs<F>::Type sm_CarryingLinked(F callable) {
  return CarriedAs<F>::From(callable, LinkTo(CurrentContext()));
}
}  // namespace injected
}  // namespace spansmith

#endif  // SPANSMITH_INJECTED_CARRY_H_
