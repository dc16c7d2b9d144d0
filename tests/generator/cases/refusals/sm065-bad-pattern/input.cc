// Patterns that can match nothing.
int Measure(int size);
int Measure(int size) { return size; }
