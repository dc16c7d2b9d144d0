#ifndef SERVICE_H_
#define SERVICE_H_
#include <spansmith/annotations.h>

namespace SPANSMITH_SCOPE("service") service {
class Service {
 public:
  SPANSMITH_SPAN("Call", SPANSMITH_ATTR(value, value), SPANSMITH_ATTR(offset, offset_))
  [[nodiscard]] int Call(int value) const;

 private:
  int offset_ = 40;
};
}  // namespace service
#endif  // SERVICE_H_
