#!/usr/bin/env bash
# Copyright The Spansmith Authors
# SPDX-License-Identifier: Apache-2.0
#
# Configures and builds the sample with another compiler. Arguments: cmake, source folder, build folder, compiler,
# compiler launcher (may be empty), the spansmith tool.
set -euo pipefail

"$1" -S "$2" -B "$3" -G Ninja -DCMAKE_BUILD_TYPE=RelWithDebInfo "-DCMAKE_CXX_COMPILER=$4" \
  "-DCMAKE_CXX_COMPILER_LAUNCHER=$5" "-DSPANSMITH_TOOL=$6"
"$1" --build "$3" --target quickstart quickstart_plain
