constexpr int kWrapped = 5;
