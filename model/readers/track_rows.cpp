// SPDX-FileCopyrightText: Plumbline contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "model/readers/track_rows.h"

#include "model/mapping/number_text.h"
#include "model/readers/official_values.h"
#include "model/readers/summary_log_values.h"

namespace plumbline {
namespace {

constexpr std::size_t markDigits = 16;
constexpr int microDecimals = 6;

/// Millionths, rounded: trackers write fifteen digits. What is no number stays and is refused.
std::string microText(const std::string& text) {
  if (text.empty()) return {};
  const auto plain = plainNumber(text, DecimalMark::Point);
  const auto rounded = plain ? roundedFixed(*plain, microDecimals) : Result<std::int64_t>(plain.error());
  return rounded ? formatFixed(*rounded, microDecimals) : text;
}

}  // namespace

TrackRows::TrackRows(const ReadInput& input, RecordSink& sink)
    : m_sink(sink), m_mark("@" + input.sha256.hex().substr(0, markDigits)) {
  m_unnamed = "track-" + input.sha256.hex().substr(0, markDigits);
}

Result<void> TrackRows::begin() {
  UnsignedPublication publication;
  publication.party = m_unnamed;
  publication.role = Role::Citizen;
  publication.name = m_unnamed;
  return m_sink.describe(publication);
}

Result<void> TrackRows::add(const FixText& fix, std::int64_t row, std::string_view raw) {
  const std::string id = "fix-" + std::to_string(++m_number) + m_mark;
  const std::string device = fieldText(fix.device.empty() ? m_unnamed : fix.device);
  const std::string time = fix.time.empty() ? std::string() : timeText(fix.time);
  const std::string uploaded = fix.uploaded.empty() ? std::string() : timeText(fix.uploaded);
  const std::string latitude = microText(fix.latitude);
  const std::string longitude = microText(fix.longitude);
  const std::string accuracy = microText(fix.accuracy);
  const NamedText fields[] = {{"id", id},
                              {"device", device},
                              {"time", time},
                              {"uploaded_at", uploaded},
                              {"latitude", latitude},
                              {"longitude", longitude},
                              {"source", fix.source},
                              {"accuracy_m", accuracy},
                              {"country", fix.country}};
  PLUMBLINE_TRY(went, m_sink.addOrQuarantine(Table::Fixes, fields, {.row = row}, raw));
  static_cast<void>(went);
  return {};
}

}  // namespace plumbline
