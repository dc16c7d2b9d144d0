// The pack of executors with Boost.Asio: post, dispatch and defer to an executor; a handler keeps the strand it is bound to.
// flags: -std=c++20 -pthread
// packs: executors
// libraries: -pthread
#include <spansmith/annotations.h>

#pragma GCC diagnostic ignored "-Wzero-as-null-pointer-constant"  // of Boost's own templates

#include <boost/asio/bind_executor.hpp>
#include <boost/asio/defer.hpp>
#include <boost/asio/dispatch.hpp>
#include <boost/asio/io_context.hpp>
#include <boost/asio/post.hpp>
#include <boost/asio/strand.hpp>
#include <boost/asio/thread_pool.hpp>
#include <boost/asio/use_future.hpp>
#include <atomic>
#include <cstdio>
#include <memory>

namespace asio = boost::asio;

static std::atomic<int> sum{0};

SPANSMITH_SPAN("Work") static void Work(int value) { sum += value < 0 ? throw value : value; }

SPANSMITH_SPAN("Hand over") static bool HandOver(asio::thread_pool& pool) {
  asio::post(pool, [] { Work(1); });
  asio::dispatch(pool.get_executor(), [] { Work(2); });
  asio::defer(pool, [held = std::make_unique<int>(4)] { Work(*held); });
  asio::post(pool, asio::use_future).get();  // no callable

  auto strand = asio::make_strand(pool);
  std::atomic<bool> in_strand{false};
  asio::post(pool, asio::bind_executor(strand, [&] {
               in_strand = strand.running_in_this_thread();
               Work(8);
             }));
  pool.join();
  return in_strand;
}

void Run();
void Run() {
  asio::thread_pool pool(2);
  const bool in_strand = HandOver(pool);
  std::printf("%d %d\n", sum.load(), in_strand);

  asio::io_context context;
  asio::post(context, [] { Work(16); });  // under no span
  context.run();
  std::printf("%d\n", sum.load());
}
