// Words that are not among those expected.
int Measure(int size);
int Measure(int size) { return size; }
