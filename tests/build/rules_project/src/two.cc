// One that no rule selects at first.
namespace shop {
int Two(int size) { return size; }
}  // namespace shop
