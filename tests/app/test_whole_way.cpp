// SPDX-FileCopyrightText: Plumbline contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include <QDir>
#include <QSet>
#include <QTemporaryDir>
#include <QTest>

#include "tests/app/cli_process.h"
#include "tests/program.h"
#include "tests/shared_files.h"

using plumbline::test::CliResult;
using plumbline::test::readFile;
using plumbline::test::runCli;

namespace {

QString word(const char* text) { return QString::fromUtf8(text); }

QSet<QString> idsOf(const QJsonArray& array) {
  QSet<QString> ids;
  for (const QJsonValue& value : array) ids.insert(value.toString());
  return ids;
}

/// Records that findings of a severity name, as the JSON says.
QSet<QString> accused(const QJsonObject& audit, const QString& severity, const QString& prefix) {
  QSet<QString> ids;
  for (const QJsonValue& finding : audit.value(word("findings")).toArray()) {
    if (finding[word("severity")].toString() != severity) continue;
    for (const QString& id : idsOf(finding[word("records")].toArray())) {
      if (id.startsWith(prefix)) ids.insert(id);
    }
  }
  return ids;
}

}  // namespace

/// The way of a user through the command line, from files to a shared audit, in a folder whose name
/// is not ASCII.
class TestWholeWay : public QObject {
  Q_OBJECT

 private Q_SLOTS:
  void initTestCase() {
    QVERIFY(m_dir.isValid());
    QVERIFY(QDir(m_dir.path()).mkdir(word("Prüfung 審計")));
    QVERIFY(simulate(word("crooked"), word("relabel=0.05,skim=0.03,ghost=0.01,edited=0.01")));
    QVERIFY(simulate(word("honest"), QString()));
  }

  void crookedPlantIsContradicted() {
    const CliResult imported = runCli({word("import"), path("crooked.ws"), path("crooked"),
                                       word("--parties"), path("crooked/parties.txt")});
    QCOMPARE(imported.err, QByteArray());
    QCOMPARE(imported.exitCode, 0);
    const CliResult audit = runCli({word("audit"), path("crooked.ws"), word("--json")});
    QCOMPARE(audit.exitCode, 1);
    QCOMPARE(audit.err, QByteArray());
    const QJsonObject result = audit.object();
    QCOMPARE(result.value(word("decision")).toString(), word("contradicted"));
    const QJsonObject truth =
        QJsonDocument::fromJson(readFile(path("crooked/truth.json"))).object();
    const QSet<QString> relabelled = idsOf(truth.value(word("relabel")).toArray());
    QVERIFY(!relabelled.isEmpty());
    QCOMPARE(accused(result, word("contradiction"), word("SH-")), relabelled);
    for (const char* kind : {"skim", "edited"}) {
      for (const QString& id : idsOf(truth.value(word(kind)).toArray())) {
        QVERIFY2(accused(result, word("conflict"), word("SH-")).contains(id), qPrintable(id));
      }
    }
    for (const QString& id : idsOf(truth.value(word("ghost")).toArray())) {
      QVERIFY2(accused(result, word("conflict"), word("RC-")).contains(id), qPrintable(id));
    }
  }

  void auditJsonKeepsItsContract() {
    const QJsonObject audit = runCli({word("audit"), path("crooked.ws"), word("--json")}).object();
    QCOMPARE(audit.value(word("evidence")).toObject().size(), 5);
    const QJsonObject claim = audit.value(word("claims")).toArray().first().toObject();
    for (const char* name : {"claimed_kg", "confirmed_kg", "upper_bound_kg", "unaccounted_kg",
                             "expanded_uncertainty_kg"}) {
      QVERIFY2(claim.value(word(name)).isDouble(), name);
    }
    QVERIFY(claim.value(word("confirmed_kg")).toDouble() <=
            claim.value(word("upper_bound_kg")).toDouble());
    QVERIFY(claim.value(word("upper_bound_kg")).toDouble() <=
            claim.value(word("claimed_kg")).toDouble());
    double parts = 0;
    const QJsonObject partsKg = claim.value(word("parts_kg")).toObject();
    for (const QJsonValue& part : partsKg) parts += part.toDouble();
    QCOMPARE(partsKg.size(), 9);
    QCOMPARE(parts, claim.value(word("claimed_kg")).toDouble());
    QCOMPARE(audit.value(word("results_digest")).toString().size(), 64);
    const QJsonObject finding = audit.value(word("findings")).toArray().first().toObject();
    for (const char* name : {"id", "rule", "severity", "sentence"}) {
      QVERIFY2(!finding.value(word(name)).toString().isEmpty(), name);
    }
    QVERIFY(finding.value(word("records")).isArray());
  }

  void honestPlantIsLeftInPeace() {
    QCOMPARE(runCli({word("import"), path("honest.ws"), path("honest"), word("--parties"),
                     path("honest/parties.txt")})
                 .exitCode, 0);
    const CliResult audit = runCli({word("audit"), path("honest.ws"), word("--json")});
    const QJsonObject result = audit.object();
    QCOMPARE(result.value(word("decision")).toString(), word("supported"));
    for (const QJsonValue& finding : result.value(word("findings")).toArray()) {
      QCOMPARE(finding[word("severity")].toString(), word("cannot_tell"));
    }
    QCOMPARE(audit.exitCode, 0);
  }

  void sharedAuditComesBackTheSame() {
    const QString first = path("a.plumb");
    const QString second = path("b.plumb");
    QCOMPARE(runCli({word("share"), path("crooked.ws"), first}).exitCode, 0);
    // Whoever opens it has named nobody yet, and is told what it would say.
    const CliResult stranger = runCli({word("open"), first, path("stranger.ws"), word("--json")});
    QCOMPARE(stranger.exitCode, 3);
    QCOMPARE(stranger.object().value(word("decision")).toString(), word("cannot_tell"));
    QCOMPARE(stranger.object()[word("claims")][0][word("would_be")].toString(),
             word("contradicted"));
    QCOMPARE(stranger.object().value(word("keys_to_name")).toArray().size(), 6);
    const CliResult told = runCli({word("audit"), path("stranger.ws")});
    QVERIFY(told.out.contains("\nCannot tell yet: "));
    QVERIFY(told.out.contains("would be contradicted if these 6 keys are whom they say: EcoSphere North, "));
    QVERIFY(told.out.contains("\nIt rests on 6 keys that came with the evidence"));
    QVERIFY(told.out.contains("\n  receiver Harbour Reclaim (harbour-reclaim): harbour-reclaim+"));
    const CliResult opened = runCli({word("open"), first, path("opened.ws"), word("--parties"),
                                     path("crooked/parties.txt"), word("--json")});
    QCOMPARE(opened.err, QByteArray());
    QCOMPARE(opened.exitCode, 1);
    QCOMPARE(runCli({word("share"), path("opened.ws"), second}).exitCode, 0);
    QVERIFY(readFile(first) == readFile(second));
    const CliResult own = runCli({word("audit"), path("crooked.ws"), word("--json")});
    QCOMPARE(opened.object().value(word("results_digest")),
             own.object().value(word("results_digest")));
  }

  void verifyAnswersFiveQuestions() {
    const CliResult plain = runCli({word("verify"), path("a.plumb"), word("--json")});
    QCOMPARE(plain.exitCode, 3);  // nobody but the file names its keys
    const QJsonObject rows = plain.object().value(word("evidence")).toObject();
    QCOMPARE(rows.value(word("intact")).toObject().value(word("state")).toString(), word("passed"));
    QCOMPARE(rows.value(word("signed_by")).toObject().value(word("state")).toString(),
             word("cannot_tell"));
    const CliResult pinned = runCli({word("verify"), path("crooked"), word("--parties"),
                                     path("crooked/parties.txt"), word("--json")});
    QCOMPARE(pinned.exitCode, 0);
    QCOMPARE(pinned.object()[word("evidence")][word("signed_by")][word("state")].toString(),
             word("passed"));
  }

  void signaturesAndEndorsements() {
    const CliResult author =
        runCli({word("keygen"), path("author.key"), word("--name"), word("river-council")});
    QCOMPARE(author.exitCode, 0);
    QVERIFY(author.out.startsWith("river-council+"));
    QCOMPARE(runCli({word("keygen"), path("friend.key"), word("--name"), word("library")}).exitCode,
             0);
    QCOMPARE(runCli({word("sign"), path("crooked.ws"), word("--key"), path("author.key")}).exitCode,
             0);
    QCOMPARE(
        runCli({word("endorse"), path("crooked.ws"), word("--key"), path("friend.key")}).exitCode, 0);
    const QJsonArray before = runCli({word("audit"), path("crooked.ws"), word("--json")})
                                  .object()
                                  .value(word("sign_offs"))
                                  .toArray();
    QCOMPARE(before.size(), 2);
    for (const QJsonValue& signOff : before) QVERIFY(signOff[word("current")].toBool());
    // With other evidence the result is another, and both sign-offs are void and say so.
    // Other keys in the name of parties whose keys are known: refused, and kept as evidence.
    QCOMPARE(runCli({word("import"), path("crooked.ws"), path("honest")}).exitCode, 3);
    const QJsonArray after = runCli({word("audit"), path("crooked.ws"), word("--json")})
                                 .object()
                                 .value(word("sign_offs"))
                                 .toArray();
    QCOMPARE(after.size(), 2);
    for (const QJsonValue& signOff : after) {
      QVERIFY(signOff[word("signature_good")].toBool());
      QVERIFY(!signOff[word("current")].toBool());
    }
  }

  void reportIsAPdf() {
    QCOMPARE(runCli({word("report"), path("opened.ws"), path("report.pdf")}).exitCode, 1);
    const QByteArray first = readFile(path("report.pdf"));
    QVERIFY(first.startsWith("%PDF-"));
    QCOMPARE(runCli({word("report"), path("opened.ws"), path("again.pdf")}).exitCode, 1);
    QVERIFY2(first == readFile(path("again.pdf")), "the same audit gives the same bytes");
  }

  void findingsAsCsv() {
    const CliResult csv = runCli({word("findings"), path("opened.ws"), word("--csv")});
    QCOMPARE(csv.exitCode, 1);
    QVERIFY(csv.out.startsWith("id,rule,severity,amount_kg,uncertainty_kg,records,sentence\n"));
    QVERIFY(csv.out.contains(",material_changed,contradiction,"));
  }

 private:
  QString path(const char* name) const {
    return m_dir.path() + word("/Prüfung 審計/") + word(name);
  }
  bool simulate(const QString& name, const QString& fraud) const {
    QStringList arguments{word("simulate"), word("--out"), path(name.toUtf8().constData()),
                          word("--seed"), word("7"), word("--months"), word("12"),
                          word("--loads-per-month"), word("100")};
    if (!fraud.isEmpty()) arguments << word("--fraud") << fraud;
    return runCli(arguments).exitCode == 0;
  }
  QTemporaryDir m_dir;
};

PLUMBLINE_TEST(TestWholeWay)
#include "test_whole_way.moc"
