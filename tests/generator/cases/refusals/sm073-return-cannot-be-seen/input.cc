// A return that a rule cannot look at.
struct Pinned {
  Pinned() = default;
  Pinned(const Pinned&) = delete;
  Pinned& operator=(const Pinned&) = delete;
  int value = 1;
};

Pinned Make();
Pinned Make() { return Pinned(); }
