/*prologue*/
#line 1 "input.cc"
// The pack of libpqxx: what speaks with the server has a span, on the real library, before a server that knows as much of
// the protocol as this needs; without a server there is none of them.
// packs: libpqxx
// libraries: -lpqxx -lpq -pthread
#include <spansmith/annotations.h>

#include <cstdio>
#include <pqxx/pqxx>
#include <string>

#include "<case>/./postgres.h"

SPANSMITH_SPAN("Store") static int Store(pqxx::connection& connection, const std::string& name) { static ::spansmith::injected::sm_Site sm_call_1 = ::spansmith::injected::sm_Site("prepare").sm_At("Store", __FILE__, 14).sm_Scope("libpqxx").sm_Kind(::spansmith::injected::sm_SpanKind::kClient); static ::spansmith::injected::sm_Site sm_call_2 = ::spansmith::injected::sm_Site("exec_prepared0").sm_At("Store", __FILE__, 16).sm_Scope("libpqxx").sm_Kind(::spansmith::injected::sm_SpanKind::kClient); static ::spansmith::injected::sm_Site sm_call_3 = ::spansmith::injected::sm_Site("exec").sm_At("Store", __FILE__, 17).sm_Scope("libpqxx").sm_Kind(::spansmith::injected::sm_SpanKind::kClient); static ::spansmith::injected::sm_Site sm_call_4 = ::spansmith::injected::sm_Site("exec1").sm_At("Store", __FILE__, 18).sm_Scope("libpqxx").sm_Kind(::spansmith::injected::sm_SpanKind::kClient); static ::spansmith::injected::sm_Site sm_call_5 = ::spansmith::injected::sm_Site("commit").sm_At("Store", __FILE__, 19).sm_Scope("libpqxx").sm_Kind(::spansmith::injected::sm_SpanKind::kClient); /*guard 1*/
  (static_cast<void>(::spansmith::injected::sm_CallGuard(&sm_call_1).sm_Set("db.system.name", "postgresql")), 
#line 14 "input.cc"
  connection.prepare("insert", "INSERT INTO items VALUES ($1)"))
#line 14 "input.cc"
                                                               ;
  pqxx::work work(connection);
  (static_cast<void>(::spansmith::injected::sm_CallGuard(&sm_call_2).sm_Set("db.system.name", "postgresql")), 
#line 16 "input.cc"
  work.exec_prepared0("insert", name))
#line 16 "input.cc"
                                     ;
  const pqxx::result rows = (static_cast<void>(::spansmith::injected::sm_CallGuard(&sm_call_3).sm_Set("db.system.name", "postgresql")), 
#line 17 "input.cc"
                            work.exec("SELECT * FROM items"))
#line 17 "input.cc"
                                                            ;
  const int count = (static_cast<void>(::spansmith::injected::sm_CallGuard(&sm_call_4).sm_Set("db.system.name", "postgresql")), 
#line 18 "input.cc"
                    work.exec1("SELECT COUNT(*) FROM items"))
#line 18 "input.cc"
                                                            [0].as<int>();
  (static_cast<void>(::spansmith::injected::sm_CallGuard(&sm_call_5).sm_Set("db.system.name", "postgresql")), 
#line 19 "input.cc"
  work.commit())
#line 19 "input.cc"
               ;
  return count + static_cast<int>(rows.size());
}
SPANSMITH_SPAN("Fail") static int Fail(pqxx::connection& connection) { static ::spansmith::injected::sm_Site sm_call_6 = ::spansmith::injected::sm_Site("exec").sm_At("Fail", __FILE__, 24).sm_Scope("libpqxx").sm_Kind(::spansmith::injected::sm_SpanKind::kClient); /*guard 2*/
  pqxx::work work(connection);
  const pqxx::result rows = (static_cast<void>(::spansmith::injected::sm_CallGuard(&sm_call_6).sm_Set("db.system.name", "postgresql")), 
#line 24 "input.cc"
                            work.exec("nonsense"))
#line 24 "input.cc"
                                                 ;
  return static_cast<int>(rows.size());
}
SPANSMITH_SPAN("Pipe") static int Pipe(pqxx::connection& connection) { static ::spansmith::injected::sm_Site sm_call_7 = ::spansmith::injected::sm_Site("complete").sm_At("Pipe", __FILE__, 31).sm_Scope("libpqxx").sm_Kind(::spansmith::injected::sm_SpanKind::kClient); static ::spansmith::injected::sm_Site sm_call_8 = ::spansmith::injected::sm_Site("retrieve").sm_At("Pipe", __FILE__, 32).sm_Scope("libpqxx").sm_Kind(::spansmith::injected::sm_SpanKind::kClient); static ::spansmith::injected::sm_Site sm_call_9 = ::spansmith::injected::sm_Site("abort").sm_At("Pipe", __FILE__, 33).sm_Scope("libpqxx").sm_Kind(::spansmith::injected::sm_SpanKind::kClient); /*guard 3*/
  pqxx::work work(connection);
  pqxx::pipeline pipeline(work);
  const auto id = pipeline.insert("SELECT * FROM items");
  (static_cast<void>(::spansmith::injected::sm_CallGuard(&sm_call_7).sm_Set("db.system.name", "postgresql")), 
#line 31 "input.cc"
  pipeline.complete())
#line 31 "input.cc"
                     ;
  const int count = static_cast<int>((static_cast<void>(::spansmith::injected::sm_CallGuard(&sm_call_8).sm_Set("db.system.name", "postgresql")), 
#line 32 "input.cc"
                                     pipeline.retrieve(id))
#line 32 "input.cc"
                                                          .size());
  (static_cast<void>(::spansmith::injected::sm_CallGuard(&sm_call_9).sm_Set("db.system.name", "postgresql")), 
#line 33 "input.cc"
  work.abort())
#line 33 "input.cc"
              ;
  return count;
}
SPANSMITH_SPAN("Connect") static int Connect(const std::string& address) { /*guard 4*/
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
