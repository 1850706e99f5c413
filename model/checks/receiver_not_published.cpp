// SPDX-FileCopyrightText: Plumbline contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "model/checks/receiver_not_published.h"

#include <algorithm>

#include "model/checks/receiver_not_published_facts.h"
#include "model/checks/rule.h"

namespace plumbline {
namespace {

namespace fact = facts::receiverNotPublished;
constexpr std::string_view rule = "receiver_not_published";
constexpr std::size_t mostReceivers = 200;  // a shop with customers names thousands

}  // namespace

Result<PublishedTimes> PublishedTimes::load(const CheckInput& input) {
  PublishedTimes times(input);
  PLUMBLINE_TRY(
      query, input.database.prepare(
                 "SELECT id, period_start_ms, period_end_ms, EXISTS (SELECT 1 FROM "
                 "publication_tables t WHERE t.publication = publications.id AND t.name = "
                 "'receipts' AND t.state IN ('missing', 'mismatch', 'unreadable')) FROM "
                 "publications"));
  while (true) {
    PLUMBLINE_TRY(more, query.step());
    if (!more) break;
    const PublicationInfo& publication =
        input.reconciliation.books.publications.find(query.integer(0));
    if (!publication.confirms) continue;
    // A receiver whose table is not here has not been heard, whatever it published.
    if (query.integer(3) != 0) continue;
    times.m_spans[publication.party].push_back({query.integer(1), query.integer(2)});
  }
  for (auto& [party, spans] : times.m_spans) {
    std::sort(spans.begin(), spans.end(), [](const Span& a, const Span& b) {
      return std::pair(a.startMs, a.endMs) < std::pair(b.startMs, b.endMs);
    });
  }
  return times;
}

bool PublishedTimes::cover(std::string_view consignee, Timestamp first, Timestamp last) const {
  constexpr std::int64_t mostGapMs = 3 * millisecondsPerDay;
  const auto named = m_names->find(consignee);
  if (named == m_names->end()) return false;
  const auto found = m_spans.find(named->second);
  if (found == m_spans.end()) return false;
  const std::vector<Span>& spans = found->second;
  const auto isTimeless = [](const Span& span) { return span.endMs <= span.startMs; };
  if (std::any_of(spans.begin(), spans.end(), isTimeless)) return true;
  std::int64_t reach = first.inMilliseconds();
  bool begun = false;
  for (const Span& span : spans) {
    if (span.endMs <= reach) continue;
    if (span.startMs > reach + (begun ? mostGapMs : 0)) break;
    reach = span.endMs;
    begun = true;
  }
  return begun && reach + mostGapMs >= last.inMilliseconds();
}

void SilentReceivers::add(const Consignee& consignee, Mass mass) {
  auto found = m_sums.find(consignee.text);
  if (found == m_sums.end()) {
    found = m_sums.emplace(consignee.text, Sum{}).first;
    found->second.name = consignee.name;
    found->second.first = found->second.last = consignee.sent;
  }
  Sum& sum = found->second;
  ++sum.loads;
  sum.mass += mass;
  sum.first = std::min(sum.first, consignee.sent);
  sum.last = std::max(sum.last, consignee.sent);
}

std::vector<Finding> SilentReceivers::findings() const {
  std::vector<Finding> all;
  for (const auto& [text, sum] : m_sums) {
    Finding& finding = all.emplace_back();
    finding.rule = rule;
    finding.severity = Severity::CannotTell;
    finding.group = text;
    finding.amount = sum.mass;
    finding.time = sum.first;
    finding.rowCount = sum.loads;
    finding.facts = {fact::receiver(sum.name),
                     fact::loads(sum.loads),
                     fact::mass(sum.mass),
                     fact::first(sum.first),
                     fact::last(sum.last)};
  }
  std::stable_sort(all.begin(), all.end(),
                   [](const Finding& a, const Finding& b) { return a.amount > b.amount; });
  if (all.size() <= mostReceivers) return all;
  Mass mass;
  for (std::size_t i = mostReceivers; i < all.size(); ++i) mass += all[i].amount;
  const auto count = static_cast<std::int64_t>(all.size() - mostReceivers);
  all.resize(mostReceivers);
  all.push_back(restFinding(rule, Severity::CannotTell, count, mass));
  return all;
}

namespace rules {

extern constinit const Rule receiverNotPublished{
    .id = rule,
    .number = "F21",
    .kind = RuleKind::Fact,
    .source = "own rule: records conflict only with records",
    .facts = fact::all};

}  // namespace rules

}  // namespace plumbline
