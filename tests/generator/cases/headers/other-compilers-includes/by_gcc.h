#ifndef BY_GCC_H_
#define BY_GCC_H_
constexpr int kCompiler = 1;
#endif
