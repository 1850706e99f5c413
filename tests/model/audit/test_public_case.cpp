// SPDX-FileCopyrightText: Plumbline contributors
// SPDX-License-Identifier: GPL-3.0-or-later

// A public case from the file to what is said of it: the table by the mappings of docs/cases, the names
// that are one as signed decisions, and the pairs that follow. The figures were computed by others.

#include <QJsonDocument>
#include <QJsonObject>
#include <QTemporaryDir>
#include <QTest>

#include "model/audit/session.h"
#include "model/decisions/decide_alias.h"

#include "tests/program.h"
#include "tests/shared_files.h"

using namespace plumbline;
using namespace plumbline::test;

namespace {

struct Told {
  std::int64_t sent = 0, received = 0;  // pairs
  std::int64_t both = 0;
  std::int64_t sentMicro = 0, receivedMicro = 0;
};

Told toldBetween(const AuditResult& audit) {
  std::set<std::string> plants;
  for (const PartyView& party : audit.evidence.parties) plants.insert(party.id);
  struct Sums {
    std::optional<std::int64_t> sent, received;
  };
  std::map<std::pair<std::string, std::string>, Sums> pairs;
  for (const TotalsPair& pair : audit.totals.pairs) {
    if (pair.kind != TotalsKind::Partners || !plants.contains(pair.sender) || !plants.contains(pair.receiver)) continue;
    Sums& sums = pairs[{pair.sender, pair.receiver}];
    if (pair.sent) sums.sent = sums.sent.value_or(0) + *pair.sent;
    if (pair.received) sums.received = sums.received.value_or(0) + *pair.received;
  }
  Told told;
  for (const auto& [names, sums] : pairs) {
    told.sent += sums.sent ? 1 : 0;
    told.received += sums.received ? 1 : 0;
    told.both += sums.sent && sums.received ? 1 : 0;
    told.sentMicro += sums.sent.value_or(0);
    told.receivedMicro += sums.received.value_or(0);
  }
  return told;
}

std::int64_t hundredths(std::int64_t micro) { return (micro + 5'000) / 10'000; }

}  // namespace

class TestPublicCase : public QObject {
  Q_OBJECT

 private Q_SLOTS:
  void sortingPlants() {
    REQUIRE_SHARED(file, "real/uk-mrf/MF_Data_January_to_December_2020.xlsx");
    REQUIRE_SHARED(names, "real/uk-mrf/permit_alias.json");
    for (const char* mapping : {"uk-mrf/input.json", "uk-mrf/output.json"}) import(file, mapping);
    const AuditPtr before = audit();
    QCOMPARE(toldBetween(*before).both, std::int64_t{0});
    QVERIFY(!before->accuses());

    const auto key = PrivateKey::fromSeed(bytesOf(std::string(32, 'j')));
    std::vector<AliasStep> steps;
    const QJsonObject aliases = QJsonDocument::fromJson(readFile(names)).object();
    for (auto each = aliases.begin(); each != aliases.end(); ++each) {
      const std::string permit = each.key().toStdString();
      const std::string plant = each.value().toString().toStdString();
      if (permit == plant) continue;
      steps.push_back({{NamePair::of(NameKind::Party, permit, plant, true), "the register of permits"}});
    }
    QVERIFY(steps.size() > 20);
    const auto decided = decideAliases(workspace(), steps, "jane", *key);
    QVERIFY2(decided.ok(), decided.ok() ? "" : decided.error().text().c_str());

    const AuditPtr after = audit();
    const Told told = toldBetween(*after);
    QCOMPARE(told.sent, std::int64_t{17});
    QCOMPARE(told.received, std::int64_t{15});
    QCOMPARE(told.both, std::int64_t{2});
    QCOMPARE(hundredths(told.sentMicro), std::int64_t{5'521'034});
    QCOMPARE(hundredths(told.receivedMicro), std::int64_t{2'917'524});
    // Whatever unsigned returns declare accuses nobody.
    QVERIFY(!after->accuses());
    QVERIFY(after->resultsDigest != before->resultsDigest);
  }

 private:
  void import(const QString& file, const char* mapping) const {
    const QByteArray bytes =
        readFile(QStringLiteral(PLUMBLINE_SOURCE_DIR "/docs/cases/") + QLatin1String(mapping));
    const fs::path path = file.toStdString();
    ImportOptions options;
    options.mappings.emplace(path, parseMappingFile(bytesOf(bytes.toStdString())).value());
    if (!importInto(workspace(), {path}, options, Progress()).ok()) qFatal("import");
  }
  [[nodiscard]] AuditPtr audit() const {
    auto made = runAudit(workspace(), Progress());
    if (!made.ok()) qFatal("%s", made.error().text().c_str());
    return *made;
  }
  [[nodiscard]] fs::path workspace() const { return fs::path(m_folder.path().toStdString()) / "w"; }

  QTemporaryDir m_folder;
};

PLUMBLINE_TEST(TestPublicCase)
#include "test_public_case.moc"
