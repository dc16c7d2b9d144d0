// A rule file that is not YAML: a bracket stays open.
int Measure(int size);
int Measure(int size) { return size; }
