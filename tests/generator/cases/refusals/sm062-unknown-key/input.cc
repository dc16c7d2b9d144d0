// Misspelt keys, and keys one level too high or too low.
int Measure(int size);
int Measure(int size) { return size; }
