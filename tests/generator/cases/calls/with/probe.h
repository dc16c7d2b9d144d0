// What a rule pack brings: it includes nothing, and stands before all that it is used with.
#ifndef PROBE_H_
#define PROBE_H_

namespace probe {

template <typename R, typename... P, typename... A>
R Free(R (*function)(P...), A&&... arguments) {
  return function(static_cast<A&&>(arguments)...);
}

template <typename T, typename... A>
auto Get(T& object, A&&... arguments) -> decltype(object.Get(static_cast<A&&>(arguments)...)) {
  return object.Get(static_cast<A&&>(arguments)...);
}

template <typename T, typename... A>
int Send(T& object, A&&... arguments) {
  return object.Send(static_cast<A&&>(arguments)...);
}

template <typename T>
T& Chain(T& object) {
  return object.Chain();
}

template <typename T>
int Calls(const T& object) {
  return object.Calls();
}

}  // namespace probe

#endif  // PROBE_H_
