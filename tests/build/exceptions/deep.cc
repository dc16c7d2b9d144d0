// Exceptions that go past the throw hook, out of a plugin that was opened with RTLD_DEEPBIND, while one that was noted has
// just been caught: they are another's, and its object is gone. Argument: the plugin.
#include <dlfcn.h>

#include <cstdio>
#include <stdexcept>

#include <spansmith/annotations.h>

using Plugin = void(int);

SPANSMITH_SPAN("Around") static void Around(Plugin* plugin, int n) {
  try {
    throw std::runtime_error("caught inside");
  } catch (const std::exception& error) {
    std::printf("%s\n", error.what());
  }
  plugin(n);
}

int main(int, char** argv) {
  void* library = dlopen(argv[1], RTLD_NOW | RTLD_LOCAL | RTLD_DEEPBIND);
  if (library == nullptr) {
    std::printf("%s\n", dlerror());
    return 1;
  }
  auto* plugin = reinterpret_cast<Plugin*>(dlsym(library, "spansmith_throw"));
  for (int n = 1; n <= 3; ++n) {
    try {
      Around(plugin, n);
    } catch (const std::exception& error) {
      std::printf("caught %s\n", error.what());
    } catch (...) {
      std::printf("caught %d\n", n);
    }
  }
}
