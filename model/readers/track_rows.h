// SPDX-FileCopyrightText: Plumbline contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

// What the readers of tracks share: the fixes of a file on their way into the table `fixes`. A track is
// nobody's record of a load: its publication is that of citizens, unsigned, with a name of its own.

#include "model/intake/record_sink.h"
#include "model/readers/read_input.h"

namespace plumbline {

/// A fix as the file has it. Empty texts are absent.
struct FixText {
  std::string device;
  std::string time, uploaded;  // RFC 3339; without a zone UTC
  std::string latitude, longitude;
  std::string source, accuracy, country;
};

class TrackRows {
 public:
  TrackRows(const ReadInput& input, RecordSink& sink);
  /// Before the first fix.
  [[nodiscard]] Result<void> begin();
  /// `row`: of the file, as people see it; `raw`: what stands there. A fix without a time, or with a
  /// value that is none, is quarantined; one without a position is kept.
  [[nodiscard]] Result<void> add(const FixText& fix, std::int64_t row, std::string_view raw);
  /// Of a track that has no name of its own.
  [[nodiscard]] const std::string& unnamed() const { return m_unnamed; }

 private:
  RecordSink& m_sink;
  std::string m_mark;  // behind the number of a fix, so that two files never name one
  std::string m_unnamed;
  std::int64_t m_number = 0;
};

}  // namespace plumbline
