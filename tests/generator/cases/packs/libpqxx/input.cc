// The pack of libpqxx: what speaks with the server has a span, on the real library, before a server that knows as much of
// the protocol as this needs; without a server there is none of them.
// packs: libpqxx
// libraries: -lpqxx -lpq -pthread
#include <spansmith/annotations.h>

#include <cstdio>
#include <pqxx/pqxx>
#include <string>

#include "postgres.h"

SPANSMITH_SPAN("Store") static int Store(pqxx::connection& connection, const std::string& name) {
  connection.prepare("insert", "INSERT INTO items VALUES ($1)");
  pqxx::work work(connection);
  work.exec_prepared0("insert", name);
  const pqxx::result rows = work.exec("SELECT * FROM items");
  const int count = work.exec1("SELECT COUNT(*) FROM items")[0].as<int>();
  work.commit();
  return count + static_cast<int>(rows.size());
}
SPANSMITH_SPAN("Fail") static int Fail(pqxx::connection& connection) {
  pqxx::work work(connection);
  const pqxx::result rows = work.exec("nonsense");
  return static_cast<int>(rows.size());
}
SPANSMITH_SPAN("Pipe") static int Pipe(pqxx::connection& connection) {
  pqxx::work work(connection);
  pqxx::pipeline pipeline(work);
  const auto id = pipeline.insert("SELECT * FROM items");
  pipeline.complete();
  const int count = static_cast<int>(pipeline.retrieve(id).size());
  work.abort();
  return count;
}
SPANSMITH_SPAN("Connect") static int Connect(const std::string& address) {
  pqxx::connection connection(address);
  const int stored = Store(connection, "a") * 10 + Pipe(connection);
  try {
    Fail(connection);
  } catch (const pqxx::sql_error& error) {
    std::printf("%s", error.what());
  }
  return stored;
}

void Run();
void Run() {
  const Postgres server;
  std::printf("%d\n", Connect(server.Address()));
  try {
    std::printf("%d\n", Connect("host=/no/such/folder"));
  } catch (const pqxx::broken_connection&) {
    std::puts("no server");
  }
}
