// No rule can apply, so nothing is parsed: the nearest word of the source is named.
int Measure(int size);
int Measure(int size) { return size; }
