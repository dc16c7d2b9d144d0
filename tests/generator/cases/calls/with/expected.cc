/*prologue*/
#line 1 "input.cc"
// A call of another function instead, with the function or the object in front; its header stands first.
// flags: -I.
#include <cstdio>
#include <memory>
#include <string>

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

struct Service : Client {
  std::string Fetch() { static ::spansmith::injected::sm_Site sm_call_1 = ::spansmith::injected::sm_Site("GET").sm_At("Service::Fetch", __FILE__, 24).sm_Scope("golden").sm_Kind(::spansmith::injected::sm_SpanKind::kClient);
#line 24 "input.cc"
                        return (static_cast<void>(::spansmith::injected::sm_CallGuard(&sm_call_1)), 
#line 6 "rules.yaml"
          probe::Get(*this, 
#line 24 "input.cc"
                                   "fetch"))
#line 24 "input.cc"
                                           ; }
};

static int Order() { static ::spansmith::injected::sm_Site sm_call_6 = ::spansmith::injected::sm_Site("GET").sm_At("Order", __FILE__, 33).sm_Scope("golden").sm_Kind(::spansmith::injected::sm_SpanKind::kClient); static ::spansmith::injected::sm_Site sm_call_7 = ::spansmith::injected::sm_Site("GET").sm_At("Order", __FILE__, 35).sm_Scope("golden").sm_Kind(::spansmith::injected::sm_SpanKind::kClient); static ::spansmith::injected::sm_Site sm_call_8 = ::spansmith::injected::sm_Site("GET").sm_At("Order", __FILE__, 35).sm_Scope("golden").sm_Kind(::spansmith::injected::sm_SpanKind::kClient);
  int handle = 1;
  int sum = 
#line 3 "rules.yaml"
          ::probe::Free(
#line 29 "input.cc"
            transfer_perform, 
#line 29 "input.cc"
                             &handle);
  sum += 
#line 3 "rules.yaml"
          ::probe::Free(
#line 30 "input.cc"
         (transfer_perform), 
#line 30 "input.cc"
                            &handle) + 
#line 3 "rules.yaml"
          ::probe::Free(
#line 30 "input.cc"
                                       ::transfer_perform, 
#line 30 "input.cc"
                                                          static_cast<HANDLE*>(&handle));
  sum += 
#line 3 "rules.yaml"
          ::probe::Free(
#line 31 "input.cc"
         transfer_idle
#line 31 "input.cc"
                       );
  Client client;
  std::printf("%s\n", (static_cast<void>(::spansmith::injected::sm_CallGuard(&sm_call_6)), 
#line 6 "rules.yaml"
          probe::Get(
#line 33 "input.cc"
                      client, 
#line 33 "input.cc"
                                 "a"))
#line 33 "input.cc"
                                     .c_str());
  auto held = std::make_unique<Client>();
  std::printf("%s %d\n", (static_cast<void>(::spansmith::injected::sm_CallGuard(&sm_call_7)), 
#line 6 "rules.yaml"
          probe::Get(*
#line 35 "input.cc"
                         held, 
#line 35 "input.cc"
                                   (static_cast<void>(::spansmith::injected::sm_CallGuard(&sm_call_8)), 
#line 6 "rules.yaml"
          probe::Get(
#line 35 "input.cc"
                                   client, 
#line 35 "input.cc"
                                              "b"))
#line 35 "input.cc"
                                                  ))
#line 35 "input.cc"
                                                   .c_str(), 
#line 11 "rules.yaml"
          probe::Calls(*
#line 35 "input.cc"
                                                             held
#line 35 "input.cc"
                                                                         ));
  Service service;
  std::printf("%s\n", service.Fetch().c_str());
  return sum + 
#line 11 "rules.yaml"
          probe::Calls(
#line 38 "input.cc"
               client
#line 38 "input.cc"
                            );
}

void Run();
void Run() { std::printf("%d\n", Order()); }
