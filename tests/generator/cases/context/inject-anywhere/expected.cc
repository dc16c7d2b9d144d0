/*prologue*/
#line 1 "input.cc"
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
static std::size_t Handle(const Item& item) { /*guard 1*/ if (sm_guard_1.sm_Recording()) {
#line 21 "input.cc"
 try { sm_guard_1.sm_Link((
#line 21 "input.cc"
                                        item.traceparent)); } catch (...) { sm_guard_1.sm_AttributeFailed("SPANSMITH_LINK"); }
#line 21 "input.cc"
 try { sm_guard_1.sm_Attribute("length", (
#line 21 "input.cc"
                                                                                  item.traceparent.size())); } catch (...) { sm_guard_1.sm_AttributeFailed("length"); } }
#line 22 "input.cc"
                                              return item.key.size(); }

static Item Make(const char* key) {
  Item item{key, {}};
  if (!item.key.empty()) { { if (const ::spansmith::injected::sm_Injector sm_injector{}) {
#line 26 "input.cc"
 try { sm_injector.sm_Into((
#line 26 "input.cc"
                                            Counted(item).traceparent)); } catch (...) { sm_injector.sm_Failed(); } } 
#line 26 "input.cc"
                           SPANSMITH_INJECT(Counted(item).traceparent); }
#line 26 "input.cc"
                                                                        } else { { if (const ::spansmith::injected::sm_Injector sm_injector{}) {
#line 26 "input.cc"
 try { sm_injector.sm_Into((
#line 26 "input.cc"
                                                                                                  item.key)); } catch (...) { sm_injector.sm_Failed(); } } 
#line 26 "input.cc"
                                                                                 SPANSMITH_INJECT(item.key); }
#line 26 "input.cc"
                                                                                                             }
  return item;
}

template <typename T>
static T Generic(const char* key) {
  T item{key, {}};
  { if (const ::spansmith::injected::sm_Injector sm_injector{}) {
#line 33 "input.cc"
 try { sm_injector.sm_Into((
#line 33 "input.cc"
                   item.
                       traceparent)); } catch (...) { sm_injector.sm_Failed(); } } 
#line 33 "input.cc"
  SPANSMITH_INJECT(item.
                       traceparent); }
  return item;
}

class Queue {
 public:
  Queue() { { if (const ::spansmith::injected::sm_Injector sm_injector{}) {
#line 40 "input.cc"
 try { sm_injector.sm_Into((
#line 40 "input.cc"
                             labels_["traceparent"])); } catch (...) { sm_injector.sm_Failed(); } } 
#line 40 "input.cc"
            SPANSMITH_INJECT(labels_["traceparent"]); }
#line 40 "input.cc"
                                                      }
  std::size_t Size() const { return labels_.count("other"); }
  std::size_t Labelled() const { return labels_.size(); }

 private:
  std::map<std::string, std::string> labels_;
};

SPANSMITH_SPAN("Open") static std::size_t Open() { /*guard 2*/
  const auto in_lambda = [](auto item) {
    { if (const ::spansmith::injected::sm_Injector sm_injector{}) {
#line 50 "input.cc"
 try { sm_injector.sm_Into((
#line 50 "input.cc"
                     item.traceparent)); } catch (...) { sm_injector.sm_Failed(); } } 
#line 50 "input.cc"
    SPANSMITH_INJECT(item.traceparent); }
    return Handle(item);
  };
  const Queue queue;
  { if (sm_guard_2.sm_Recording()) {
#line 54 "input.cc"
 try { sm_guard_2.sm_Attribute("labelled", (
#line 54 "input.cc"
                           queue.Labelled())); } catch (...) { sm_guard_2.sm_AttributeFailed("labelled"); } } 
#line 54 "input.cc"
  SPANSMITH_NOTE(labelled, queue.Labelled()); }
  Item own{"own", {}};
  { if (const ::spansmith::injected::sm_Injector sm_injector{}) {
#line 56 "input.cc"
 try { sm_injector.sm_Into((
#line 56 "input.cc"
                   own.traceparent)); } catch (...) { sm_injector.sm_Failed(); } } 
#line 56 "input.cc"
  SPANSMITH_INJECT(own.traceparent); }
  return Handle(own) + Handle(Make("a")) + Handle(Generic<Item>("bb")) + in_lambda(Item{"ccc", {}}) + queue.Size();
}

void Run();
void Run() {
  std::printf("%zu\n", Handle(Make("none")));
  std::printf("evaluated without a span: %d\n", evaluated);
  std::printf("%zu\n", Open());
}
