// `max_statements` and `max_calls`: accessors are left out by size, and nothing that does more.
#include <cstdio>
#include <string>

class Point {
 public:
  explicit Point(int x) : x_(x) {}
  int x() const { return x_; }
  void set_x(int x) { x_ = x; }
  void Empty() {}
  int Braces() const {
    { return x_; }
  }
  // Not as small: a call, a branch, two statements, a loop.
  std::string Text() const { return std::to_string(x_); }
  int Sign() const { return Positive() ? 1 : -1; }
  bool Positive() const {
    if (x_ > 0) return true;
    return false;
  }
  void Twice() {
    x_ += x_;
    ++changes_;
  }
  int Sum() const {
    int sum = 0;
    for (int i = 0; i < x_; ++i) sum += i;
    return sum;
  }

 private:
  int x_;
  int changes_ = 0;
};

void Run();
void Run() {
  Point point(2);
  point.set_x(3);
  point.Empty();
  point.Twice();
  std::printf("%d %d\n", point.x(), point.Braces());
  std::printf("%s\n", point.Text().c_str());
  std::printf("%d\n", point.Sign());
  std::printf("%d\n", point.Sum());
}
