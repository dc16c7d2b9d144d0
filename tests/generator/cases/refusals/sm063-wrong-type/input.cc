// Values of a wrong kind.
int Measure(int size);
int Measure(int size) { return size; }
