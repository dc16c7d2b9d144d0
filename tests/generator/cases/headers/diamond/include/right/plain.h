#ifndef PLAIN_H_
#define PLAIN_H_
constexpr int kPlain = 3;
#endif  // PLAIN_H_
