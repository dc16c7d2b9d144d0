// A rule names a function that is there, and another of its conditions does not hold: the message says which.
struct Box {
  int Measure(int size);
};
int Box::Measure(int size) { return size; }
int Weigh(int size);
int Weigh(int size) { return size; }
