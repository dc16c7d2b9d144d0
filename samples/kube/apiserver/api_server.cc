// Copyright The Spansmith Authors
// SPDX-License-Identifier: Apache-2.0
//
// cpp-httplib outside, Service inside.
#include "samples/kube/apiserver/api_server.h"

#include <httplib.h>

#include <stdexcept>
#include <thread>

#include "samples/kube/apiserver/controllers/controllers.h"
#include "samples/kube/apiserver/growing_pool.h"
#include "samples/kube/apiserver/rest/service.h"
#include "samples/kube/apiserver/storage/snapshot.h"
#include "samples/kube/apiserver/wire/clock.h"

namespace kube::apiserver {
namespace {

constexpr std::size_t kKeptBody = 3145728 + 1;  // one more than the limit, so that the limit is seen

Request RequestOf(const httplib::Request& request) {
  Request out;
  out.method = request.method;
  out.path = request.path;
  for (const auto& [name, value] : request.params) out.query.emplace(name, value);
  out.accept = request.get_header_value("Accept");
  out.content_type = request.get_header_value("Content-Type");
  out.user_agent = request.get_header_value("User-Agent");
  out.authorization = request.get_header_value("Authorization");
  return out;
}

void Write(const Answer& answer, httplib::Response& response) {
  response.status = answer.status;
  for (const auto& [name, value] : answer.headers) response.headers.emplace(name, value);
  if (!answer.stream) {
    response.set_content(answer.body, answer.content_type);
    return;
  }
  response.set_chunked_content_provider(answer.content_type,
                                        [stream = answer.stream](std::size_t, httplib::DataSink& sink) {
                                          std::string lines;
                                          const bool more = stream->Next(lines);
                                          if (!lines.empty() && !sink.write(lines.data(), lines.size())) return false;
                                          if (!more) sink.done();
                                          return sink.is_writable();
                                        });
}

// Namespaces that every cluster has.
void Seed(Store& store, Registry& registry, Writer& writer) {
  for (const char* name : {"default", "kube-node-lease", "kube-public", "kube-system"}) {
    if (store.Get({"/namespaces", "", name})) continue;
    WriteOptions options;
    options.manager = "kube-apiserver";
    writer.Create({registry.Find("", "v1", "namespaces"), "", name, ""},
                  {{"kind", "Namespace"}, {"apiVersion", "v1"}, {"metadata", {{"name", name}}}}, options);
  }
}

}  // namespace

class ApiServer::Impl {
 public:
  explicit Impl(const ApiServerOptions& options)
      : store_(options.history),
        writer_(store_, registry_),
        service_(store_, registry_, writer_, faults_, options.tokens) {
    if (!options.directory.empty()) {
      snapshots_ = std::make_unique<SnapshotWriter>(options.directory / "objects.json", store_);
    }
    Seed(store_, registry_, writer_);
    controllers_ = std::make_unique<Controllers>(store_, registry_, writer_, options.collect);
    server_.new_task_queue = [] { return new GrowingPool; };  // a watch holds its thread
    server_.set_socket_options([](socket_t socket) {          // httplib's own would let two servers share a port
      const int yes = 1;
      setsockopt(socket, SOL_SOCKET, SO_REUSEADDR, &yes, sizeof yes);
    });
    server_.set_tcp_nodelay(true);
    server_.set_keep_alive_max_count(1000000);
    server_.set_keep_alive_timeout(60);
    server_.set_payload_max_length(64 * 1024 * 1024);
    AddRoutes();
    port_ = options.port;
    const bool bound =
        port_ == 0 ? (port_ = server_.bind_to_any_port("127.0.0.1")) > 0 : server_.bind_to_port("127.0.0.1", port_);
    if (!bound) {
      store_.Close();
      controllers_.reset();
      throw std::runtime_error("127.0.0.1:" + std::to_string(options.port) +
                               " cannot be listened on. To do: name another port, or 0 for a free one.");
    }
    thread_ = std::thread([this] { server_.listen_after_bind(); });
    while (!server_.is_running()) std::this_thread::yield();
  }

  ~Impl() {
    store_.Close();
    server_.stop();
    thread_.join();
    controllers_.reset();
  }

  int port() const { return port_; }
  Faults& faults() { return faults_; }
  void Compact() { store_.Compact(); }

 private:
  void AddRoutes() {
    // httplib would compress whatever a client says it can read, and hold back the events of a watch while it does.
    server_.set_pre_routing_handler([](const httplib::Request& request, httplib::Response&) {
      const_cast<httplib::Request&>(request).headers.erase(
          "Accept-Encoding");  // made by the server, and not const there
      return httplib::Server::HandlerResponse::Unhandled;
    });
    const auto plain = [this](const httplib::Request& request, httplib::Response& response) {
      Write(service_.Serve(RequestOf(request)), response);
    };
    const auto with_body = [this](const httplib::Request& request, httplib::Response& response,
                                  const httplib::ContentReader& read) {
      Request out = RequestOf(request);
      read([&](const char* data, std::size_t size) {
        out.body.append(data, std::min(size, kKeptBody - out.body.size()));
        return true;
      });
      out.body_too_large = out.body.size() >= kKeptBody;
      Write(service_.Serve(out), response);
    };
    server_.Get(".*", plain);
    server_.Options(".*", plain);
    server_.Post(".*", with_body);
    server_.Put(".*", with_body);
    server_.Patch(".*", with_body);
    server_.Delete(".*", with_body);
    // A method that httplib does not know is a 400 to it, of a request that it has not read.
    server_.set_error_handler([this](const httplib::Request& request, httplib::Response& response) {
      if (response.status != 400 || !response.body.empty() || request.method.empty()) return;
      Request out = RequestOf(request);
      out.unread = true;
      if (out.path.empty()) out.path = request.target.substr(0, request.target.find('?'));
      Write(service_.Serve(out), response);
    });
  }

  Store store_;
  Registry registry_;
  Writer writer_;
  Faults faults_;
  Service service_;
  std::unique_ptr<SnapshotWriter> snapshots_;
  std::unique_ptr<Controllers> controllers_;
  httplib::Server server_;
  int port_ = 0;
  std::thread thread_;
};

ApiServer::ApiServer(const ApiServerOptions& options) : impl_(std::make_unique<Impl>(options)) {}
ApiServer::~ApiServer() = default;
int ApiServer::port() const { return impl_->port(); }
std::string ApiServer::url() const { return "http://127.0.0.1:" + std::to_string(port()); }
Faults& ApiServer::faults() { return impl_->faults(); }
void ApiServer::Compact() { impl_->Compact(); }

}  // namespace kube::apiserver
