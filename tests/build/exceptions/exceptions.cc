// Exceptions of every kind through functions with spans: out of a plugin, nested, rethrown, carried to another thread, of
// another language's runtime, and the unwinds of threads that are cancelled or leave. Argument: the plugin.
#include <dlfcn.h>
#include <pthread.h>
#include <unistd.h>
#include <unwind.h>

#include <cstdio>
#include <cstring>
#include <exception>
#include <stdexcept>
#include <string>
#include <thread>

#include <spansmith/annotations.h>

namespace {

struct Says {
  explicit Says(const char* t) : text(t) {}
  Says(const Says&) = delete;
  Says& operator=(const Says&) = delete;
  ~Says() { std::printf("  ~%s\n", text); }
  const char* text;
};

template <typename F>
void Caught(const char* what, F f) {
  std::printf("%s\n", what);
  try {
    f();
  } catch (const std::exception& error) {
    std::printf("  caught %s\n", error.what());
    try {
      std::rethrow_if_nested(error);
    } catch (const std::exception& inner) {
      std::printf("  in it %s\n", inner.what());
    }
  } catch (int error) {
    std::printf("  caught %d\n", error);
  } catch (...) {
    std::printf("  caught something\n");
  }
}

SPANSMITH_SPAN("Throws") int Throws(int n) {
  const Says says("Throws");
  if (n > 0) throw std::runtime_error("number " + std::to_string(n));
  throw n;
}

struct ThrowsInside {
  SPANSMITH_SPAN("~ThrowsInside") ~ThrowsInside() {
    try {
      Throws(2);
    } catch (const std::exception& error) {
      std::printf("  inside the destructor %s\n", error.what());
    }
  }
};
SPANSMITH_SPAN("Nested") void Nested() {
  const ThrowsInside inside;
  Throws(3);
}

SPANSMITH_SPAN("Rethrows") void Rethrows() {
  try {
    Throws(4);
  } catch (...) {
    const Says says("handler");
    throw;
  }
}

SPANSMITH_SPAN("WithNested") void WithNested() {
  try {
    Throws(5);
  } catch (...) {
    std::throw_with_nested(std::logic_error("around it"));
  }
}

SPANSMITH_SPAN("Transported") void Transported() {
  std::exception_ptr carried;
  std::thread([&carried] {
    try {
      Throws(6);
    } catch (...) {
      carried = std::current_exception();
    }
  }).join();
  std::rethrow_exception(carried);
}

void Release(_Unwind_Reason_Code, _Unwind_Exception*) { std::printf("  released\n"); }
SPANSMITH_SPAN("Foreign") void Foreign() {
  static _Unwind_Exception exception;
  std::memset(&exception, 0, sizeof exception);
  std::memcpy(&exception.exception_class, "SPANTEST", 8);
  exception.exception_cleanup = Release;
  const Says says("Foreign");
  _Unwind_RaiseException(&exception);
  std::printf("  nobody catches it\n");
}

SPANSMITH_SPAN("Leaves") void Leaves() {
  const Says says("Leaves");
  pthread_exit(nullptr);
}
int ready[2];
SPANSMITH_SPAN("IsCancelled") void IsCancelled() {
  const Says says("IsCancelled");
  char byte = 'x';
  if (write(ready[1], &byte, 1) != 1) return;
  for (;;) pause();
}
SPANSMITH_SPAN("Between") void Between() { IsCancelled(); }
template <void F()>
void* InThread(void*) {
  F();
  return nullptr;
}

using Plugin = int(int);

}  // namespace

SPANSMITH_SPAN("FromPlugin") static int FromPlugin(Plugin* plugin) { return plugin(7); }

int main(int, char** argv) {
  Caught("thrown", [] { Throws(1); });
  Caught("a number", [] { Throws(0); });
  Caught("nested", Nested);
  Caught("rethrown", Rethrows);
  Caught("with nested", WithNested);
  Caught("transported", Transported);
  Caught("foreign", Foreign);
  pthread_t thread;
  std::printf("left\n");
  pthread_create(&thread, nullptr, InThread<Leaves>, nullptr);
  pthread_join(thread, nullptr);
  std::printf("cancelled\n");
  char byte;
  if (pipe(ready) != 0) return 1;
  pthread_create(&thread, nullptr, InThread<Between>, nullptr);
  if (read(ready[0], &byte, 1) != 1) return 1;
  pthread_cancel(thread);
  void* result = nullptr;
  pthread_join(thread, &result);
  std::printf("  %s\n", result == PTHREAD_CANCELED ? "cancelled" : "not cancelled");
  void* library = dlopen(argv[1], RTLD_NOW | RTLD_LOCAL);
  if (library == nullptr) {
    std::printf("%s\n", dlerror());
    return 1;
  }
  Plugin* plugin = reinterpret_cast<Plugin*>(dlsym(library, "spansmith_plugin"));
  Caught("out of a plugin", [plugin] { FromPlugin(plugin); });
  std::printf("  and returned %d\n", plugin(0));
}
