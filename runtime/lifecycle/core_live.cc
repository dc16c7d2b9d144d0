// Copyright The Spansmith Authors
// SPDX-License-Identifier: Apache-2.0
//
// The part of the core that follows the watched file (SPANSMITH_CONFIG_FILE). See core.h, config/live.h.
#include <algorithm>
#include <memory>
#include <string>

#include "lifecycle/core.h"
#include "notice/notice.h"

namespace spansmith::lifecycle {
namespace {

constexpr char kVariable[] = "SPANSMITH_CONFIG_FILE";

std::string FileOf(const config::Layers& layers) { return layers.Get(kVariable); }

// Notices about what the file says, not about what the environment does.
std::string FirstOf(const config::Notices& notices, const config::Layers& layers) {
  for (const std::string& line : notices) {
    const auto said = layers.file.find(std::string_view(line).substr(0, line.find_first_of("=: ")));
    if (said != layers.file.end()) return line;
  }
  return "";
}

// The same layers with another text in the file. Returns "", or what is wrong with it.
std::string Read(const config::WatchedFile::News& news, config::Layers* layers, config::Live* live) {
  if (!news.trouble.empty()) return news.trouble;
  if (std::string wrong = config::ParseFile(news.text, &layers->file); !wrong.empty()) return wrong;
  config::Notices notices;
  *live = config::ReadLive([layers](const char* name) { return layers->Get(name); }, notices);
  return FirstOf(notices, *layers);
}

void SayBad(const std::string& path, const std::string& wrong, const config::Layers& layers) {
  notice::SayOnce(std::string(kVariable) + "=" + path + ": " + wrong +
                  (layers.file.empty() ? "; it is as if it said nothing" : "; what it said before stays"));
}

bool Same(const config::SamplerConfig& a, const config::SamplerConfig& b) {
  return a.kind == b.kind && a.parent_based == b.parent_based && a.ratio == b.ratio;
}

// A tail sampler that is taken away leaves this in its place.
class Through : public drain::Stage {
 public:
  void Take(const record::SpanView& span, drain::Outlet& out) override { out.Pass(span); }
  void Tick(std::uint64_t, drain::Moment, drain::Outlet&) override {}
};

}  // namespace

void Core::TakeFileNow() {
  layers_.file.clear();
  const std::string path = FileOf(layers_);
  if (path.empty()) return;
  const auto news = config::WatchedFile(path).Look(true);
  config::Layers layers = layers_;
  config::Live live;
  if (const std::string wrong = Read(*news, &layers, &live); !wrong.empty()) {
    SayBad(path, wrong, layers_);
    return;
  }
  layers_.file = std::move(layers.file);
}

std::function<void()> Core::MakeFileWatch() {
  if (config_->file.empty()) return nullptr;
  struct Watch {
    config::WatchedFile file;
    std::optional<config::WatchedFile::News> news;  // not taken yet
  };
  auto watch = std::make_shared<Watch>(Watch{config::WatchedFile(config_->file), std::nullopt});
  return [this, watch] {
    if (auto news = watch->file.Look()) watch->news = std::move(news);
    if (watch->news && TakeFile(*watch->news)) watch->news.reset();
  };
}

bool Core::TakeFile(const config::WatchedFile::News& news) {
  const std::unique_lock lock(mutex_, std::try_to_lock);
  if (!lock.owns_lock()) return false;
  if (!config_ || stopped_) return true;
  config::Layers layers = layers_;
  config::Live live;
  if (const std::string wrong = Read(news, &layers, &live); !wrong.empty()) {
    SayBad(config_->file, wrong, layers_);
    return true;
  }
  if (layers.file == layers_.file) return true;
  layers_.file = std::move(layers.file);
  Use(live);
  notice::Say(std::string(kVariable) + "=" + config_->file + ": taken", notice::Level::kInfo);
  return true;
}

void Core::Use(const config::Live& live) {
  const bool other_filter = live.filter_text != config_->live.filter_text;
  const bool other_tail = live.tail_text != config_->live.tail_text;
  const bool other_sampler = !Same(live.sampler, config_->live.sampler);
  config_->live = live;
  notice::SetLevel(live.log_level);
  if (other_sampler) InstallPlan();
  if (other_tail && worker_) {
    auto stage = MakeTailSampler();
    worker_->SetStage(stage ? std::move(stage) : std::make_unique<Through>());
  }
  if (!other_filter) return;
  own_filter_.reset();  // who spoke last is heard
  SwitchSites();
}

}  // namespace spansmith::lifecycle
