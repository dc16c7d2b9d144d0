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
  std::string Fetch() { return Get("fetch"); }
};

static int Order() {
  int handle = 1;
  int sum = transfer_perform(&handle);
  sum += (transfer_perform)(&handle) + ::transfer_perform(static_cast<HANDLE*>(&handle));
  sum += transfer_idle();
  Client client;
  std::printf("%s\n", client.Get("a").c_str());
  auto held = std::make_unique<Client>();
  std::printf("%s %d\n", held->Get(client.Get("b")).c_str(), held->Calls());
  Service service;
  std::printf("%s\n", service.Fetch().c_str());
  return sum + client.Calls();
}

void Run();
void Run() { std::printf("%d\n", Order()); }
