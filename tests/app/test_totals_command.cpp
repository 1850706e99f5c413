// SPDX-FileCopyrightText: Plumbline contributors
// SPDX-License-Identifier: GPL-3.0-or-later
// Declared totals on the command line, as a process.
#include <QTemporaryDir>
#include <QTest>

#include "tests/app/cli_process.h"
#include "tests/model/publisher.h"
#include "tests/program.h"

using namespace plumbline;
using namespace plumbline::test;

namespace {

constexpr const char* head = "id,counterparty,direction,period_start,period_end,quantity,unit\n";
constexpr const char* ofYear = ",2142-01-01,2143-01-01,";

std::string table(const std::string& partner, const char* direction, const char* quantity) {
  return std::string(head) + "T-1," + partner + "," + direction + ofYear + quantity + ",t\n";
}

}  // namespace

class TestTotalsCommand : public QObject {
  Q_OBJECT

 private Q_SLOTS:
  void whatDiffersIsAFinding() {
    const CliResult result = totals("100.5", "90.2");
    QCOMPARE(result.exitCode, 1);
    QCOMPARE(QString::fromUtf8(result.out),
             QStringLiteral("result\tkind\tsender\treceiver\tmaterial\tstart\tend\tunit\tsent\treceived\tgap\tdoubt\n"
                            "differs\tpartners\tnorth\tharbour\t\t2142-01-01\t2143-01-01\tt\t100.5\t90.2\t10.3\t\n"));
    QCOMPARE(QString::fromUtf8(result.err),
             QStringLiteral("Of 1 pair, 0 are confirmed both ways and 1 differ: between sender and receiver, 10\u00a0t more "
                            "were declared sent than received.\n"));
  }
  void whatAgreesIsFine() {
    QCOMPARE(totals("100.5", "100.5").exitCode, 0);
    const CliResult json = run({"totals", "w.sqlite", "--json"});
    QCOMPARE(json.exitCode, 0);
    const QJsonArray pairs = json.object()[QStringLiteral("pairs")].toArray();
    QCOMPARE(pairs.size(), 1);
    QCOMPARE(pairs[0][QStringLiteral("result")].toString(), QStringLiteral("confirmed"));
    QCOMPARE(pairs[0][QStringLiteral("sent")].toDouble(), 100.5);
  }
  void nobodyDeclaresAny() {
    QTemporaryDir folder;
    m_folder.swap(folder);
    QCOMPARE(run({"simulate", "--out", "plant", "--months", "1", "--loads-per-month", "20"}).exitCode, 0);
    QCOMPARE(run({"import", "w.sqlite", "plant", "--parties", "plant/parties.txt"}).exitCode, 0);
    const CliResult result = run({"totals", "w.sqlite"});
    QCOMPARE(result.exitCode, 3);
    QCOMPARE(QString::fromUtf8(result.err), QStringLiteral("Nobody declares totals here.\n"));
  }
  void isRefusedAsOthersAre() {
    QCOMPARE(run({"totals"}).exitCode, 2);
    QCOMPARE(run({"totals", "nowhere"}).exitCode, 2);
  }

 private:
  CliResult totals(const char* sent, const char* received) {
    QTemporaryDir folder;
    m_folder.swap(folder);
    const fs::path root(m_folder.path().toStdString());
    TestPublisher plant("north", Role::Plant, 1);
    TestPublisher harbour("harbour", Role::Receiver, 2);
    plant.publish(root / "published", {{"totals", table("harbour", "out", sent)}});
    harbour.publish(root / "published", {{"totals", table("north", "in", received)}});
    plant.close(root / "published");
    harbour.close(root / "published");
    writeBytes(root / "parties.txt", plant.partyLine() + "\n" + harbour.partyLine() + "\n");
    if (run({"import", "w.sqlite", "published", "--parties", "parties.txt"}).exitCode > 1) return {};
    return run({"totals", "w.sqlite"});
  }
  CliResult run(std::initializer_list<const char*> list) const { return runCliIn(m_folder.path(), words(list)); }

  QTemporaryDir m_folder;
};

PLUMBLINE_TEST(TestTotalsCommand)
#include "test_totals_command.moc"
