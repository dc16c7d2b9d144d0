#ifndef NEXT_H_
#define NEXT_H_
constexpr const char* kNextFile = __FILE__;
constexpr int kNextLine = __LINE__ + 0 * __COUNTER__;
#endif  // NEXT_H_
