// SPDX-FileCopyrightText: Plumbline contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "model/books/instrument_book.h"

#include <algorithm>
#include <cmath>

#include "model/books/millionths.h"
#include "model/records/volume_mass.h"

namespace plumbline {

std::int64_t leastRandomGrams(std::int64_t scaleIntervalGrams) {
  const std::int64_t interval =
      scaleIntervalGrams > 0 ? scaleIntervalGrams : weighbridgeIntervalGrams;
  return std::llround(static_cast<double>(interval) / std::sqrt(6.0));
}

std::int64_t statedOrDefault(std::optional<std::int64_t> statedGrams, Mass mass,
                             std::int64_t defaultMicro) {
  const std::int64_t stated = statedGrams.value_or(0);
  if (stated <= 0) return millionths(mass.abs().inGrams(), defaultMicro);
  return std::max(stated, millionths(mass.abs().inGrams(), leastStatedMicro));
}

int InstrumentBook::entry(int party, std::string_view instrument, std::string_view calibration) {
  m_key.assign(instrument);
  m_key.push_back('\0');
  m_key.append(calibration);
  Keys& keys = m_keys[static_cast<std::size_t>(party)];
  const auto found = keys.find(std::string_view(m_key));
  if (found != keys.end()) return found->second;
  const int index = static_cast<int>(m_calibrations.size());
  // One density is used for all, and is off for all.
  const bool weighed = instrument != volumeInstrument;
  m_calibrations.push_back({defaultRandomGrams, weighed ? defaultSharedMicro : defaultVolumeMicro,
                            false, party, std::string(instrument), std::string(calibration)});
  keys.emplace(m_key, index);
  return index;
}

Result<InstrumentBook> InstrumentBook::load(const Database& database,
                                            const PublicationBook& publications) {
  InstrumentBook book;
  book.m_keys.resize(publications.parties().size());
  book.m_dates.resize(publications.parties().size());
  PLUMBLINE_TRY(
      query, database.prepare("SELECT publication, id, calibration_id, calibrated_ms, u_random_g, "
                              "u_shared_rel_micro, scale_interval_g FROM current_instruments "
                              "ORDER BY id, calibration_id, calibrated_ms, "
                              "u_random_g, u_shared_rel_micro, scale_interval_g"));
  while (true) {
    PLUMBLINE_TRY(more, query.step());
    if (!more) break;
    const PublicationInfo& info = publications.find(query.integer(0));
    if (!info.usable) continue;
    const int index = book.entry(info.party, query.text(1), query.text(2));
    Calibration& calibration = book.m_calibrations[static_cast<std::size_t>(index)];
    calibration.stated = !query.isNull(4) && !query.isNull(5);
    calibration.randomGrams = std::max(query.optionalInteger(4).value_or(defaultRandomGrams),
                                       leastRandomGrams(query.optionalInteger(6).value_or(0)));
    calibration.sharedMicro =
        std::max(query.optionalInteger(5).value_or(defaultSharedMicro), leastSharedMicro);
    book.m_dates[static_cast<std::size_t>(info.party)][std::string(query.text(1))].push_back(
        {query.optionalInteger(3).value_or(0), index});
  }
  for (Dates& dates : book.m_dates) {
    for (auto& [name, list] : dates) {
      std::stable_sort(list.begin(), list.end(),
                       [](const Dated& a, const Dated& b) { return a.fromMs < b.fromMs; });
    }
  }
  return book;
}

int InstrumentBook::find(int party, std::string_view instrument, std::string_view calibration,
                         std::int64_t timeMs) {
  if (calibration.empty() && !instrument.empty()) {
    const Dates& dates = m_dates[static_cast<std::size_t>(party)];
    if (const auto found = dates.find(instrument); found != dates.end()) {
      // The calibration in force then; before the first one, the first one.
      int index = found->second.front().index;
      for (const Dated& dated : found->second) {
        if (dated.fromMs <= timeMs) index = dated.index;
      }
      return index;
    }
  }
  return entry(party, instrument, calibration);
}

}  // namespace plumbline
