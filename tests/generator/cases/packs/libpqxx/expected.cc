/*prologue*/
#line 1 "input.cc"
// The pack of libpqxx: what speaks with the server has a span; without a server, as far as the real library goes.
// packs: libpqxx
// libraries: -lpqxx -lpq
#include <spansmith/annotations.h>

#include <cstdio>
#include <pqxx/pqxx>
#include <string>

SPANSMITH_SPAN("Store") static int Store(pqxx::connection& connection, const std::string& name) { static ::spansmith::injected::sm_Site sm_call_1 = ::spansmith::injected::sm_Site("prepare").sm_At("Store", __FILE__, 11).sm_Scope("libpqxx").sm_Kind(::spansmith::injected::sm_SpanKind::kClient); static ::spansmith::injected::sm_Site sm_call_2 = ::spansmith::injected::sm_Site("exec_prepared0").sm_At("Store", __FILE__, 13).sm_Scope("libpqxx").sm_Kind(::spansmith::injected::sm_SpanKind::kClient); static ::spansmith::injected::sm_Site sm_call_3 = ::spansmith::injected::sm_Site("exec").sm_At("Store", __FILE__, 14).sm_Scope("libpqxx").sm_Kind(::spansmith::injected::sm_SpanKind::kClient); static ::spansmith::injected::sm_Site sm_call_4 = ::spansmith::injected::sm_Site("exec1").sm_At("Store", __FILE__, 15).sm_Scope("libpqxx").sm_Kind(::spansmith::injected::sm_SpanKind::kClient); static ::spansmith::injected::sm_Site sm_call_5 = ::spansmith::injected::sm_Site("commit").sm_At("Store", __FILE__, 16).sm_Scope("libpqxx").sm_Kind(::spansmith::injected::sm_SpanKind::kClient); /*guard 1*/
  (static_cast<void>(::spansmith::injected::sm_CallGuard(&sm_call_1).sm_Set("db.system.name", "postgresql")), 
#line 11 "input.cc"
  connection.prepare("insert", "INSERT INTO items VALUES ($1)"))
#line 11 "input.cc"
                                                               ;
  pqxx::work work(connection);
  (static_cast<void>(::spansmith::injected::sm_CallGuard(&sm_call_2).sm_Set("db.system.name", "postgresql")), 
#line 13 "input.cc"
  work.exec_prepared0("insert", name))
#line 13 "input.cc"
                                     ;
  const pqxx::result rows = (static_cast<void>(::spansmith::injected::sm_CallGuard(&sm_call_3).sm_Set("db.system.name", "postgresql")), 
#line 14 "input.cc"
                            work.exec("SELECT * FROM items"))
#line 14 "input.cc"
                                                            ;
  const int count = (static_cast<void>(::spansmith::injected::sm_CallGuard(&sm_call_4).sm_Set("db.system.name", "postgresql")), 
#line 15 "input.cc"
                    work.exec1("SELECT COUNT(*) FROM items"))
#line 15 "input.cc"
                                                            [0].as<int>();
  (static_cast<void>(::spansmith::injected::sm_CallGuard(&sm_call_5).sm_Set("db.system.name", "postgresql")), 
#line 16 "input.cc"
  work.commit())
#line 16 "input.cc"
               ;
  return count + static_cast<int>(rows.size());
}

SPANSMITH_SPAN("Connect") static int Connect() { /*guard 2*/
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
