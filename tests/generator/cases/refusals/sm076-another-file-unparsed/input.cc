// The file of a rule keeps the source from being parsed at all: the word is named, and what does not hold.
int Measure(int size);
int Measure(int size) { return size; }
