#ifndef BY_CLANG_H_
#define BY_CLANG_H_
constexpr int kCompiler = 2;
#endif
