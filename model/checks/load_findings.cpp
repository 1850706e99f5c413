// SPDX-FileCopyrightText: Plumbline contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "model/checks/load_findings.h"

#include "model/checks/link_facts.h"
#include "model/checks/load_facts.h"
#include "model/checks/summed_facts.h"
#include "model/statistics/record_linkage.h"

namespace plumbline {
namespace {

/// One side of a load as it is written in the records.
struct Side {
  bool there = false;
  const PartyInfo* party = nullptr;
  bool isSigned = false;
  std::string id, document, other, vehicle, material, materialName, lowCode, operation;
  std::int64_t line = 0;
  Mass net;
  std::optional<std::int64_t> pieces;
  Timestamp time;
  MaterialMeaning meaning;
};

constexpr std::string_view columns =
    "publication, id, document_no, line, vehicle, material, low_code, operation, net_g, pieces, ";

class SideReader {
 public:
  [[nodiscard]] static Result<SideReader> make(const CheckInput& input, Table table) {
    const bool sent = table == Table::Shipments;
    PLUMBLINE_TRY(row, input.database.prepare(
                           "SELECT " + std::string(columns) +
                           (sent ? "dispatched_ms, consignee" : "received_ms, consignor") +
                           " FROM " + std::string(tableInfo(table).name) + " WHERE rowid = ?1"));
    return SideReader(input, std::move(row));
  }

  [[nodiscard]] Result<Side> read(std::int64_t rowid) {
    Side side;
    if (rowid == 0) return side;
    m_row.bind(1, rowid);
    PLUMBLINE_TRY(more, m_row.step());
    if (more) fill(side);
    m_row.reset();
    return side;
  }

 private:
  SideReader(const CheckInput& input, Query row)
      : m_reconciliation(&input.reconciliation), m_row(std::move(row)) {}

  void fill(Side& side) const {
    const PublicationBook& publications = m_reconciliation->books.publications;
    const PublicationInfo& publication = publications.find(m_row.integer(0));
    side.there = true;
    side.party = &publications.parties()[static_cast<std::size_t>(publication.party)];
    side.isSigned = publication.signedBy;
    side.id = m_row.text(1);
    side.document = m_row.text(2);
    side.line = m_row.integer(3);
    side.vehicle = m_row.text(4);
    side.material = m_row.text(5);
    side.materialName = m_reconciliation->books.materials.nameOf(publication.party, side.material);
    side.lowCode = m_row.text(6);
    side.operation = m_row.text(7);
    side.net = Mass::grams(m_row.integer(8));
    side.pieces = m_row.optionalInteger(9);
    side.time = Timestamp::milliseconds(m_row.integer(10));
    side.other = m_row.text(11);
  }

  const Reconciliation* m_reconciliation;
  Query m_row;
};

std::string materialText(const Side& side) {
  if (!side.there) return {};
  if (side.meaning.materialClass == MaterialClass::Unknown) return side.materialName;
  return side.materialName + " (" + std::string(toText(side.meaning.materialClass)) + ")";
}

std::string piecesText(const Side& side) {
  return side.pieces ? std::to_string(*side.pieces) : std::string();
}

void compareSides(const Side& left, const Side& right, Mass tolerance, Finding& finding) {
  const bool both = left.there && right.there;
  const auto add = [&](std::string field, std::string a, std::string b, bool differs) {
    if (a.empty() && b.empty()) return;
    finding.comparison.push_back({std::move(field), std::move(a), std::move(b), both && differs});
  };
  const auto time = [](const Side& side) { return side.there ? side.time.text() : std::string(); };
  const auto mass = [](const Side& side) {
    return side.there ? side.net.kilogramText() : std::string();
  };
  const auto signer = [](const Side& side) {
    return side.there && side.isSigned ? side.party->shownName() : std::string();
  };
  add("material", materialText(left), materialText(right),
      left.meaning.materialClass != right.meaning.materialClass);
  add("low_code", left.lowCode, right.lowCode, left.lowCode != right.lowCode);
  add("operation", left.operation, right.operation, left.operation != right.operation);
  add("net_kg", mass(left), mass(right), (left.net - right.net).abs() > tolerance);
  if (left.pieces && right.pieces) {
    add("pieces", piecesText(left), piecesText(right), left.pieces != right.pieces);
  }
  add("vehicle", left.vehicle, right.vehicle, left.vehicle != right.vehicle);
  add("document_no", left.document, right.document, left.document != right.document);
  add("time", time(left), time(right), right.time < left.time);
  add("signed_by", signer(left), signer(right), false);
}

class FindingMaker {
 public:
  FindingMaker(const CheckInput& input, const LoadRule& rule, SideReader sent, SideReader received)
      : m_input(input), m_rule(rule), m_sent(std::move(sent)), m_received(std::move(received)) {}

  /// Nothing for a load that the rule skips.
  [[nodiscard]] Result<std::optional<Finding>> make(const LoadException& load) {
    PLUMBLINE_TRY(left, m_sent.read(load.shipment));
    if (m_rule.skip && m_rule.skip(load, consigneeOf(left))) return std::optional<Finding>();
    PLUMBLINE_TRY(right, m_received.read(load.receipt));
    left.meaning = load.sentAs;
    right.meaning = load.receivedAs;
    Finding finding;
    finding.rule = m_rule.rule;
    finding.severity = m_rule.severity;
    finding.amount = load.amount;
    finding.time = left.there ? left.time : right.time;
    fillFacts(load, left, right, finding);
    if (left.there) add(Table::Shipments, left, load.shipment, finding);
    if (right.there) add(Table::Receipts, right, load.receipt, finding);
    PLUMBLINE_CHECK(addTwin(load, finding));
    PLUMBLINE_CHECK(addLink(load, finding));
    finding.rowCount = static_cast<std::int64_t>(finding.records.size());
    const std::int64_t ppm = m_input.plan.tolerance().bulkPartsPerMillion;
    const Mass share = Mass::grams(millionths(load.shipped.inGrams(), ppm));
    compareSides(left, right, std::max(load.tolerance, share), finding);
    if (m_rule.refine) m_rule.refine(load, finding);
    return std::optional(std::move(finding));
  }

 private:
  [[nodiscard]] Consignee consigneeOf(const Side& sent) {
    m_consignee = m_input.reconciliation.books.publications.nameOf(sent.other);
    return {sent.other, m_consignee, sent.time, sent.lowCode};
  }

  static void add(Table table, const Side& side, std::int64_t rowid, Finding& finding) {
    finding.records.push_back({table, side.party->id, side.id, rowid});
  }

  Result<void> addTwin(const LoadException& load, Finding& finding) {
    if (load.twin == 0) return {};
    const bool receipts = load.receipt != 0;
    PLUMBLINE_TRY(twin, (receipts ? m_received : m_sent).read(load.twin));
    if (!twin.there) return {};
    add(receipts ? Table::Receipts : Table::Shipments, twin, load.twin, finding);
    facts::load::twin.set(finding, twin.id);
    return {};
  }

  /// The other records of a load in parts, and the weights of the link, field by field.
  Result<void> addLink(const LoadException& load, Finding& finding) {
    if (load.link == nullptr) return {};
    const LinkEvidence& link = *load.link;
    const bool split = link.kind == LinkKind::Split;
    for (const std::int64_t rowid : link.moreRows) {
      PLUMBLINE_TRY(more, (split ? m_received : m_sent).read(rowid));
      if (more.there) add(split ? Table::Receipts : Table::Shipments, more, rowid, finding);
    }
    namespace fact = facts::link;
    fact::link.set(finding, std::string(toText(link.kind)));
    fact::probability.set(finding, Ppm{link.probabilityPpm});
    fact::weightMillibits.set(finding, link.weight);
    fact::priorMillibits.set(finding, link.prior);
    fact::marginMillibits.set(finding, link.margin);
    fact::triangle.set(finding, std::string(toText(link.triangle)));
    for (std::size_t field = 0; field < linkFieldCount; ++field) {
      if (link.levels[field] == levelMissing) continue;
      fact::weights[field].set(finding, link.weights[field]);
    }
    return {};
  }

  void fillFacts(const LoadException& load, const Side& left, const Side& right, Finding& finding) {
    const PublicationBook& publications = m_input.reconciliation.books.publications;
    namespace fact = facts::load;
    const Side& known = left.there ? left : right;
    if (left.there) fact::shipment.set(finding, left.id);
    if (right.there) fact::receipt.set(finding, right.id);
    if (!known.there) return;
    fact::document.set(finding, known.document);
    fact::line.set(finding, known.line);
    const std::string consignee =
        left.there ? publications.nameOf(left.other) : right.party->shownName();
    fact::consignee.set(finding, consignee);
    finding.group = right.there ? right.party->shownName() : consignee;
    fact::receiver.set(finding, finding.group);
    fact::sender.set(finding,
                     left.there ? left.party->shownName() : publications.nameOf(right.other));
    if (left.there) {
      fact::sentAs.set(finding, std::string(toText(load.sentAs.materialClass)));
      fact::sent.set(finding, load.shipped);
    }
    if (!right.there) return;
    fact::receivedAs.set(finding, std::string(toText(load.receivedAs.materialClass)));
    fact::received.set(finding, load.received);
    fact::receivedAt.set(finding, right.time);
  }

  const CheckInput& m_input;
  const LoadRule& m_rule;
  SideReader m_sent;
  SideReader m_received;
  std::string m_consignee;
};

}  // namespace

Finding restFinding(std::string_view rule, Severity severity, std::int64_t count, Mass mass) {
  Finding finding;
  finding.rule = rule;
  finding.severity = severity;
  finding.group = "more";
  finding.amount = mass;
  finding.rowCount = count;
  facts::more.set(finding, count);
  return finding;
}

Result<std::vector<Finding>> loadFindings(const CheckInput& input, const LoadRule& rule) {
  const LoadExceptions::Kind& kind = input.reconciliation.loads.exceptions.of(rule.kind);
  std::vector<Finding> findings;
  if (kind.kept.empty()) return findings;
  PLUMBLINE_TRY(sent, SideReader::make(input, Table::Shipments));
  PLUMBLINE_TRY(received, SideReader::make(input, Table::Receipts));
  FindingMaker maker(input, rule, std::move(sent), std::move(received));
  findings.reserve(kind.kept.size() + 1);
  Mass kept;
  for (const LoadException& load : kind.kept) {
    if (input.progress.cancelled()) return Progress::cancelledError();
    PLUMBLINE_TRY(finding, maker.make(load));
    if (finding) findings.push_back(std::move(*finding));
    kept += load.amount;
  }
  const bool skipped = findings.size() < kind.kept.size();
  const auto rest = kind.count - static_cast<std::int64_t>(kind.kept.size());
  if (rest > 0) {
    const Severity severity = skipped ? Severity::CannotTell : rule.severity;
    findings.push_back(restFinding(rule.rule, severity, rest, kind.total - kept));
  }
  return findings;
}

std::vector<Finding> summedFinding(const CheckInput& input, LoadKind kind, std::string_view rule) {
  const LoadExceptions::Kind& all = input.reconciliation.loads.exceptions.of(kind);
  if (all.count == 0) return {};
  Finding finding;
  finding.rule = rule;
  finding.severity = Severity::CannotTell;
  finding.amount = all.total;
  finding.rowCount = all.count;
  facts::summed::loads.set(finding, all.count);
  facts::summed::mass.set(finding, all.total);
  return {finding};
}

}  // namespace plumbline
