// Keys without a value.
int Measure(int size);
int Measure(int size) { return size; }
