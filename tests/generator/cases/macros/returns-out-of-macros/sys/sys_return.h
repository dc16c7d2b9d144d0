#define SYS_RETURN(x) return x
#define SYS_RETURN_IF(condition, x) \
  do {                              \
    if (condition) return x;        \
  } while (0)
