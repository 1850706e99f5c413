// SPDX-FileCopyrightText: Plumbline contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/cli/output.h"

#include <cerrno>
#include <cstdio>
#include <mutex>
#include <system_error>

#ifdef _WIN32
#include <io.h>
#else
#include <unistd.h>
#endif

#include "model/records/visible_text.h"
#include "ui/words/error_words.h"

namespace plumbline::cli {

namespace {

bool stderrIsTerminal() {
#ifdef _WIN32
  return _isatty(2) != 0;
#else
  return isatty(2) != 0;
#endif
}

}  // namespace

void Output::data(const std::string& text) const {
  errno = 0;
  const bool written = std::fwrite(text.data(), 1, text.size(), stdout) == text.size();
  const bool flushed = std::fflush(stdout) == 0;
  if ((written && flushed) || !m_dataError.empty()) return;
  m_dataError = errno != 0 ? std::generic_category().message(errno) : "it is closed";
}

void Output::line(const std::string& text) const {
  data(visibleText(text) + "\n");
}

void Output::talk(const std::string& text) const {
  const std::string shown = visibleText(text);
  std::fwrite(shown.data(), 1, shown.size(), stderr);
  std::fputc('\n', stderr);
}

std::unique_ptr<Progress> Output::progress() const {
  if (!stderrIsTerminal()) return std::make_unique<Progress>();
  auto lock = std::make_shared<std::mutex>();
  return std::make_unique<Progress>(
      [lock](const Message& what, std::int64_t done, std::int64_t total) {
        const std::scoped_lock guard(*lock);
        const std::string share = total > 0 ? " " + std::to_string(done * 100 / total) + " %" : "";
        std::fprintf(stderr, "\r\x1b[K%s%s%s", visibleLine(words::messageText(what)).toStdString().c_str(), share.c_str(),
                     total > 0 && done >= total ? "\n" : "");
      });
}

}  // namespace plumbline::cli
