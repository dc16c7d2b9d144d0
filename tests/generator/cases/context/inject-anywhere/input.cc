// SPANSMITH_INJECT in functions with and without a span, lambdas, templates and members; nothing without an open span.
#include <spansmith/annotations.h>

#include <cstdio>
#include <map>
#include <string>

struct Item {
  std::string key;
  std::string traceparent;
};

static int evaluated = 0;

Item& Counted(Item& item);
Item& Counted(Item& item) {
  ++evaluated;
  return item;
}

SPANSMITH_SPAN("Handle", SPANSMITH_LINK(item.traceparent), SPANSMITH_ATTR(length, item.traceparent.size()))
static std::size_t Handle(const Item& item) { return item.key.size(); }

static Item Make(const char* key) {
  Item item{key, {}};
  if (!item.key.empty()) { SPANSMITH_INJECT(Counted(item).traceparent); } else { SPANSMITH_INJECT(item.key); }
  return item;
}

template <typename T>
static T Generic(const char* key) {
  T item{key, {}};
  SPANSMITH_INJECT(item.
                       traceparent);
  return item;
}

class Queue {
 public:
  Queue() { SPANSMITH_INJECT(labels_["traceparent"]); }
  std::size_t Size() const { return labels_.count("other"); }
  std::size_t Labelled() const { return labels_.size(); }

 private:
  std::map<std::string, std::string> labels_;
};

SPANSMITH_SPAN("Open") static std::size_t Open() {
  const auto in_lambda = [](auto item) {
    SPANSMITH_INJECT(item.traceparent);
    return Handle(item);
  };
  const Queue queue;
  SPANSMITH_NOTE(labelled, queue.Labelled());
  Item own{"own", {}};
  SPANSMITH_INJECT(own.traceparent);
  return Handle(own) + Handle(Make("a")) + Handle(Generic<Item>("bb")) + in_lambda(Item{"ccc", {}}) + queue.Size();
}

void Run();
void Run() {
  std::printf("%zu\n", Handle(Make("none")));
  std::printf("evaluated without a span: %d\n", evaluated);
  std::printf("%zu\n", Open());
}
