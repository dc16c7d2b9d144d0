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

SPANSMITH_SPAN("Others") static int Others(sqlite3* database) { static ::spansmith::injected::sm_Site sm_call_3 = ::spansmith::injected::sm_Site("sqlite3_prepare").sm_At("Others", __FILE__, 23).sm_Scope("sqlite3").sm_Kind(::spansmith::injected::sm_SpanKind::kClient); static ::spansmith::injected::sm_Site sm_call_4 = ::spansmith::injected::sm_Site("sqlite3_prepare_v3").sm_At("Others", __FILE__, 25).sm_Scope("sqlite3").sm_Kind(::spansmith::injected::sm_SpanKind::kClient); static ::spansmith::injected::sm_Site sm_call_5 = ::spansmith::injected::sm_Site("sqlite3_backup_step").sm_At("Others", __FILE__, 28).sm_Scope("sqlite3").sm_Kind(::spansmith::injected::sm_SpanKind::kClient); static ::spansmith::injected::sm_Site sm_call_6 = ::spansmith::injected::sm_Site("sqlite3_wal_checkpoint_v2").sm_At("Others", __FILE__, 30).sm_Scope("sqlite3").sm_Kind(::spansmith::injected::sm_SpanKind::kClient); /*guard 2*/
  sqlite3* copy = nullptr;
  sqlite3_stmt* statement = nullptr;
  int sum = sqlite3_open(":memory:", &copy);
  sum += (static_cast<void>(::spansmith::injected::sm_CallGuard(&sm_call_3).sm_Set("db.system.name", "sqlite")), 
#line 23 "input.cc"
         sqlite3_prepare(database, "SELECT 1", -1, &statement, nullptr))
#line 23 "input.cc"
                                                                       ;
  sqlite3_finalize(statement);
  sum += (static_cast<void>(::spansmith::injected::sm_CallGuard(&sm_call_4).sm_Set("db.system.name", "sqlite")), 
#line 25 "input.cc"
         sqlite3_prepare_v3(database, "SELECT 1", -1, 0, &statement, nullptr))
#line 25 "input.cc"
                                                                             ;
  sqlite3_finalize(statement);
  sqlite3_backup* backup = sqlite3_backup_init(copy, "main", database, "main");
  sum += (static_cast<void>(::spansmith::injected::sm_CallGuard(&sm_call_5).sm_Set("db.system.name", "sqlite")), 
#line 28 "input.cc"
         sqlite3_backup_step(backup, -1))
#line 28 "input.cc"
                                         == SQLITE_DONE ? 0 : 1000;
  sqlite3_backup_finish(backup);
  sum += (static_cast<void>(::spansmith::injected::sm_CallGuard(&sm_call_6).sm_Set("db.system.name", "sqlite")), 
#line 30 "input.cc"
         sqlite3_wal_checkpoint_v2(database, nullptr, SQLITE_CHECKPOINT_PASSIVE, nullptr, nullptr))
#line 30 "input.cc"
                                                                                                  ;
  sqlite3_close(copy);
  return sum;
}

void Run();
void Run() { static ::spansmith::injected::sm_Site sm_call_7 = ::spansmith::injected::sm_Site("sqlite3_exec").sm_At("Run", __FILE__, 39).sm_Scope("sqlite3").sm_Kind(::spansmith::injected::sm_SpanKind::kClient); static ::spansmith::injected::sm_Site sm_call_8 = ::spansmith::injected::sm_Site("sqlite3_exec").sm_At("Run", __FILE__, 41).sm_Scope("sqlite3").sm_Kind(::spansmith::injected::sm_SpanKind::kClient);
  sqlite3* database = nullptr;
  if (sqlite3_open(":memory:", &database) != SQLITE_OK) return;
  const int made = (static_cast<void>(::spansmith::injected::sm_CallGuard(&sm_call_7).sm_Set("db.system.name", "sqlite")), 
#line 39 "input.cc"
                   sqlite3_exec(database, "CREATE TABLE items (id INTEGER); INSERT INTO items VALUES (1), (2), (3);",
                                nullptr, nullptr, nullptr))
#line 40 "input.cc"
                                                          ;
  const int wrong = (static_cast<void>(::spansmith::injected::sm_CallGuard(&sm_call_8).sm_Set("db.system.name", "sqlite")), 
#line 41 "input.cc"
                    sqlite3_exec(database, "NO SQL", nullptr, nullptr, nullptr))
#line 41 "input.cc"
                                                                               ;
  std::printf("%d %d %d\n", made, wrong, Count(database));
  std::printf("%d\n", Others(database));
  sqlite3_close(database);
}
