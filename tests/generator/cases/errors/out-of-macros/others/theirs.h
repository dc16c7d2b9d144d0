#ifndef THEIRS_H_
#define THEIRS_H_
// Of another project: a system header.
#define THEIR_RETURN(status) return status
#endif  // THEIRS_H_
