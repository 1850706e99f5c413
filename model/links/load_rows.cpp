// SPDX-FileCopyrightText: Plumbline contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "model/links/load_rows.h"

#include <algorithm>
#include <map>
#include <tuple>

namespace plumbline {
namespace {

constexpr std::int64_t maxGap = 1'000;

bool isVoided(std::string_view status) {
  return status == "cancelled" || status == "void" || status == "returned" || status == "rejected";
}

/// Numbers are row numbers of our own tables; one far beyond their count is none of ours.
template <class Words, class Read>
Result<void> readAll(const Database& database, std::string_view sql, std::vector<Words>& into,
                     Read&& read) {
  PLUMBLINE_TRY(query, database.prepare(sql));
  while (true) {
    PLUMBLINE_TRY(more, query.step());
    if (!more) return {};
    const std::int64_t number = query.integer(0);
    if (number < 1 || number > 2 * static_cast<std::int64_t>(into.size()) + maxGap) continue;
    if (number >= static_cast<std::int64_t>(into.size())) {
      into.resize(static_cast<std::size_t>(number) + 1);
    }
    read(query, into[static_cast<std::size_t>(number)]);
  }
}

}  // namespace

Result<LoadVocabulary> LoadVocabulary::load(const Database& database, const PartyNames& names,
                                            const Aliases& aliases) {
  LoadVocabulary made;
  made.m_aliases = &aliases;
  std::map<std::tuple<std::string, std::string, std::string, std::string>, std::size_t> kinds;
  kinds.emplace();
  PLUMBLINE_CHECK(readAll(
      database, "SELECT id, material, low_code, operation, status, other FROM load_words ORDER BY id",
      made.m_words, [&](const Query& query, LoadWords& words) {
        words.material = query.text(1);
        words.oneMaterial = aliases.mainName(NameKind::Material, words.material);
        words.lowCode = aliases.mainName(NameKind::Code, query.text(2));
        words.operation = aliases.mainName(NameKind::Code, query.text(3));
        words.status = query.text(4);
        words.voided = isVoided(words.status);
        words.rejected = words.status == "rejected";
        words.other = query.text(5);
        const auto named = names.find(words.other);
        if (named != names.end()) words.named = named->second;
        words.kind = kinds
                         .try_emplace({words.material, words.lowCode, words.operation, words.status},
                                      kinds.size())
                         .first->second;
      }));
  PLUMBLINE_CHECK(readAll(database,
                          "SELECT id, instrument, calibration FROM load_scales ORDER BY id",
                          made.m_scales, [](const Query& query, ScaleWords& scale) {
                            scale.instrument = query.text(1);
                            scale.calibration = query.text(2);
                          }));
  return made;
}

int compareDocument(const LoadRow& a, const LoadRow& b) {
  const int order = a.document.compare(b.document);  // bytes, as SQLite's BINARY
  if (order != 0) return order;
  return a.line < b.line ? -1 : a.line > b.line ? 1 : 0;
}

void LoadGroup::take(LoadRow& row) {
  if (m_size == m_rows.size()) m_rows.emplace_back();
  std::swap(m_rows[m_size], row);
  ++m_size;
}

void LoadGroup::sort() {
  if (m_size < 2) return;
  const auto key = [](const LoadRow& row) {
    const LoadWords& words = *row.words;
    return std::tie(row.party, row.timeMs, row.net, row.id, words.material, words.lowCode,
                    words.operation, words.status, words.other, row.vehicle, row.pieces,
                    row.certificateMs, row.scale->instrument, row.scale->calibration);
  };
  std::sort(m_rows.begin(), m_rows.begin() + static_cast<std::ptrdiff_t>(m_size),
            [key](const LoadRow& a, const LoadRow& b) { return key(a) < key(b); });
}

}  // namespace plumbline
