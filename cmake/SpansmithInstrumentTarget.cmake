# Copyright The Spansmith Authors
# SPDX-License-Identifier: Apache-2.0
#
# spansmith_instrument_target: what a user calls to have one target's annotated functions traced.
#
#   spansmith_instrument_target(<target>
#     [SERVICE_NAME <name>] [SERVICE_VERSION <version>]   # of the program; executables only; the environment wins
#     [DEFAULT_ENDPOINT <url>]                            # OTLP endpoint where the environment names none; executables only
#     [DEFAULT_ENDPOINT_IN_CLUSTER <url>]                 # the same in a Kubernetes pod (KUBERNETES_SERVICE_HOST is set)
#     [SCOPE <name>]                                      # tracer name of functions without SPANSMITH_SCOPE
#     [OK_ON_SUCCESS]                                     # span status Ok, rather than Unset, on a normal return
#     [STRICT]                                            # a source that cannot be parsed is an error, not a warning
#     [RULES <file>|pack:<name>...]                       # rule files (docs/rules.md), in the order in which they refine
#     [ANNOTATIONS ON|OFF])                               # OFF: annotations stay empty, rules alone say what has a span
#
# What it does to the target, all of it: `spansmith cc ... --` goes in front of the compiler (and of any launcher that
# is there already, such as ccache); the target waits for the tool to be built; it links Spansmith::annotations,
# Spansmith::runtime and what its packs call (Spansmith::libcurl, Spansmith::httplib), PRIVATE; an executable with SERVICE_NAME, SERVICE_VERSION or a DEFAULT_ENDPOINT gets one generated
# source; when it is built, `spansmith check` writes spansmith-report.json (docs/report.md) below the build folder and
# warns of rules that matched nothing in it; a changed rule file is checked, once, by <target>_spansmith_rules, and rebuilds its
# objects. No compile option changes. Changing an argument rebuilds under Ninja, not under
# Makefiles: build clean there.
include_guard(GLOBAL)
include("${CMAKE_CURRENT_LIST_DIR}/SpansmithOneDefinition.cmake")

# Ends the configuration with the four things a person needs.
function(_spansmith_error what where expected action)
  message(FATAL_ERROR
    "spansmith_instrument_target: ${what}\n  where: ${where}\n  expected: ${expected}\n  to do: ${action}")
endfunction()

# The tool's CMake target: Spansmith::generator once installed, spansmith inside our own build.
function(_spansmith_tool_target out target)
  foreach(candidate Spansmith::generator spansmith)
    if(TARGET ${candidate})
      get_target_property(aliased ${candidate} ALIASED_TARGET)
      if(aliased)
        set(candidate ${aliased})
      endif()
      set(${out} ${candidate} PARENT_SCOPE)
      return()
    endif()
  endforeach()
  _spansmith_error("the spansmith tool is not known to CMake" "target '${target}' in ${CMAKE_CURRENT_SOURCE_DIR}"
    "a target Spansmith::generator or spansmith"
    "call find_package(Spansmith), or add Spansmith with SPANSMITH_BUILD_GENERATOR=ON, before this call")
endfunction()

# Refuses what a launcher cannot instrument, before anything of the target is touched.
function(_spansmith_check_target target)
  set(where "${CMAKE_CURRENT_SOURCE_DIR}/CMakeLists.txt")
  if(NOT TARGET "${target}")
    _spansmith_error("there is no target '${target}'" "${where}"
      "the name of an executable or library that add_executable or add_library made"
      "move the call below add_executable or add_library, or correct the name")
  endif()
  get_target_property(aliased ${target} ALIASED_TARGET)
  if(aliased)
    _spansmith_error("'${target}' is an alias" "${where}" "a target that compiles sources"
      "name the target that it stands for: ${aliased}")
  endif()
  get_target_property(imported ${target} IMPORTED)
  if(imported)
    _spansmith_error("'${target}' is imported, so nothing of it is compiled here" "${where}"
      "a target that compiles sources" "instrument it in the project that builds it")
  endif()
  get_target_property(type ${target} TYPE)
  if(NOT type MATCHES "^(EXECUTABLE|STATIC_LIBRARY|SHARED_LIBRARY|MODULE_LIBRARY|OBJECT_LIBRARY)$")
    _spansmith_error("'${target}' is of type ${type}, which compiles no source" "${where}"
      "an executable or a static, shared, module or object library"
      "instrument the targets that compile the sources which use it")
  endif()
  get_target_property(instrumented ${target} SPANSMITH_INSTRUMENTED)
  if(instrumented)
    _spansmith_error("'${target}' is instrumented already, in ${instrumented}" "${where}"
      "one call for a target" "put all arguments into one call")
  endif()
  if(CMAKE_GENERATOR MATCHES "Visual Studio|Xcode")
    _spansmith_error("the CMake generator '${CMAKE_GENERATOR}' does not run compiler launchers" "${where}"
      "Ninja, Ninja Multi-Config or Unix Makefiles" "configure with -G Ninja")
  endif()
endfunction()

# value -> out: the text of a C++ string literal that holds it.
function(_spansmith_cxx_literal value out)
  string(REPLACE "\\" "\\\\" value "${value}")
  string(REPLACE "\"" "\\\"" value "${value}")
  string(REPLACE "\n" "\\n" value "${value}")
  set(${out} "\"${value}\"" PARENT_SCOPE)
endfunction()

# The source that says, before main, what the build knows about the program.
function(_spansmith_add_defaults target name version endpoint endpoint_in_cluster)
  foreach(field name version endpoint endpoint_in_cluster)
    _spansmith_cxx_literal("${${field}}" ${field})
  endforeach()
  set(source "${CMAKE_CURRENT_BINARY_DIR}/spansmith/${target}_defaults.cc")
  # CONFIGURE and not WRITE: it leaves an unchanged file alone, so that configuring again recompiles nothing.
  file(CONFIGURE OUTPUT "${source}" @ONLY CONTENT [[
// Generated by spansmith_instrument_target(@target@): what the build says about the program. The environment wins.
#include <spansmith/injected.h>

#if defined(__clang__)
#pragma clang diagnostic ignored "-Wglobal-constructors"  // it is one, by intent, whatever warnings the target has on
#endif

namespace {
const bool registered = (::spansmith::injected::RegisterDefaults({@name@, @version@, @endpoint@, @endpoint_in_cluster@}), true);
}  // namespace
]])
  target_sources(${target} PRIVATE "${source}")
  # Not for a reader of the report or of a lint run, and never part of a unity file: nothing of the user's is in it.
  set_source_files_properties("${source}" PROPERTIES SKIP_UNITY_BUILD_INCLUSION ON SKIP_LINTING ON)
endfunction()

# Where the packs are: beside this file once installed, else in the source tree.
set(_spansmith_packs "${CMAKE_CURRENT_LIST_DIR}/rules")
if(NOT IS_DIRECTORY "${_spansmith_packs}")
  cmake_path(SET _spansmith_packs NORMALIZE "${CMAKE_CURRENT_LIST_DIR}/../rules")
endif()
set_property(GLOBAL PROPERTY SPANSMITH_PACKS "${_spansmith_packs}")

# The rule files as absolute paths -> out.
function(_spansmith_rule_files where out)
  set(files "")
  get_property(packs GLOBAL PROPERTY SPANSMITH_PACKS)
  foreach(file IN LISTS ARGN)
    if(file MATCHES "^pack:(.*)$")
      set(file "${packs}/${CMAKE_MATCH_1}/rules.yaml")
      if(NOT EXISTS "${file}")
        file(GLOB known RELATIVE "${packs}" "${packs}/*/rules.yaml")
        string(REPLACE "/rules.yaml" "" known "${known}")
        string(REPLACE ";" ", " known "${known}")
        _spansmith_error("there is no rule pack '${CMAKE_MATCH_1}'" "${where}" "one of ${known}" "correct the name")
      endif()
    endif()
    cmake_path(ABSOLUTE_PATH file BASE_DIRECTORY "${CMAKE_CURRENT_SOURCE_DIR}" NORMALIZE)
    if(NOT EXISTS "${file}" OR IS_DIRECTORY "${file}")
      _spansmith_error("there is no rule file '${file}'" "${where}"
        "the path of a YAML file, relative to ${CMAKE_CURRENT_SOURCE_DIR} or absolute"
        "correct the path behind RULES, or write the file (docs/rules.md)")
    endif()
    if(file IN_LIST files)
      _spansmith_error("the rule file '${file}' is named twice" "${where}" "each file once" "remove one")
    endif()
    list(APPEND files "${file}")
  endforeach()
  set(${out} "${files}" PARENT_SCOPE)
endfunction()

# A wrong rule file is said once, before anything of the target is compiled, and not by each of its sources: a target in
# front of it that checks the files when they change. (`spansmith cc` by hand says it itself.)
function(_spansmith_check_rules_first target tool)
  if(NOT ARGN)
    return()
  endif()
  set(options "")
  foreach(file IN LISTS ARGN)
    list(APPEND options --rules "${file}")
  endforeach()
  set(stamp "${CMAKE_CURRENT_BINARY_DIR}/spansmith/${target}/rules-checked")
  file(MAKE_DIRECTORY "${CMAKE_CURRENT_BINARY_DIR}/spansmith/${target}")
  add_custom_command(OUTPUT "${stamp}"
    COMMAND "$<TARGET_FILE:${tool}>" check ${options} COMMAND ${CMAKE_COMMAND} -E touch "${stamp}"
    DEPENDS ${ARGN} VERBATIM COMMENT "Checking the rule files of ${target}")
  add_custom_target(${target}_spansmith_rules DEPENDS "${stamp}")
  add_dependencies(${target}_spansmith_rules ${tool})
  add_dependencies(${target} ${target}_spansmith_rules)
endfunction()

# What packs call: links the integration of each that has one.
function(_spansmith_link_packs target where)
  foreach(file IN LISTS ARGN)
    if(NOT file MATCHES "^pack:(.*)$")
      continue()
    endif()
    set(integration "${CMAKE_MATCH_1}")
    if(integration STREQUAL "cpp-httplib")
      set(integration httplib)
    endif()
    if(TARGET Spansmith::${integration})
      target_link_libraries(${target} PRIVATE Spansmith::${integration})
    elseif(integration MATCHES "^(libcurl|httplib)$")
      _spansmith_error("the pack '${CMAKE_MATCH_1}' needs Spansmith::${integration}, which is not there" "${where}"
        "find_package(Spansmith) or Spansmith's own build before this call" "move the call below it")
    endif()
  endforeach()
endfunction()

# When the target is built: `spansmith check` reads what each compile left beside its object, writes the target's report
# and warns of rules that matched nothing. After the link where there is one; an object library, or a target of another
# folder, gets a step of its own. The objects are named in a file: a command line would be too long for large targets.
function(_spansmith_add_report target tool)
  set(folder "${CMAKE_CURRENT_BINARY_DIR}/spansmith/${target}")
  get_property(several GLOBAL PROPERTY GENERATOR_IS_MULTI_CONFIG)
  if(several)
    string(APPEND folder "/$<CONFIG>")
  endif()
  set(options "")
  foreach(file IN LISTS ARGN)
    list(APPEND options --rules "${file}")
  endforeach()
  # Not the generated source: nothing of the user's is in it.
  string(REGEX REPLACE "([][+.*()^$?|\\\\])" "\\\\\\1" quoted "${target}")
  set(objects "$<FILTER:$<TARGET_OBJECTS:${target}>,EXCLUDE,/spansmith/${quoted}_defaults\\.cc\\.[a-z]+$>")
  file(GENERATE OUTPUT "${folder}/objects.txt" CONTENT "$<JOIN:${objects},\n>\n")
  set(command "$<TARGET_FILE:${tool}>" check --target "${target}" --report "${folder}/spansmith-report.json" ${options}
    --objects "${folder}/objects.txt")
  get_target_property(type ${target} TYPE)
  get_target_property(source_folder ${target} SOURCE_DIR)
  if(NOT type STREQUAL "OBJECT_LIBRARY" AND source_folder STREQUAL CMAKE_CURRENT_SOURCE_DIR)
    add_custom_command(TARGET ${target} POST_BUILD COMMAND ${command} VERBATIM)
    return()
  endif()
  set(stamp "${folder}/checked")
  add_custom_command(OUTPUT "${stamp}"
    COMMAND ${command} COMMAND ${CMAKE_COMMAND} -E touch "${stamp}"
    DEPENDS "$<TARGET_OBJECTS:${target}>" ${ARGN} VERBATIM
    COMMENT "Writing the Spansmith report of ${target}")
  get_target_property(apart ${target} EXCLUDE_FROM_ALL)
  if(apart)
    add_custom_target(${target}_spansmith_report DEPENDS "${stamp}")
  else()
    add_custom_target(${target}_spansmith_report ALL DEPENDS "${stamp}")
  endif()
  add_dependencies(${target}_spansmith_report ${target})
endfunction()

function(spansmith_instrument_target target)
  set(where "target '${target}' in ${CMAKE_CURRENT_SOURCE_DIR}/CMakeLists.txt")
  set(flags OK_ON_SUCCESS STRICT)
  set(values SERVICE_NAME SERVICE_VERSION SCOPE DEFAULT_ENDPOINT DEFAULT_ENDPOINT_IN_CLUSTER ANNOTATIONS)
  cmake_parse_arguments(PARSE_ARGV 1 arg "${flags}" "${values}" "RULES")
  if(DEFINED arg_UNPARSED_ARGUMENTS)
    list(GET arg_UNPARSED_ARGUMENTS 0 unknown)
    _spansmith_error("unknown argument '${unknown}'" "${where}"
      "RULES, ANNOTATIONS, SERVICE_NAME, SERVICE_VERSION, SCOPE, DEFAULT_ENDPOINT, DEFAULT_ENDPOINT_IN_CLUSTER, OK_ON_SUCCESS or STRICT"
      "remove it or correct its spelling")
  endif()
  if(DEFINED arg_KEYWORDS_MISSING_VALUES)
    _spansmith_error("'${arg_KEYWORDS_MISSING_VALUES}' has no value" "${where}" "a value after it"
      "write the value, or leave the word out")
  endif()
  set(annotations ON)
  if(DEFINED arg_ANNOTATIONS)
    set(annotations "${arg_ANNOTATIONS}")
    if(NOT annotations MATCHES "^(ON|OFF|TRUE|FALSE|1|0)$")
      _spansmith_error("'ANNOTATIONS ${annotations}' is neither on nor off" "${where}" "ANNOTATIONS ON or ANNOTATIONS OFF"
        "write one of the two, or leave it out: annotations are on")
    endif()
    if(NOT annotations AND NOT DEFINED arg_RULES)
      _spansmith_error("ANNOTATIONS OFF without RULES would trace nothing" "${where}" "RULES with a rule file beside it"
        "name a rule file, or leave the call out")
    endif()
  endif()
  _spansmith_rule_files("${where}" rules ${arg_RULES})
  _spansmith_check_target("${target}")
  _spansmith_tool_target(tool "${target}")

  get_target_property(type ${target} TYPE)
  set(about_program FALSE)
  foreach(value SERVICE_NAME SERVICE_VERSION DEFAULT_ENDPOINT DEFAULT_ENDPOINT_IN_CLUSTER)
    if(DEFINED arg_${value})
      set(about_program TRUE)
      if(NOT type STREQUAL "EXECUTABLE")
        _spansmith_error("${value} is said of a program, and '${target}' is of type ${type}" "${where}"
          "${value} on an executable" "move it to the call for the executable that links '${target}'")
      endif()
    endif()
  endforeach()

  set(launcher "$<TARGET_FILE:${tool}>" cc --target "${target}")
  if(DEFINED arg_SCOPE)
    list(APPEND launcher --scope "${arg_SCOPE}")
  endif()
  if(arg_OK_ON_SUCCESS)
    list(APPEND launcher --ok-on-success)
  endif()
  if(arg_STRICT)
    list(APPEND launcher --strict)
  endif()
  foreach(file IN LISTS rules)
    list(APPEND launcher --rules "${file}")
  endforeach()
  list(APPEND launcher --project "${PROJECT_SOURCE_DIR}")
  if(NOT annotations)
    list(APPEND launcher --no-annotations)
  endif()
  list(APPEND launcher --)
  get_target_property(before ${target} CXX_COMPILER_LAUNCHER)
  if(before)
    list(APPEND launcher ${before})
  endif()
  set_target_properties(${target} PROPERTIES
    CXX_COMPILER_LAUNCHER "${launcher}" SPANSMITH_INSTRUMENTED "${CMAKE_CURRENT_SOURCE_DIR}/CMakeLists.txt"
    SPANSMITH_PROJECT "${PROJECT_SOURCE_DIR}")
  # A generator expression in a launcher gives no order: without this the first build would look for a missing tool.
  add_dependencies(${target} ${tool})
  _spansmith_check_rules_first(${target} ${tool} ${rules})
  _spansmith_link_packs(${target} "${where}" ${arg_RULES})
  target_link_libraries(${target} PRIVATE Spansmith::annotations Spansmith::runtime)
  _spansmith_add_report(${target} ${tool} ${rules})
  _spansmith_compare_programs_later(${target} ${tool})
  if(about_program)
    _spansmith_add_defaults(${target} "${arg_SERVICE_NAME}" "${arg_SERVICE_VERSION}" "${arg_DEFAULT_ENDPOINT}"
      "${arg_DEFAULT_ENDPOINT_IN_CLUSTER}")
  endif()
endfunction()
