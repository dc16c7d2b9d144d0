#!/usr/bin/env bash
# Copyright The Spansmith Authors
# SPDX-License-Identifier: Apache-2.0
#
# What spansmith_instrument_target says no to, and what it does to a target when it says yes. Arguments: working folder,
# compiler. Environment: CMAKE, ROOT, SPANSMITH.
set -euo pipefail
work="$1" compiler="$2"

rm -rf "$work"
mkdir -p "$work/source"
echo 'int main() {}' >"$work/source/main.cc"
echo 'rules: [{match: {function: "**"}}]' >"$work/source/rules.yaml"

# configure <tool target: yes|no> <CMake code>: the output is in $work/log; CMake wraps messages, so spaces are folded.
configure() {
  local tool=""
  if [[ "$1" == yes ]]; then
    tool="add_executable(spansmith IMPORTED)
set_target_properties(spansmith PROPERTIES IMPORTED_LOCATION \"$SPANSMITH\")"
  fi
  cat >"$work/source/CMakeLists.txt" <<CODE
cmake_minimum_required(VERSION 3.25)
set(CMAKE_CXX_COMPILER_WORKS TRUE)
project(Small LANGUAGES CXX)
include("$ROOT/cmake/SpansmithInstrumentTarget.cmake")
$tool
foreach(library annotations runtime)
  add_library(Spansmith::\${library} INTERFACE IMPORTED)
endforeach()
add_executable(program main.cc)
add_library(library STATIC main.cc)
$2
CODE
  "$CMAKE" -S "$work/source" -B "$work/build" -G Ninja "-DCMAKE_CXX_COMPILER=$compiler" >"$work/raw.log" 2>&1
}

refuses() {
  if configure "${3:-yes}" "$2"; then
    echo "accepted: $2"
    exit 1
  fi
  tr -s ' \n' ' ' <"$work/raw.log" >"$work/log"
  if ! grep -qF "spansmith_instrument_target: $1" "$work/log" || ! grep -q 'where: .* expected: .* to do: ' "$work/log"; then
    echo "for: $2"
    echo "expected 'spansmith_instrument_target: $1', and where, expected and to do; CMake said:"
    cat "$work/raw.log"
    exit 1
  fi
  echo "ok: refused: $1"
}

accepts() {
  if ! configure yes "$2"; then
    echo "refused: $2"
    cat "$work/raw.log"
    exit 1
  fi
  tr -s ' \n' ' ' <"$work/raw.log" >"$work/log"
  if ! grep -qF -- "$1" "$work/log"; then
    echo "for: $2"
    echo "expected '$1'; CMake said:"
    cat "$work/raw.log"
    exit 1
  fi
  echo "ok: accepted: $1"
}

launcher='get_target_property(launcher program CXX_COMPILER_LAUNCHER)
message(STATUS "launcher ${launcher}.")'

refuses "there is no target 'absent'" 'spansmith_instrument_target(absent)'
refuses "'other' is an alias" 'add_executable(other ALIAS program)
spansmith_instrument_target(other)'
refuses "'outside' is imported, so nothing of it is compiled here" 'add_library(outside STATIC IMPORTED)
spansmith_instrument_target(outside)'
refuses "'headers' is of type INTERFACE_LIBRARY, which compiles no source" 'add_library(headers INTERFACE)
spansmith_instrument_target(headers)'
refuses "'program' is instrumented already" 'spansmith_instrument_target(program)
spansmith_instrument_target(program SCOPE again)'
refuses "unknown argument 'SERVICE'" 'spansmith_instrument_target(program SERVICE name)'
refuses "'SCOPE' has no value" 'spansmith_instrument_target(program SCOPE)'
refuses "there is no rule file" 'spansmith_instrument_target(program RULES absent.yaml)'
refuses "the rule file '$work/source/rules.yaml' is named twice" \
  'spansmith_instrument_target(program RULES rules.yaml "${CMAKE_CURRENT_SOURCE_DIR}/rules.yaml")'
refuses "'RULES' has no value" 'spansmith_instrument_target(program RULES)'
refuses "'ANNOTATIONS maybe' is neither on nor off" 'spansmith_instrument_target(program ANNOTATIONS maybe)'
refuses "ANNOTATIONS OFF without RULES would trace nothing" 'spansmith_instrument_target(program ANNOTATIONS OFF)'
refuses "SERVICE_NAME is said of a program, and 'library' is of type STATIC_LIBRARY" \
  'spansmith_instrument_target(library SERVICE_NAME name)'
refuses "the spansmith tool is not known to CMake" 'spansmith_instrument_target(program)' no

accepts "launcher \$<TARGET_FILE:spansmith>;cc;--target;program;--project;$work/source;--." "spansmith_instrument_target(program)
$launcher"
accepts ";cc;--target;program;--scope;a.b/c;--ok-on-success;--strict;--project;$work/source;--." \
  "spansmith_instrument_target(program SCOPE a.b/c OK_ON_SUCCESS STRICT)
$launcher"
accepts ";cc;--target;program;--rules;$work/source/rules.yaml;--project;$work/source;--no-annotations;--." \
  "spansmith_instrument_target(program RULES rules.yaml ANNOTATIONS OFF)
$launcher"
accepts ";cc;--target;program;--project;$work/source;--;ccache;--flag." 'set_target_properties(program PROPERTIES CXX_COMPILER_LAUNCHER "ccache;--flag")
spansmith_instrument_target(program)
'"$launcher"
accepts "program_defaults.cc" 'spansmith_instrument_target(program SERVICE_NAME "a \"quoted\" name")
get_target_property(sources program SOURCES)
message(STATUS "${sources}")'
if ! grep -qF '"a \"quoted\" name"' "$work/build/spansmith/program_defaults.cc"; then
  echo "the service's name is not in the generated source as a string literal:"
  cat "$work/build/spansmith/program_defaults.cc"
  exit 1
fi
