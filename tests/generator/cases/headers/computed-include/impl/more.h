constexpr int kFound = 1;
