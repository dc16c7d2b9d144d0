#ifndef BY_COMPILER_H_
#define BY_COMPILER_H_
#if defined(__GNUC__) && !defined(__clang__)
inline int Twice(int value) { return value << 1; }
#else
inline int Twice(int value) { return value * 2; }
#endif
#endif  // BY_COMPILER_H_
