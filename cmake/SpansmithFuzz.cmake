# spansmith_fuzz_target(<name> SOURCES <entry.cc>... CORPUS <folder> LIBRARIES <target>...): a parser of outside input under
# arbitrary bytes. The entry is libFuzzer's, LLVMFuzzerTestOneInput.
#
# With SPANSMITH_BUILD_TESTS, <name>_corpus runs the corpus and a fixed number of changed copies of it, in every ctest, with
# any compiler. With SPANSMITH_BUILD_FUZZERS (preset `fuzz`, clang++), <name> is libFuzzer's program: scripts/fuzz.
include_guard(GLOBAL)

function(spansmith_fuzz_target name)
  cmake_parse_arguments(PARSE_ARGV 1 fuzz "" "CORPUS" "SOURCES;LIBRARIES")
  if(SPANSMITH_BUILD_TESTS)
    add_executable(${name}_corpus ${fuzz_SOURCES} "${PROJECT_SOURCE_DIR}/tests/fuzz/corpus_main.cc")
    set(programs ${name}_corpus)
    add_test(NAME fuzz.${name} COMMAND ${name}_corpus "${CMAKE_CURRENT_SOURCE_DIR}/${fuzz_CORPUS}")
  endif()
  if(SPANSMITH_BUILD_FUZZERS)
    if(NOT CMAKE_CXX_COMPILER_ID STREQUAL "Clang")
      message(FATAL_ERROR "SPANSMITH_BUILD_FUZZERS: libFuzzer comes with Clang, and the compiler is "
        "${CMAKE_CXX_COMPILER}. Configure with --preset fuzz, or without this option.")
    endif()
    add_executable(${name} ${fuzz_SOURCES})
    target_link_options(${name} PRIVATE -fsanitize=fuzzer)
    list(APPEND programs ${name})
    set_property(GLOBAL APPEND PROPERTY SPANSMITH_FUZZERS ${name})
    file(APPEND "${PROJECT_BINARY_DIR}/fuzzers.txt" "${name} ${CMAKE_CURRENT_BINARY_DIR} ${CMAKE_CURRENT_SOURCE_DIR}/${fuzz_CORPUS}\n")
  endif()
  foreach(program IN LISTS programs)
    spansmith_own_target(${program})
    target_include_directories(${program} PRIVATE "${PROJECT_SOURCE_DIR}")
    target_link_libraries(${program} PRIVATE ${fuzz_LIBRARIES})
  endforeach()
endfunction()
