#!/usr/bin/env bash
# Copyright The Spansmith Authors
# SPDX-License-Identifier: Apache-2.0
#
# A header with an annotated function, found in each way in which headers are found: its function has a span, the program
# prints what the plain one prints, and the dependency file names the headers that the plain one does. Arguments: working
# folder, compiler. Environment: ROOT, SPANSMITH, RUNTIME, LIBRARIES.
set -euo pipefail
work="$1" compiler="$2"

rm -rf "$work"
mkdir -p "$work/source/inc/deep" "$work/source/sys" "$work/source/real" "$work/build"
export SPANSMITH_CACHE_DIR="$work/cache"
cd "$work/source"

header() {  # header <file> <guard: once|macro>
  { if [[ "$2" == once ]]; then echo '#pragma once'; else printf '#ifndef GUARD_H\n#define GUARD_H\n'; fi
    cat <<'CODE'
#include <spansmith/annotations.h>
SPANSMITH_SPAN("Price") inline int Price(int items) { return items + 2; }
inline const char* File() { return __FILE__; }
CODE
    [[ "$2" == once ]] || echo '#endif'
  } >"$1"
}
header inc/price.h once
header sys/sysprice.h macro
header real/linked.h once
header beside.h macro
ln -s ../real/linked.h inc/link.h
ln -s real alias
ln -s alias/linked.h twice.h
echo '#include "../price.h"' >inc/deep/chain.h

fail() { echo "$1"; exit 1; }
files() { tr ' \\' '\n\n' <"$1" | grep '\.h$' | xargs -r readlink -f | sort -u; }
# way <name> <code before main> <options...>: compiles it plain and traced, relative to the source folder.
way() {
  local name="$1" code="$2"
  shift 2
  printf '%b\n#include <cstdio>\nint main() { std::printf("%%d %%s %%d\\n", Price(5), File(), __LINE__); }\n' "$code" >"$name.cc"
  local object="$work/build/$name"
  "$compiler" -std=c++17 "-I$ROOT/annotations/include" "$@" -MD -c "$name.cc" -o "$object-plain.o"
  "$SPANSMITH" cc --target ways -- "$compiler" -std=c++17 "-I$ROOT/annotations/include" "-I$ROOT/runtime/include" "$@" -MD \
    -c "$name.cc" -o "$object.o" 2>"$object.said" || { cat "$object.said"; fail "$name: it does not compile"; }
  [[ ! -s "$object.said" ]] || { cat "$object.said"; fail "$name: the tool said something"; }
  "$compiler" "$object-plain.o" -o "$object-plain"
  "$compiler" "$object.o" "$RUNTIME" $LIBRARIES -o "$object-traced"
  local plain traced
  plain="$("$object-plain")"
  traced="$(OTEL_TRACES_EXPORTER=console "$object-traced" 2>&1)"
  [[ "${traced%%$'\n'*}" == "$plain" ]] || fail "$name: it printed '${traced%%$'\n'*}', plain '$plain'"
  [[ "$traced" == *"Price"*"["* ]] || fail "$name: no span: $traced"
  local missing
  # By the files themselves: of several names of one file, a copy has one.
  missing="$(comm -23 <(files "$object-plain.d") <(files "$object.d"))"
  [[ -z "$missing" ]] || fail "$name: the dependency file lacks $missing"
  echo "ok: $name"
}

way beside '#include "beside.h"'
way relative '#include "inc/../inc/price.h"'
way absolute "#include \"$work/source/inc/price.h\""
way by-I '#include "price.h"' -Iinc
way by-I-in-brackets '#include <price.h>' -I inc
way by-iquote '#include "price.h"' -iquote inc
way by-isystem '#include <sysprice.h>' -isystem sys
way by-idirafter '#include <sysprice.h>' -idirafter sys
way through-a-header '#include "inc/deep/chain.h"'
way computed '#define HEADER "inc/price.h"\n#include HEADER'
way computed-by-the-command '#include HEADER' '-DHEADER="inc/price.h"'
way has-include '#if __has_include("inc/price.h")\n#include "inc/price.h"\n#else\n#include "absent.h"\n#endif'
way has-no-include '#if __has_include("absent.h")\n#include "absent.h"\n#else\n#include "inc/price.h"\n#endif'
way a-linked-header '#include "inc/link.h"'
way a-linked-folder '#include "alias/linked.h"'
way a-link-to-a-link '#include "twice.h"'
way once-by-two-names '#include "inc/link.h"\n#include "alias/linked.h"\n#include "real/linked.h"'
way guarded-twice '#include "beside.h"\n#include "beside.h"'
way forced '' -include inc/price.h
way forced-and-again '#include "inc/price.h"' -include inc/price.h
