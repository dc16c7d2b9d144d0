static int Scan(int n) { return n * kWidth; }

struct Block {
  int Length() const { return kWidth; }
};
