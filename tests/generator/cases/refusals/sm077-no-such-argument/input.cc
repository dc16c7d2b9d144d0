// A rule's argument that a function does not have.
struct Request {
  int id;
};
int Handle(const Request& request, int attempt);
int Handle(const Request& request, int attempt) { return request.id + attempt; }
int HandleAll(int count);
int HandleAll(int count) { return count; }
