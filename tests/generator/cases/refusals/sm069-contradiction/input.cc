// Keys that do not go together.
int Measure(int size);
int Measure(int size) { return size; }
