// Copyright The Spansmith Authors
// SPDX-License-Identifier: Apache-2.0
//
// The hook knows what passes through: nested throws, rethrow, throws inside libstdc++, exceptions from other threads.
#include <cxxabi.h>
#include <dlfcn.h>
#include <gtest/gtest.h>

#include <cstdlib>
#include <exception>
#include <stdexcept>
#include <string>
#include <thread>
#include <vector>

#include "errors/in_flight.h"
#include "errors/origins.h"
#include "record/clock.h"

namespace spansmith::errors {
namespace {

struct Seen {
  std::string type;
  std::string message;
  std::uint64_t origin = 0;
};
std::vector<Seen> seen;

// As a guard: looks at what passes.
struct Probe {
  std::uint64_t span;
  int entered = std::uncaught_exceptions();
  record::Ticks start = record::Now();
  ~Probe() {
    const int now = std::uncaught_exceptions();
    if (now <= entered) return;
    const InFlight* error = FindInFlight(now, start);
    if (error == nullptr || error->foreign) {
      seen.push_back({error == nullptr ? "unknown" : "foreign", "", 0});
      return;
    }
    const char* message = MessageOf(*error);
    seen.push_back(
        {error->type->name(), message == nullptr ? "-" : message, ClaimOrigin(*error, {1, 1, span, nullptr}).span_id});
  }
};

class ThrowHook : public ::testing::Test {
 protected:
  void SetUp() override {
    seen.clear();
    EnableThrowHook(true);
  }
  void TearDown() override { EnableThrowHook(false); }
};

TEST_F(ThrowHook, SeesTypeAndMessageAndTheFirstSpan) {
  try {
    const Probe outer{1};
    const Probe inner{2};
    throw std::runtime_error("broken");
  } catch (const std::exception&) {
  }
  ASSERT_EQ(seen.size(), 2u);
  EXPECT_EQ(seen[0].type, typeid(std::runtime_error).name());
  EXPECT_EQ(seen[0].message, "broken");
  EXPECT_EQ(seen[0].origin, 0u);
  EXPECT_EQ(seen[1].origin, 2u);
}

TEST_F(ThrowHook, SeesThrowsInsideTheStandardLibrary) {
  try {
    const Probe probe{1};
    static_cast<void>(std::vector<int>().at(3));
  } catch (const std::out_of_range&) {
  }
  ASSERT_EQ(seen.size(), 1u);
  EXPECT_EQ(seen[0].type, typeid(std::out_of_range).name());
}

TEST_F(ThrowHook, ARethrowKeepsItsOrigin) {
  try {
    const Probe outer{1};
    try {
      const Probe inner{2};
      throw std::logic_error("again");
    } catch (...) {
      try {
        throw 5;
      } catch (int) {
      }
      throw;
    }
  } catch (const std::exception&) {
  }
  ASSERT_EQ(seen.size(), 2u);
  EXPECT_EQ(seen[1].message, "again");
  EXPECT_EQ(seen[1].origin, 2u);
}

TEST_F(ThrowHook, AThrowWhileAnotherIsInFlight) {
  struct ThrowsInside {
    ~ThrowsInside() {
      try {
        const Probe probe{9};
        throw std::invalid_argument("inner");
      } catch (const std::exception&) {
      }
    }
  };
  try {
    const Probe outer{1};
    const ThrowsInside middle;
    throw std::runtime_error("outer");
  } catch (const std::exception&) {
  }
  ASSERT_EQ(seen.size(), 2u);
  EXPECT_EQ(seen[0].message, "inner");
  EXPECT_EQ(seen[1].message, "outer");
}

TEST_F(ThrowHook, ATypeThatIsNoStdException) {
  try {
    const Probe probe{1};
    throw 42;
  } catch (int) {
  }
  ASSERT_EQ(seen.size(), 1u);
  EXPECT_EQ(seen[0].type, "i");
  EXPECT_EQ(seen[0].message, "-");
}

TEST_F(ThrowHook, VirtualAndMultipleBasesReachWhat) {
  struct Other {
    virtual ~Other() = default;
    int padding = 7;
  };
  struct Both : Other, virtual std::exception {
    const char* what() const noexcept override { return "both"; }
  };
  try {
    const Probe probe{1};
    throw Both();
  } catch (const Both&) {
  }
  ASSERT_EQ(seen.size(), 1u);
  EXPECT_EQ(seen[0].message, "both");
}

TEST_F(ThrowHook, AnExceptionFromAnotherThread) {
  std::exception_ptr error;
  std::thread([&] {
    try {
      throw std::runtime_error("from a thread");
    } catch (...) {
      error = std::current_exception();
    }
  }).join();
  try {
    const Probe probe{1};
    std::rethrow_exception(error);
  } catch (const std::exception&) {
  }
  try {
    const Probe probe{2};
    std::rethrow_exception(std::make_exception_ptr(std::logic_error("never thrown before")));
  } catch (const std::exception&) {
  }
  ASSERT_EQ(seen.size(), 2u);
  EXPECT_EQ(seen[0].message, "from a thread");
  EXPECT_EQ(seen[1].message, "never thrown before");
}

TEST_F(ThrowHook, AnExceptionThatIsCarriedToAnotherThreadKeepsItsOrigin) {
  std::exception_ptr error;
  std::thread([&] {
    try {
      const Probe inner{7};
      throw std::runtime_error("carried");
    } catch (...) {
      error = std::current_exception();
    }
  }).join();
  for (const std::uint64_t span : {8u, 9u}) {
    try {
      const Probe outer{span};
      std::rethrow_exception(error);
    } catch (const std::exception&) {
    }
  }
  ASSERT_EQ(seen.size(), 3u);
  EXPECT_EQ(seen[0].origin, 0u);
  EXPECT_EQ(seen[1].origin, 7u);
  EXPECT_EQ(seen[2].origin, 7u);
}

TEST_F(ThrowHook, AnExceptionMadeOfAnotherHasThatOnesOrigin) {
  std::string causes;
  try {
    const Probe outer{1};
    try {
      const Probe inner{2};
      throw std::runtime_error("refused");
    } catch (const std::exception&) {
      try {
        std::throw_with_nested(std::logic_error("failed to get"));
      } catch (...) {
        InFlight error = *FindInFlight(1, 0);
        for (error = CauseOf(error); error.type != nullptr; error = CauseOf(error)) causes += MessageOf(error);
        throw;
      }
    }
  } catch (const std::exception&) {
  }
  ASSERT_EQ(seen.size(), 2u);
  EXPECT_EQ(seen[1].message, "failed to get");
  EXPECT_EQ(seen[1].origin, 2u);
  EXPECT_EQ(causes, "refused");
}

TEST_F(ThrowHook, AnotherExceptionAtTheSamePlaceIsAnotherError) {
  for (const std::uint64_t span : {1u, 2u}) {
    try {
      const Probe probe{span};
      throw std::runtime_error("again");  // libstdc++ allocates it where the last one was
    } catch (const std::exception&) {
    }
  }
  ASSERT_EQ(seen.size(), 2u);
  EXPECT_EQ(seen[1].origin, 0u);
}

TEST_F(ThrowHook, TheStackIsThatOfTheThrowAlsoOnceRethrown) {
  EnableStackTraces(true);
  int size = 0;
  void* first = nullptr;
  void* again = nullptr;
  try {
    try {
      throw std::runtime_error("here");
    } catch (...) {
      size = StackOf(*FindInFlight(1, 0)).size;
      first = StackOf(*FindInFlight(1, 0)).addresses[size - 1];
      throw;
    }
  } catch (...) {
    again = StackOf(*FindInFlight(1, 0)).addresses[StackOf(*FindInFlight(1, 0)).size - 1];
  }
  EnableStackTraces(false);
  EXPECT_GT(size, 2);
  EXPECT_EQ(first, again);
  EXPECT_EQ(StackOf(*FindInFlight(1, 0)).size, 0);
}

TEST_F(ThrowHook, WhatIsOverIsNotTakenForOneThatPassedTheHook) {
  try {
    const Probe probe{1};
    throw std::runtime_error("over");
  } catch (const std::exception&) {
  }
  EnableThrowHook(false);  // as if the next one came out of a library with a __cxa_throw of its own
  try {
    const Probe probe{2};
    throw std::runtime_error("unseen");
  } catch (const std::exception&) {
  }
  ASSERT_EQ(seen.size(), 2u);
  EXPECT_EQ(seen[0].message, "over");
  EXPECT_EQ(seen[1].type, "unknown");
}

// As a plugin does that was opened with RTLD_DEEPBIND.
[[noreturn]] void ThrowPastTheHook(int value) {
  void* const library = dlopen("libstdc++.so.6", RTLD_NOW | RTLD_NOLOAD);
  if (library == nullptr) std::abort();
  void* const object = abi::__cxa_allocate_exception(sizeof value);
  *static_cast<int*>(object) = value;
  const auto real =
      reinterpret_cast<void (*)(void*, const std::type_info*, void (*)(void*))>(dlsym(library, "__cxa_throw"));
  real(object, &typeid(int), nullptr);
  std::abort();
}

TEST_F(ThrowHook, OneThatPassedTheHookIsNotTakenForOneCaughtBefore) {
  try {
    const Probe outer{1};
    try {
      const Probe inner{2};
      throw std::runtime_error("caught");
    } catch (const std::exception&) {
    }
    ThrowPastTheHook(7);  // its object is where the other's was, and no std::exception
  } catch (int value) {
    EXPECT_EQ(value, 7);
  }
  ASSERT_EQ(seen.size(), 2u);
  EXPECT_EQ(seen[0].message, "caught");
  EXPECT_EQ(seen[1].type, "unknown");
}

TEST_F(ThrowHook, OneThatPassedTheHookLeavesTheOuterOneKnown) {
  struct ThrowsInside {
    ~ThrowsInside() {
      try {
        ThrowPastTheHook(8);
      } catch (int) {
      }
    }
  };
  try {
    const Probe outer{1};
    const ThrowsInside middle;
    throw std::runtime_error("outer");
  } catch (const std::exception&) {
  }
  ASSERT_EQ(seen.size(), 1u);
  EXPECT_EQ(seen[0].message, "outer");
}

TEST_F(ThrowHook, SwitchedOffKnowsNothing) {
  // Another thread: nothing was noted there before.
  EnableThrowHook(false);
  std::thread([] {
    try {
      const Probe probe{1};
      throw std::runtime_error("unseen");
    } catch (const std::exception&) {
    }
  }).join();
  ASSERT_EQ(seen.size(), 1u);
  EXPECT_EQ(seen[0].type, "unknown");
}

}  // namespace
}  // namespace spansmith::errors
