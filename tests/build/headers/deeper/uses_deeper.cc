// In a folder of its own, and without an include: the precompiled header is all it has.
int UseDeeper();
int UseDeeper() { return Outer(3); }
