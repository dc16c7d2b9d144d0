/*prologue*/
#line 1 "input.cc"
// The pack of SQLite: a span for each call that reads or writes the database, on the real library.
// packs: sqlite3
// libraries: -lsqlite3
#include <sqlite3.h>
#include <spansmith/annotations.h>

#include <cstdio>

SPANSMITH_SPAN("Count") static int Count(sqlite3* database) { static ::spansmith::injected::sm_Site sm_call_1 = ::spansmith::injected::sm_Site("sqlite3_prepare_v2").sm_At("Count", __FILE__, 11).sm_Scope("sqlite3").sm_Kind(::spansmith::injected::sm_SpanKind::kClient); static ::spansmith::injected::sm_Site sm_call_2 = ::spansmith::injected::sm_Site("sqlite3_step").sm_At("Count", __FILE__, 14).sm_Scope("sqlite3").sm_Kind(::spansmith::injected::sm_SpanKind::kClient); /*guard 1*/
  sqlite3_stmt* statement = nullptr;
  if ((static_cast<void>(::spansmith::injected::sm_CallGuard(&sm_call_1).sm_Set("db.system.name", "sqlite")), 
#line 11 "input.cc"
      sqlite3_prepare_v2(database, "SELECT COUNT(*) FROM items WHERE id > ?", -1, &statement, nullptr))
#line 11 "input.cc"
                                                                                                       != SQLITE_OK)
    return -1;
  sqlite3_bind_int(statement, 1, 1);
  const int count = (static_cast<void>(::spansmith::injected::sm_CallGuard(&sm_call_2).sm_Set("db.system.name", "sqlite")), 
#line 14 "input.cc"
                    sqlite3_step(statement))
#line 14 "input.cc"
                                            == SQLITE_ROW ? sqlite3_column_int(statement, 0) : -1;
  sqlite3_finalize(statement);
  return count;
}

void Run();
void Run() { static ::spansmith::injected::sm_Site sm_call_3 = ::spansmith::injected::sm_Site("sqlite3_exec").sm_At("Run", __FILE__, 23).sm_Scope("sqlite3").sm_Kind(::spansmith::injected::sm_SpanKind::kClient); static ::spansmith::injected::sm_Site sm_call_4 = ::spansmith::injected::sm_Site("sqlite3_exec").sm_At("Run", __FILE__, 25).sm_Scope("sqlite3").sm_Kind(::spansmith::injected::sm_SpanKind::kClient);
  sqlite3* database = nullptr;
  if (sqlite3_open(":memory:", &database) != SQLITE_OK) return;
  const int made = (static_cast<void>(::spansmith::injected::sm_CallGuard(&sm_call_3).sm_Set("db.system.name", "sqlite")), 
#line 23 "input.cc"
                   sqlite3_exec(database, "CREATE TABLE items (id INTEGER); INSERT INTO items VALUES (1), (2), (3);",
                                nullptr, nullptr, nullptr))
#line 24 "input.cc"
                                                          ;
  const int wrong = (static_cast<void>(::spansmith::injected::sm_CallGuard(&sm_call_4).sm_Set("db.system.name", "sqlite")), 
#line 25 "input.cc"
                    sqlite3_exec(database, "NO SQL", nullptr, nullptr, nullptr))
#line 25 "input.cc"
                                                                               ;
  std::printf("%d %d %d\n", made, wrong, Count(database));
  sqlite3_close(database);
}
