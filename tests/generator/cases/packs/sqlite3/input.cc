// The pack of SQLite: a span for each call that reads or writes the database, on the real library.
// packs: sqlite3
// libraries: -lsqlite3
#include <sqlite3.h>
#include <spansmith/annotations.h>

#include <cstdio>

SPANSMITH_SPAN("Count") static int Count(sqlite3* database) {
  sqlite3_stmt* statement = nullptr;
  if (sqlite3_prepare_v2(database, "SELECT COUNT(*) FROM items WHERE id > ?", -1, &statement, nullptr) != SQLITE_OK)
    return -1;
  sqlite3_bind_int(statement, 1, 1);
  const int count = sqlite3_step(statement) == SQLITE_ROW ? sqlite3_column_int(statement, 0) : -1;
  sqlite3_finalize(statement);
  return count;
}

SPANSMITH_SPAN("Others") static int Others(sqlite3* database) {
  sqlite3* copy = nullptr;
  sqlite3_stmt* statement = nullptr;
  int sum = sqlite3_open(":memory:", &copy);
  sum += sqlite3_prepare(database, "SELECT 1", -1, &statement, nullptr);
  sqlite3_finalize(statement);
  sum += sqlite3_prepare_v3(database, "SELECT 1", -1, 0, &statement, nullptr);
  sqlite3_finalize(statement);
  sqlite3_backup* backup = sqlite3_backup_init(copy, "main", database, "main");
  sum += sqlite3_backup_step(backup, -1) == SQLITE_DONE ? 0 : 1000;
  sqlite3_backup_finish(backup);
  sum += sqlite3_wal_checkpoint_v2(database, nullptr, SQLITE_CHECKPOINT_PASSIVE, nullptr, nullptr);
  sqlite3_close(copy);
  return sum;
}

void Run();
void Run() {
  sqlite3* database = nullptr;
  if (sqlite3_open(":memory:", &database) != SQLITE_OK) return;
  const int made = sqlite3_exec(database, "CREATE TABLE items (id INTEGER); INSERT INTO items VALUES (1), (2), (3);",
                                nullptr, nullptr, nullptr);
  const int wrong = sqlite3_exec(database, "NO SQL", nullptr, nullptr, nullptr);
  std::printf("%d %d %d\n", made, wrong, Count(database));
  std::printf("%d\n", Others(database));
  sqlite3_close(database);
}
