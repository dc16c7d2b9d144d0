// An empty rule file.
int Measure(int size);
int Measure(int size) { return size; }
