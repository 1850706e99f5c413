// SPDX-FileCopyrightText: Plumbline contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "model/import/summary_log_reader.h"

#include <algorithm>

#include "crypto/hash.h"

#include "model/import/summary_log_records.h"
#include "model/import/xlsx_package.h"

namespace plumbline {

namespace {

constexpr std::size_t maxPartyBytes = 64;  // as in a publication

std::string metaText(const SummaryLogFile& file, const std::string& name) {
  const auto found = file.meta.find(name);
  return found == file.meta.end() ? std::string() : found->second;
}

bool isPartyId(std::string_view text) {
  const auto control = [](char c) { return static_cast<unsigned char>(c) < 0x20 || c == 0x7f; };
  return !text.empty() && text.size() <= maxPartyBytes && std::ranges::none_of(text, control);
}

// The registration number names the party. A log without one is named after its bytes, so that it
// has the same name wherever it is opened.
std::string partyOf(const SummaryLogFile& file, ByteView bytes) {
  const std::string number = metaText(file, "REGISTRATION_NUMBER");
  return isPartyId(number) ? number : "summary-log-" + sha256(bytes).hex().substr(0, 8);
}

UnsignedPublication publicationOf(const SummaryLogFile& file, ByteView bytes,
                                  const std::vector<SummaryLogFigures>& figures) {
  UnsignedPublication publication;
  publication.party = partyOf(file, bytes);
  publication.role = Role::Plant;
  publication.name = publication.party;
  std::vector<Timestamp> times;
  for (const SummaryLogFigures& row : figures) {
    for (const auto& time : {row.date, row.exported, row.overseas, row.repatriated}) {
      if (time) times.push_back(*time);
    }
  }
  if (times.empty()) return publication;
  const auto [first, last] = std::minmax_element(times.begin(), times.end());
  publication.periodStart = *first;
  publication.periodEnd = Timestamp::milliseconds(last->inMilliseconds() + millisecondsPerDay);
  return publication;
}

Result<void> addCover(const SummaryLogFile& file, RecordSink& sink) {
  const std::pair<std::string_view, std::string> texts[] = {
      {"processing_type", metaText(file, "PROCESSING_TYPE")},
      {"template_version", metaText(file, "TEMPLATE_VERSION")},
      {"material", metaText(file, "MATERIAL")},
      {"registration_number", metaText(file, "REGISTRATION_NUMBER")},
      {"accreditation_number", metaText(file, "ACCREDITATION_NUMBER")}};
  std::vector<NamedValue> values;
  for (const auto& [column, text] : texts) {
    if (!text.empty()) values.push_back({column, std::string_view(text)});
  }
  return sink.addExtra("summary_logs", values);
}

Result<std::vector<SummaryLogFigures>> allFigures(const SummaryLogFile& file) {
  std::vector<SummaryLogFigures> figures;
  figures.reserve(file.loads.size());
  for (const SummaryLogLoad& load : file.loads) {
    PLUMBLINE_TRY(row, figuresOf(load, file.date1904));
    figures.push_back(std::move(row));
  }
  return figures;
}

}  // namespace

bool recognisesSummaryLog(std::string_view, ByteView bytes) {
  return looksLikeSummaryLogJson(bytes) || looksLikeSummaryLogXlsx(bytes);
}

Result<ImportedFile> readSummaryLog(std::string_view memberName, ByteView bytes, RecordSink& sink,
                                    const Progress& progress) {
  PLUMBLINE_TRY(file, looksLikeZip(bytes) ? parseSummaryLogXlsx(bytes, progress)
                                          : parseSummaryLogJson(bytes));
  PLUMBLINE_TRY(figures, allFigures(file));
  PLUMBLINE_CHECK(sink.describe(publicationOf(file, bytes, figures)));
  PLUMBLINE_CHECK(addCover(file, sink));
  SummaryLogRecords records(sink);
  for (std::size_t i = 0; i < figures.size(); ++i) {
    PLUMBLINE_CHECK(records.add(file.loads[i], figures[i]));
  }
  return ImportedFile{std::string(memberName), "summary log",
                      static_cast<std::int64_t>(figures.size())};
}

}  // namespace plumbline
