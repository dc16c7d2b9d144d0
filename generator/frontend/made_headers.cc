// Copyright The Spansmith Authors
// SPDX-License-Identifier: Apache-2.0

#include "generator/frontend/made_headers.h"

#include <clang/Frontend/CompilerInstance.h>
#include <clang/Lex/Preprocessor.h>
#include <clang/Lex/PreprocessorOptions.h>
#include <llvm/Support/MemoryBuffer.h>

#include <algorithm>
#include <string_view>

#include "generator/invocation/forced_includes.h"

namespace spansmith::generator {

std::string WithoutSystemHeader(std::string text) {
  for (const std::string_view line : {"#pragma GCC system_header", "#pragma clang system_header"}) {
    const std::size_t at = text.find(line);
    if (at != std::string::npos) std::fill_n(text.begin() + static_cast<std::ptrdiff_t>(at), line.size(), ' ');
  }
  return text;
}

void ReplaceMadeHeaders(clang::CompilerInstance& compiler) {
  clang::PreprocessorOptions& options = compiler.getPreprocessorOpts();
  for (const std::string& header : options.Includes) {
    if (!IsMadeByCMake(header)) continue;
    const auto file = llvm::MemoryBuffer::getFile(header);
    if (!file) continue;  // the preprocessor will say so
    const std::string text = WithoutSystemHeader((*file)->getBuffer().str());
    options.addRemappedFile(header, llvm::MemoryBuffer::getMemBufferCopy(text, header).release());
  }
}

bool IsReplaced(const clang::Preprocessor& preprocessor, clang::FileEntryRef file) {
  const auto& buffers = preprocessor.getPreprocessorOpts().RemappedFileBuffers;
  return std::any_of(buffers.begin(), buffers.end(), [&](const auto& one) { return one.first == file.getName(); });
}

}  // namespace spansmith::generator
