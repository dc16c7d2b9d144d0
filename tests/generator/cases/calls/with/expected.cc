/*prologue*/
#line 1 "input.cc"
// A call of another function instead, with the function or the object in front; its header stands first.
// flags: -I.
#include <cstdio>
#include <memory>
#include <string>
#include <vector>

typedef void HANDLE;

extern "C" int transfer_perform(HANDLE* handle);
extern "C" int transfer_perform(HANDLE* handle) { return *static_cast<int*>(handle) + 1; }
extern "C" int transfer_idle(void);
extern "C" int transfer_idle(void) { return 5; }

struct Client {
  int calls = 0;
  std::string Get(const std::string& path) {
    ++calls;
    return "<" + path + ">";
  }
  int Calls() const { return calls; }
};

struct Text {
  Text(const char* first, const char* second) : text(std::string(first) + second) {}
  std::string text;
};

struct Sender {
  Sender& Chain() {
    ++chained;
    return *this;
  }
  int chained = 0;
  int Send(const std::string& to, const std::vector<Text>& what, const int* mark = nullptr) {
    std::printf("%s %s %d\n", to.c_str(), what.empty() ? "-" : what[0].text.c_str(), mark == nullptr ? 0 : *mark);
    return 1;
  }
};

struct Service : Client {
  std::string Fetch() { static ::spansmith::injected::sm_Site sm_call_1 = ::spansmith::injected::sm_Site("GET").sm_At("Service::Fetch", __FILE__, 42).sm_Scope("golden").sm_Kind(::spansmith::injected::sm_SpanKind::kClient);
#line 42 "input.cc"
                        return (static_cast<void>(::spansmith::injected::sm_CallGuard(&sm_call_1)), 
#line 6 "rules.yaml"
          probe::Get(*this, 
#line 42 "input.cc"
                                   "fetch"))
#line 42 "input.cc"
                                           ; }
};

static int Order() { static ::spansmith::injected::sm_Site sm_call_6 = ::spansmith::injected::sm_Site("GET").sm_At("Order", __FILE__, 51).sm_Scope("golden").sm_Kind(::spansmith::injected::sm_SpanKind::kClient); static ::spansmith::injected::sm_Site sm_call_7 = ::spansmith::injected::sm_Site("GET").sm_At("Order", __FILE__, 53).sm_Scope("golden").sm_Kind(::spansmith::injected::sm_SpanKind::kClient); static ::spansmith::injected::sm_Site sm_call_8 = ::spansmith::injected::sm_Site("GET").sm_At("Order", __FILE__, 53).sm_Scope("golden").sm_Kind(::spansmith::injected::sm_SpanKind::kClient);
  int handle = 1;
  int sum = 
#line 3 "rules.yaml"
          ::probe::Free(
#line 47 "input.cc"
            transfer_perform, 
#line 47 "input.cc"
                             &handle);
  sum += 
#line 3 "rules.yaml"
          ::probe::Free(
#line 48 "input.cc"
         (transfer_perform), 
#line 48 "input.cc"
                            &handle) + 
#line 3 "rules.yaml"
          ::probe::Free(
#line 48 "input.cc"
                                       ::transfer_perform, 
#line 48 "input.cc"
                                                          static_cast<HANDLE*>(&handle));
  sum += 
#line 3 "rules.yaml"
          ::probe::Free(
#line 49 "input.cc"
         transfer_idle
#line 49 "input.cc"
                       );
  Client client;
  std::printf("%s\n", (static_cast<void>(::spansmith::injected::sm_CallGuard(&sm_call_6)), 
#line 6 "rules.yaml"
          probe::Get(
#line 51 "input.cc"
                      client, 
#line 51 "input.cc"
                                 "a"))
#line 51 "input.cc"
                                     .c_str());
  auto held = std::make_unique<Client>();
  std::printf("%s %d\n", (static_cast<void>(::spansmith::injected::sm_CallGuard(&sm_call_7)), 
#line 6 "rules.yaml"
          probe::Get(*
#line 53 "input.cc"
                         held, 
#line 53 "input.cc"
                                   (static_cast<void>(::spansmith::injected::sm_CallGuard(&sm_call_8)), 
#line 6 "rules.yaml"
          probe::Get(
#line 53 "input.cc"
                                   client, 
#line 53 "input.cc"
                                              "b"))
#line 53 "input.cc"
                                                  ))
#line 53 "input.cc"
                                                   .c_str(), 
#line 11 "rules.yaml"
          probe::Calls(*
#line 53 "input.cc"
                                                             held
#line 53 "input.cc"
                                                                         ));
  Service service;
  std::printf("%s\n", service.Fetch().c_str());
  Sender sender;
  // A list in braces is given the type of its parameter; a null pointer that is a number cannot be handed on.
  sum += 
#line 13 "rules.yaml"
          probe::Send(
#line 58 "input.cc"
         sender, 
#line 58 "input.cc"
                     "c", ::std::vector< ::Text>
#line 58 "input.cc"
                          {{"d", "e"}}) + 
#line 13 "rules.yaml"
          probe::Send(
#line 58 "input.cc"
                                          sender, 
#line 58 "input.cc"
                                                      ::std::string
#line 58 "input.cc"
                                                      {'f'}, ::std::vector< ::Text>
#line 58 "input.cc"
                                                             {}) + 
#line 13 "rules.yaml"
          probe::Send(
#line 58 "input.cc"
                                                                   sender, 
#line 58 "input.cc"
                                                                               "g", ::std::vector< ::Text>
#line 58 "input.cc"
                                                                                    {}, nullptr);
  sum += sender.Send("h", {}, 0);
  sum += 
#line 13 "rules.yaml"
          probe::Send(
#line 15 "rules.yaml"
          probe::Chain(
#line 15 "rules.yaml"
          probe::Chain(
#line 60 "input.cc"
         sender
#line 60 "input.cc"
                      )
#line 60 "input.cc"
                              ), 
#line 60 "input.cc"
                                     "i", ::std::vector< ::Text>
#line 60 "input.cc"
                                          {}, nullptr) + sender.chained;
  return sum + 
#line 11 "rules.yaml"
          probe::Calls(
#line 61 "input.cc"
               client
#line 61 "input.cc"
                            );
}

void Run();
void Run() { std::printf("%d\n", Order()); }
