# How Spansmith's own code is compiled. Never applied to a user's target.
include_guard(GLOBAL)

# Warnings and standard of a target of ours: C++20 inside, or C++17 where users include it.
function(spansmith_own_target target)
  target_compile_features(${target} PRIVATE cxx_std_20)
  set_target_properties(${target} PROPERTIES CXX_EXTENSIONS OFF)
  target_compile_options(${target} PRIVATE -Wall -Wextra -Wshadow -Wconversion -Werror)
  # g++ 12 at -O3 sees overlaps in std::string's own code (GCC bug 105329).
  target_compile_options(${target} PRIVATE $<$<AND:$<CXX_COMPILER_ID:GNU>,$<VERSION_LESS:$<CXX_COMPILER_VERSION>,13>>:-Wno-restrict>)
  # libstdc++ before 13 calls a deprecated function of its own in stable_sort, and clang++ blames its caller.
  target_compile_options(${target} PRIVATE $<$<CXX_COMPILER_ID:Clang>:-Wno-deprecated-declarations>)
  # With a sanitizer g++ sees uninitialised members in its own <regex>, and the bytes behind a record's header as none.
  if(CMAKE_CXX_COMPILER_ID STREQUAL "GNU" AND CMAKE_CXX_FLAGS MATCHES "-fsanitize=")
    target_compile_options(${target} PRIVATE -Wno-maybe-uninitialized -Wno-array-bounds)
  endif()
  # Tests are run once for each time that they are compiled.
  if(target MATCHES "_test$")
    spansmith_quick_to_build(${target})
  endif()
endfunction()

# In the default preset with less optimisation, for two thirds of the time.
function(spansmith_quick_to_build target)
  target_compile_options(${target} PRIVATE $<$<CONFIG:RelWithDebInfo>:-O1 -g1>)
endfunction()

# The same for samples, which are built several times over. The release preset, which benches use, has them as they would
# ship.
function(spansmith_sample_target target)
  spansmith_own_target(${target})
  spansmith_quick_to_build(${target})
endfunction()
