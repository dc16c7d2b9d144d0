// Copyright The Spansmith Authors
// SPDX-License-Identifier: Apache-2.0
//
// What the pack `cpp-httplib` calls instead of members of httplib::Client and httplib::Server. It stands before all
// other text of a source, so it includes nothing: the types of cpp-httplib are those of the program's own httplib.h,
// known where these templates are used. Link Spansmith::httplib, which is built without cpp-httplib. docs/http.md.
#ifndef SPANSMITH_CALL_HTTPLIB_H_
#define SPANSMITH_CALL_HTTPLIB_H_

#pragma GCC system_header  // a user's -Weverything is about the user's code

#if __cplusplus < 201703L
#error "the rule pack cpp-httplib needs C++17: compile this source with -std=c++17, or leave the pack out of its RULES"
#endif

namespace httplib {
class Client;
class ClientImpl;
class SSLServer;
}  // namespace httplib

namespace spansmith::call {

struct HttplibText {
  const char* data = "";
  unsigned long size = 0;
};

// Where a client sends to.
struct HttplibTarget {
  char host[256] = {};  // cut, should it be longer than DNS allows
  unsigned long host_size = 0;
  int port = 0;
  bool tls = false;
  void Host(const char* data, unsigned long size) {
    host_size = size < sizeof host ? size : sizeof host;
    __builtin_memcpy(host, data, host_size);
  }
};

using HttplibSet = void (*)(void* carrier, HttplibText name, HttplibText value);
// Calls set(carrier, name, value) for each header of the request.
using HttplibEach = void (*)(const void* request, void* carrier, HttplibSet set);

// A client's span while it lives; ends with the answer that Answer was told. One thread.
class HttplibClientCall {
 public:
  HttplibClientCall(const char* method, const HttplibTarget& target, HttplibText path) noexcept;
  ~HttplibClientCall();
  HttplibClientCall(const HttplibClientCall&) = delete;
  HttplibClientCall& operator=(const HttplibClientCall&) = delete;
  void Inject(HttplibSet set, void* carrier) const;
  void Answer(int status, int error) noexcept;  // httplib::Error, as a number; 0: none

 private:
  void* span_ = nullptr;
};

struct HttplibServerRequest {
  HttplibText method, target, version, peer_address;
  const char* route = "";
  int peer_port = 0;
  bool tls = false;
};

// A server's span while it lives.
class HttplibServerCall {
 public:
  HttplibServerCall(const HttplibServerRequest& request, HttplibEach each, const void* headers) noexcept;
  ~HttplibServerCall();
  HttplibServerCall(const HttplibServerCall&) = delete;
  HttplibServerCall& operator=(const HttplibServerCall&) = delete;
  void Answer(int status) noexcept;

 private:
  void* span_ = nullptr;
};

// A copy of the text that stays; the same text has one.
const char* HttplibKept(HttplibText text) noexcept;

template <typename T>
T&& HttplibDeclared() noexcept;
template <typename T>
struct HttplibPlain {
  using Type = T;
};
template <typename T>
struct HttplibPlain<T&> : HttplibPlain<T> {};
template <typename T>
struct HttplibPlain<T&&> : HttplibPlain<T> {};
template <typename T>
struct HttplibPlain<const T> : HttplibPlain<T> {};

inline HttplibText HttplibTextOf(const char* text) { return {text, text == nullptr ? 0 : __builtin_strlen(text)}; }
template <typename T>
auto HttplibTextOf(const T& text) -> decltype(HttplibText{text.data(), static_cast<unsigned long>(text.size())}) {
  return {text.data(), static_cast<unsigned long>(text.size())};
}

// The protected members of a client's base, by a pointer to member of a class below it.
template <typename Impl>
struct HttplibPeek : Impl {
  static void Read(const Impl& client, HttplibTarget& target) {
    const auto& host = client.*(&HttplibPeek::host_);
    target.Host(host.data(), host.size());
    target.port = client.*(&HttplibPeek::port_);
  }
};
template <typename C>
struct HttplibImplOf {
  using Type = C;
};
template <>
struct HttplibImplOf<httplib::Client> {
  using Type = httplib::ClientImpl;
};
// Later releases say it themselves. httplib::Client of those that do not (until 0.13) is a pointer to a ClientImpl, and
// says nothing.
template <typename C>
auto HttplibReadTarget(const C& client, HttplibTarget& target, int)
    -> decltype(static_cast<void>(client.host().data()), static_cast<void>(client.port())) {
  const auto& host = client.host();
  target.Host(host.data(), host.size());
  target.port = client.port();
}
template <typename C>
void HttplibReadTarget(const C& client, HttplibTarget& target, long) {
  using Impl = typename HttplibImplOf<C>::Type;
  if constexpr (__is_same(C, Impl)) {
    HttplibPeek<Impl>::Read(client, target);
  } else {
    static_assert(sizeof(C) <= 2 * sizeof(void*), "this release of cpp-httplib is not known to Spansmith::httplib");
    const Impl* impl;
    __builtin_memcpy(&impl, static_cast<const void*>(&client), sizeof impl);
    if (impl != nullptr) HttplibPeek<Impl>::Read(*impl, target);
  }
}
template <typename C>
auto HttplibReadTls(const C& client, HttplibTarget& target, int) -> decltype(static_cast<void>(client.ssl_context())) {
  target.tls = client.ssl_context() != nullptr;
}
template <typename C>
void HttplibReadTls(const C&, HttplibTarget&, long) {}  // built without TLS

template <typename C>
HttplibTarget HttplibTargetOf(const C& client) {
  HttplibTarget target;
  HttplibReadTarget(client, target, 0);
  HttplibReadTls(client, target, 0);
  return target;
}

// What the program says itself stays.
template <typename Headers>
void HttplibAdd(void* carrier, HttplibText name, HttplibText value) {
  Headers& headers = *static_cast<Headers*>(carrier);
  typename Headers::key_type key(name.data, name.size);
  if (headers.find(key) == headers.end()) headers.emplace(key, typename Headers::mapped_type(value.data, value.size));
}

template <typename Result>
void HttplibAnswered(HttplibClientCall& call, const Result& result) {
  if (result) {
    call.Answer(result->status, 0);
  } else {
    call.Answer(0, static_cast<int>(result.error()));
  }
}

// Whether a parameter `const Headers&` takes the first of them.
template <typename Headers, typename... A>
struct HttplibHeadersFirst {
  static constexpr bool value = false;
};
template <typename Headers, typename First, typename... A>
struct HttplibHeadersFirst<Headers, First, A...> {
  static constexpr bool value = __is_constructible(const Headers&, First);
};
template <typename Headers, typename... A>
struct HttplibHeadersSecond {
  static constexpr bool value = false;
};
template <typename Headers, typename First, typename... A>
struct HttplibHeadersSecond<Headers, First, A...> : HttplibHeadersFirst<Headers, A...> {};

template <typename Verb, typename... A>
auto HttplibTakes(int) -> decltype(static_cast<void>(Verb::Call(HttplibDeclared<A>()...)), true);
template <typename Verb, typename... A>
char HttplibTakes(long);
template <typename Verb, typename... A>
constexpr bool HttplibTaken = __is_same(decltype(HttplibTakes<Verb, A...>(0)), bool);

template <typename Verb, typename Headers, typename C, typename Path, typename... Rest>
auto HttplibWithHeaders(HttplibClientCall& call, C& client, Path&& path, const Headers& given, Rest&&... rest) {
  Headers headers(given);
  call.Inject(&HttplibAdd<Headers>, &headers);
  return Verb::Call(client, static_cast<Path&&>(path), static_cast<const Headers&>(headers),
                    static_cast<Rest&&>(rest)...);
}
template <typename Verb, typename Headers, typename C, typename Path, typename Params, typename... Rest>
auto HttplibWithParams(HttplibClientCall& call, C& client, Path&& path, Params&& params, const Headers& given,
                       Rest&&... rest) {
  Headers headers(given);
  call.Inject(&HttplibAdd<Headers>, &headers);
  return Verb::Call(client, static_cast<Path&&>(path), static_cast<Params&&>(params),
                    static_cast<const Headers&>(headers), static_cast<Rest&&>(rest)...);
}

// client.Get(path, ...): the same overload, or the one that takes headers as well, with the span's among them.
template <typename Verb, typename C, typename Path, typename... Rest>
auto HttplibRequest(C& client, Path&& path, Rest&&... rest)
    -> decltype(Verb::Call(client, static_cast<Path&&>(path), static_cast<Rest&&>(rest)...)) {
  using Result = decltype(Verb::Call(client, static_cast<Path&&>(path), static_cast<Rest&&>(rest)...));
  using Headers = typename HttplibPlain<decltype(HttplibDeclared<Result&>().value().headers)>::Type;
  HttplibClientCall call(Verb::kMethod, HttplibTargetOf(client), HttplibTextOf(path));
  const auto finish = [&call](auto&& send) {
    auto result = send();
    HttplibAnswered(call, result);
    return result;
  };
  if constexpr (HttplibHeadersFirst<Headers, Rest...>::value) {
    return finish([&] {
      return HttplibWithHeaders<Verb, Headers>(call, client, static_cast<Path&&>(path), static_cast<Rest&&>(rest)...);
    });
  } else if constexpr (HttplibHeadersSecond<Headers, Rest...>::value) {
    return finish([&] {
      return HttplibWithParams<Verb, Headers>(call, client, static_cast<Path&&>(path), static_cast<Rest&&>(rest)...);
    });
  } else if constexpr (HttplibTaken<Verb, C&, Path, const Headers&, Rest...>) {
    return finish([&] {
      return HttplibWithHeaders<Verb, Headers>(call, client, static_cast<Path&&>(path), Headers(),
                                               static_cast<Rest&&>(rest)...);
    });
  } else {
    return finish([&] { return Verb::Call(client, static_cast<Path&&>(path), static_cast<Rest&&>(rest)...); });
  }
}

struct HttplibVerbGet {
  static constexpr const char* kMethod = "GET";
  template <typename C, typename... A>
  static auto Call(C&& client, A&&... arguments) -> decltype(client.Get(static_cast<A&&>(arguments)...)) {
    return client.Get(static_cast<A&&>(arguments)...);
  }
};
template <typename C, typename Path, typename... A>
auto HttplibGet(C& client, Path&& path, A&&... arguments)
    -> decltype(client.Get(static_cast<Path&&>(path), static_cast<A&&>(arguments)...)) {
  return HttplibRequest<HttplibVerbGet>(client, static_cast<Path&&>(path), static_cast<A&&>(arguments)...);
}

struct HttplibVerbHead {
  static constexpr const char* kMethod = "HEAD";
  template <typename C, typename... A>
  static auto Call(C&& client, A&&... arguments) -> decltype(client.Head(static_cast<A&&>(arguments)...)) {
    return client.Head(static_cast<A&&>(arguments)...);
  }
};
template <typename C, typename Path, typename... A>
auto HttplibHead(C& client, Path&& path, A&&... arguments)
    -> decltype(client.Head(static_cast<Path&&>(path), static_cast<A&&>(arguments)...)) {
  return HttplibRequest<HttplibVerbHead>(client, static_cast<Path&&>(path), static_cast<A&&>(arguments)...);
}

struct HttplibVerbPost {
  static constexpr const char* kMethod = "POST";
  template <typename C, typename... A>
  static auto Call(C&& client, A&&... arguments) -> decltype(client.Post(static_cast<A&&>(arguments)...)) {
    return client.Post(static_cast<A&&>(arguments)...);
  }
};
template <typename C, typename Path, typename... A>
auto HttplibPost(C& client, Path&& path, A&&... arguments)
    -> decltype(client.Post(static_cast<Path&&>(path), static_cast<A&&>(arguments)...)) {
  return HttplibRequest<HttplibVerbPost>(client, static_cast<Path&&>(path), static_cast<A&&>(arguments)...);
}

struct HttplibVerbPut {
  static constexpr const char* kMethod = "PUT";
  template <typename C, typename... A>
  static auto Call(C&& client, A&&... arguments) -> decltype(client.Put(static_cast<A&&>(arguments)...)) {
    return client.Put(static_cast<A&&>(arguments)...);
  }
};
template <typename C, typename Path, typename... A>
auto HttplibPut(C& client, Path&& path, A&&... arguments)
    -> decltype(client.Put(static_cast<Path&&>(path), static_cast<A&&>(arguments)...)) {
  return HttplibRequest<HttplibVerbPut>(client, static_cast<Path&&>(path), static_cast<A&&>(arguments)...);
}

struct HttplibVerbPatch {
  static constexpr const char* kMethod = "PATCH";
  template <typename C, typename... A>
  static auto Call(C&& client, A&&... arguments) -> decltype(client.Patch(static_cast<A&&>(arguments)...)) {
    return client.Patch(static_cast<A&&>(arguments)...);
  }
};
template <typename C, typename Path, typename... A>
auto HttplibPatch(C& client, Path&& path, A&&... arguments)
    -> decltype(client.Patch(static_cast<Path&&>(path), static_cast<A&&>(arguments)...)) {
  return HttplibRequest<HttplibVerbPatch>(client, static_cast<Path&&>(path), static_cast<A&&>(arguments)...);
}

struct HttplibVerbDelete {
  static constexpr const char* kMethod = "DELETE";
  template <typename C, typename... A>
  static auto Call(C&& client, A&&... arguments) -> decltype(client.Delete(static_cast<A&&>(arguments)...)) {
    return client.Delete(static_cast<A&&>(arguments)...);
  }
};
template <typename C, typename Path, typename... A>
auto HttplibDelete(C& client, Path&& path, A&&... arguments)
    -> decltype(client.Delete(static_cast<Path&&>(path), static_cast<A&&>(arguments)...)) {
  return HttplibRequest<HttplibVerbDelete>(client, static_cast<Path&&>(path), static_cast<A&&>(arguments)...);
}

struct HttplibVerbOptions {
  static constexpr const char* kMethod = "OPTIONS";
  template <typename C, typename... A>
  static auto Call(C&& client, A&&... arguments) -> decltype(client.Options(static_cast<A&&>(arguments)...)) {
    return client.Options(static_cast<A&&>(arguments)...);
  }
};
template <typename C, typename Path, typename... A>
auto HttplibOptions(C& client, Path&& path, A&&... arguments)
    -> decltype(client.Options(static_cast<Path&&>(path), static_cast<A&&>(arguments)...)) {
  return HttplibRequest<HttplibVerbOptions>(client, static_cast<Path&&>(path), static_cast<A&&>(arguments)...);
}

// client.send(request), and send(request, response, error): a copy of the request is sent.
template <typename C, typename Request>
auto HttplibSend(C& client, const Request& request) -> decltype(client.send(request)) {
  HttplibClientCall call(request.method.c_str(), HttplibTargetOf(client), HttplibTextOf(request.path));
  Request with(request);
  call.Inject(&HttplibAdd<typename HttplibPlain<decltype(with.headers)>::Type>, &with.headers);
  auto result = client.send(static_cast<const Request&>(with));
  HttplibAnswered(call, result);
  return result;
}
template <typename C, typename Request, typename Response, typename Error>
auto HttplibSend(C& client, Request& request, Response& response, Error& error)
    -> decltype(client.send(request, response, error)) {
  using Headers = typename HttplibPlain<decltype(request.headers)>::Type;
  HttplibClientCall call(request.method.c_str(), HttplibTargetOf(client), HttplibTextOf(request.path));
  Request with(request);
  call.Inject(&HttplibAdd<Headers>, &with.headers);
  const bool sent = client.send(with, response, error);
  call.Answer(sent ? response.status : 0, sent ? 0 : static_cast<int>(error));
  return sent;
}

// A route's handler, within a server's span. Callable as the handler is, so that the same overload takes it.
template <typename Handler, bool kTls>
class HttplibHandler {
 public:
  HttplibHandler(Handler handler, const char* route) : handler_(static_cast<Handler&&>(handler)), route_(route) {}

  template <typename Request, typename Response, typename... A>
  auto operator()(const Request& request, Response& response, const A&... more)
      -> decltype(static_cast<void>(HttplibDeclared<Handler&>()(request, response, more...))) {
    Serve(handler_, request, response, more...);
  }
  template <typename Request, typename Response, typename... A>
  auto operator()(const Request& request, Response& response, const A&... more) const
      -> decltype(static_cast<void>(HttplibDeclared<const Handler&>()(request, response, more...))) {
    Serve(handler_, request, response, more...);
  }

 private:
  template <typename Callable, typename Request, typename Response, typename... A>
  void Serve(Callable& handler, const Request& request, Response& response, const A&... more) const {
    HttplibServerRequest arrived;
    arrived.method = HttplibTextOf(request.method);
    arrived.target = HttplibTextOf(request.target);
    arrived.version = HttplibTextOf(request.version);
    arrived.peer_address = HttplibTextOf(request.remote_addr);
    arrived.peer_port = request.remote_port;
    arrived.route = route_;
    arrived.tls = kTls;
    HttplibServerCall call(arrived, &EachHeader<typename HttplibPlain<decltype(request.headers)>::Type>,
                           &request.headers);
    handler(request, response, more...);
    // As httplib answers where the handler said nothing.
    call.Answer(response.status > 0 ? response.status : request.ranges.empty() ? 200 : 206);
  }
  template <typename Headers>
  static void EachHeader(const void* headers, void* carrier, HttplibSet set) {
    for (const auto& one : *static_cast<const Headers*>(headers))
      set(carrier, HttplibTextOf(one.first), HttplibTextOf(one.second));
  }

  Handler handler_;
  const char* route_;
};
template <typename Server, typename Handler>
auto HttplibHandlerOf(Handler handler, const char* route) {
  return HttplibHandler<Handler, __is_same(Server, httplib::SSLServer)>(static_cast<Handler&&>(handler), route);
}

template <typename Server, typename Pattern, typename Handler>
Server& HttplibServerGet(Server& server, Pattern&& pattern, Handler&& handler) {
  const char* const route = HttplibKept(HttplibTextOf(pattern));
  server.Get(static_cast<Pattern&&>(pattern), HttplibHandlerOf<Server>(static_cast<Handler&&>(handler), route));
  return server;
}

template <typename Server, typename Pattern, typename Handler>
Server& HttplibServerPost(Server& server, Pattern&& pattern, Handler&& handler) {
  const char* const route = HttplibKept(HttplibTextOf(pattern));
  server.Post(static_cast<Pattern&&>(pattern), HttplibHandlerOf<Server>(static_cast<Handler&&>(handler), route));
  return server;
}

template <typename Server, typename Pattern, typename Handler>
Server& HttplibServerPut(Server& server, Pattern&& pattern, Handler&& handler) {
  const char* const route = HttplibKept(HttplibTextOf(pattern));
  server.Put(static_cast<Pattern&&>(pattern), HttplibHandlerOf<Server>(static_cast<Handler&&>(handler), route));
  return server;
}

template <typename Server, typename Pattern, typename Handler>
Server& HttplibServerPatch(Server& server, Pattern&& pattern, Handler&& handler) {
  const char* const route = HttplibKept(HttplibTextOf(pattern));
  server.Patch(static_cast<Pattern&&>(pattern), HttplibHandlerOf<Server>(static_cast<Handler&&>(handler), route));
  return server;
}

template <typename Server, typename Pattern, typename Handler>
Server& HttplibServerDelete(Server& server, Pattern&& pattern, Handler&& handler) {
  const char* const route = HttplibKept(HttplibTextOf(pattern));
  server.Delete(static_cast<Pattern&&>(pattern), HttplibHandlerOf<Server>(static_cast<Handler&&>(handler), route));
  return server;
}

template <typename Server, typename Pattern, typename Handler>
Server& HttplibServerOptions(Server& server, Pattern&& pattern, Handler&& handler) {
  const char* const route = HttplibKept(HttplibTextOf(pattern));
  server.Options(static_cast<Pattern&&>(pattern), HttplibHandlerOf<Server>(static_cast<Handler&&>(handler), route));
  return server;
}

}  // namespace spansmith::call

#endif  // SPANSMITH_CALL_HTTPLIB_H_
