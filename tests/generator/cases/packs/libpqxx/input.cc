// The pack of libpqxx: what speaks with the server has a span; without a server, as far as the real library goes.
// packs: libpqxx
// libraries: -lpqxx -lpq
#include <spansmith/annotations.h>

#include <cstdio>
#include <pqxx/pqxx>
#include <string>

SPANSMITH_SPAN("Store") static int Store(pqxx::connection& connection, const std::string& name) {
  connection.prepare("insert", "INSERT INTO items VALUES ($1)");
  pqxx::work work(connection);
  work.exec_prepared0("insert", name);
  const pqxx::result rows = work.exec("SELECT * FROM items");
  const int count = work.exec1("SELECT COUNT(*) FROM items")[0].as<int>();
  work.commit();
  return count + static_cast<int>(rows.size());
}

SPANSMITH_SPAN("Connect") static int Connect() {
  pqxx::connection connection("host=/no/such/folder");
  return Store(connection, "a");
}

void Run();
void Run() {
  try {
    std::printf("%d\n", Connect());
  } catch (const pqxx::broken_connection&) {
    std::puts("no server");
  }
}
