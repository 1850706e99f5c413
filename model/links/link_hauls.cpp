// SPDX-FileCopyrightText: Plumbline contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "model/links/link_hauls.h"

#include <algorithm>
#include <map>
#include <set>

#include "model/links/document_key.h"

namespace plumbline {
namespace {

constexpr std::size_t nobody = static_cast<std::size_t>(-1);

constexpr std::string_view haulsSql =
    "SELECT publication, document_no, vehicle, loaded_ms, unloaded_ms, net_g, to_site FROM "
    "current_hauls";

HaulKeys readHaul(const Query& row, const Books& books) {
  LinkRecord record;
  record.document = row.text(1);
  record.vehicle = books.aliases.aliases.mainName(NameKind::Vehicle, row.text(2));
  record.time = Timestamp::milliseconds(row.integer(3));
  if (!row.isNull(5)) record.net = Mass::grams(row.integer(5));
  record.receiver = receiverNamed(books.partyNames, row.text(6));
  const LinkKeys loaded(record);
  if (!row.isNull(4)) record.time = Timestamp::milliseconds(row.integer(4));
  return {loaded, LinkKeys(record)};
}

/// Index of the only record with each number.
std::map<std::string_view, std::size_t> byNumber(std::span<const LinkKeys> records) {
  std::map<std::string_view, std::size_t> only;
  for (std::size_t i = 0; i < records.size(); ++i) {
    if (records[i].document.empty()) continue;
    const auto [entry, isNew] = only.emplace(records[i].document, i);
    if (!isNew) entry->second = nobody;
  }
  return only;
}

/// Where the clear links of the usual weights lead from each record of the first list.
std::vector<std::size_t> clearLinks(std::span<const LinkKeys> from, std::span<const LinkKeys> to) {
  std::vector<std::size_t> links(from.size(), nobody);
  const Linkage linkage = linkRecords(from, to, usualLinkage(), findCandidates(from, to), {});
  for (const LoadLink& link : linkage.links) {
    if (!link.ambiguous) links[link.sent.front()] = link.received.front();
  }
  return links;
}

/// Another mass, and another plate, receiver or day.
bool onlyTheNumberFits(const LinkKeys& haul, const LinkKeys& record) {
  constexpr std::int64_t apart = 2 * millisecondsPerDay;
  const LinkLevels levels = compareRecords(haul, record);
  const auto differs = [&levels](LinkField field) {
    const int level = levels[static_cast<std::size_t>(field)];
    return level != levelMissing && level != 0;
  };
  const bool otherDay =
      haul.time && record.time &&
      std::abs(haul.time->inMilliseconds() - record.time->inMilliseconds()) > apart;
  return differs(LinkField::Mass) &&
         (differs(LinkField::Vehicle) || differs(LinkField::Receiver) || otherDay);
}

/// The hauls that have the number of one record of the list, and that record.
struct NumberedHauls {
  std::vector<LinkKeys> keys;
  std::vector<std::size_t> record;

  NumberedHauls(std::span<const HaulKeys> hauls, std::span<const LinkKeys> records,
                LinkKeys HaulKeys::*moment, bool mayBeMistyped) {
    const auto numbers = byNumber(records);
    for (const HaulKeys& haul : hauls) {
      const auto found = numbers.find(haul.loaded.document);
      if (found == numbers.end() || found->second == nobody) continue;
      if (mayBeMistyped && onlyTheNumberFits(haul.*moment, records[found->second])) continue;
      keys.push_back(haul.*moment);
      record.push_back(found->second);
    }
  }
};

}  // namespace

std::string receiverOf(const PublicationInfo& publication) {
  return "#" + std::to_string(publication.party);
}

std::string receiverNamed(const PartyNames& names, std::string_view name) {
  const auto named = names.find(name);
  return named == names.end() ? "" : "#" + std::to_string(named->second);
}

Result<std::vector<HaulKeys>> readHauls(const Database& database, const Books& books,
                                        std::span<const LinkKeys> sent,
                                        std::span<const LinkKeys> received) {
  std::set<std::string_view> wanted;
  for (const std::span<const LinkKeys> side : {sent, received}) {
    for (const LinkKeys& record : side) {
      if (!record.document.empty()) wanted.insert(record.document);
    }
  }
  // In the order of their numbers, whatever the order of the rows.
  std::map<std::string, std::optional<HaulKeys>> found;
  PLUMBLINE_TRY(row, database.prepare(haulsSql));
  while (true) {
    PLUMBLINE_TRY(more, row.step());
    if (!more) break;
    if (!books.publications.find(row.integer(0)).usable) continue;
    std::string number = plainReference(row.text(1));
    if (!wanted.contains(number)) continue;
    const auto [entry, isNew] = found.try_emplace(std::move(number));
    if (isNew) {
      entry->second = readHaul(row, books);
    } else {
      entry->second.reset();
    }
  }
  std::vector<HaulKeys> hauls;
  for (auto& [number, haul] : found) {
    if (haul) hauls.push_back(std::move(*haul));
  }
  return hauls;
}

void closeTriangles(std::span<const LinkKeys> sent, std::span<const LinkKeys> received,
                    std::span<const HaulKeys> hauls, Linkage& linkage) {
  const NumberedHauls ofSent(hauls, sent, &HaulKeys::unloaded, false);
  // A receiver's mistyped number leads to the haul of another load. The carrier has its number from
  // the sender: where the two differ otherwise, that is worth a look.
  const NumberedHauls ofReceived(hauls, received, &HaulKeys::loaded, true);
  const std::vector<std::size_t> toReceived = clearLinks(ofSent.keys, received);
  const std::vector<std::size_t> fromSent = clearLinks(sent, ofReceived.keys);
  std::vector<std::set<std::size_t>> partners(sent.size());
  for (std::size_t i = 0; i < toReceived.size(); ++i) {
    if (toReceived[i] != nobody) partners[ofSent.record[i]].insert(toReceived[i]);
  }
  for (std::size_t i = 0; i < fromSent.size(); ++i) {
    if (fromSent[i] != nobody) partners[i].insert(ofReceived.record[fromSent[i]]);
  }
  for (LoadLink& link : linkage.links) {
    if (link.kind != LinkKind::One) continue;
    const std::set<std::size_t>& led = partners[link.sent.front()];
    if (led.empty()) continue;
    const bool same = led.size() == 1 && led.contains(link.received.front());
    link.triangle = same ? Triangle::Closed : Triangle::Broken;
    link.ambiguous = link.ambiguous || !same;
  }
  sortLinks(linkage.links);
}

}  // namespace plumbline
