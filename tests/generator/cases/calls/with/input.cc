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
  Sender sender;
  // A list in braces is given the type of its parameter; a null pointer that is a number cannot be handed on.
  sum += sender.Send("c", {{"d", "e"}}) + sender.Send({'f'}, {}) + sender.Send("g", {}, nullptr);
  sum += sender.Send("h", {}, 0);
  sum += sender.Chain().Chain().Send("i", {}, nullptr) + sender.chained;
  return sum + client.Calls();
}

void Run();
void Run() { std::printf("%d\n", Order()); }
