int Twice() const { return 2 * value; }
