QUALIFIER int NAME(int n) {
  return n + 1;
}
#undef QUALIFIER
#undef NAME
