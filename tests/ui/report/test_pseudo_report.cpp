// SPDX-FileCopyrightText: Plumbline contributors
// SPDX-License-Identifier: GPL-3.0-or-later
// The report in a language that nobody speaks: what stays in English was never translated.
#include <QSet>
#include <QTest>

#include "ui/report/report_pages.h"
#include "ui/words/finding_words.h"

#include "tests/program.h"
#include "tests/ui/pseudo_language.h"
#include "tests/ui/sample_result.h"

using namespace plumbline;

namespace {

/// Notes every word that the parts of the report write.
class WordList : public Writer {
 public:
  QStringList words;
  void brand(const QString&) override {}  // the name of the program
  void part() override {}
  void space(qreal) override {}
  void text(const QString& markup, TextRole, ColorRole, qreal) override { words << markup; }
  void heading(const QString& text, TextRole) override { words << text; }
  void markedHeading(Mark, const QString& text) override { words << text; }
  void line() override {}
  void header(const std::vector<PaperCell>& cells) override { row(cells, false); }
  void row(const std::vector<PaperCell>& cells, bool) override {
    for (const PaperCell& cell : cells) words << cell.text;
  }
  void markedRow(Mark, const std::vector<PaperCell>& cells) override { row(cells, false); }
  void labelled(const QString& label, const QString& value, bool) override {
    words << label << value;
  }
  void picture(const Picture& picture) override { words << picture.title << picture.summary; }
  void footnote(const QString& text) override { words << text; }
  void keep(const std::function<void()>& write) override { write(); }
};

}  // namespace

class TestPseudoReport : public QObject {
  Q_OBJECT

 private Q_SLOTS:
  void nothingStaysInEnglish() {
    const AuditResult audit = test::sampleResult();
    test::PseudoLanguage language;
    ReportOptions options;
    options.allFindings = true;
    WordList english;
    writeAll(english, audit, options);
    QVERIFY(QCoreApplication::installTranslator(&language));
    WordList pseudo;
    writeAll(pseudo, audit, options);
    QCoreApplication::removeTranslator(&language);
    QCOMPARE(pseudo.words.size(), english.words.size());
    int left = 0;
    for (qsizetype i = 0; i < pseudo.words.size(); ++i) {
      const QStringList plain = wordsOfOurs(pseudo.words[i], audit);
      if (plain.isEmpty()) continue;
      qWarning("“%s” in “%s”", qPrintable(plain.join(QLatin1Char(' '))),
               qPrintable(pseudo.words[i].left(200)));
      ++left;
    }
    QCOMPARE(left, 0);
  }

 private:
  static QStringList wordsOfOurs(const QString& shown, const AuditResult& audit) {
    static const QRegularExpression digests(
        QStringLiteral("\\b([0-9a-f]{64}|[0-9a-f]{4}( [0-9a-f]{4})+)\\b"));
    static const QRegularExpression ids(QStringLiteral("\\b[A-Z]{2}-[0-9]+"));
    QString text = shown;
    text.remove(digests).remove(ids);
    // Acts and conventions.
    text.remove(words::text(audit.plan.tolerance().source));
    for (const Finding& finding : audit.findings) text.remove(words::ruleSource(finding.rule));
    QStringList ours;
    for (const QString& word : test::plainWords(text)) {
      if (!names(audit).contains(word)) ours << word;
    }
    return ours;
  }
  static const QSet<QString>& names(const AuditResult& audit) {
    static const QSet<QString> known = [&audit] {
      QSet<QString> found;
      const auto learn = [&found](std::string_view name) {
        for (const QString& word : test::plainWords(words::text(name))) found.insert(word);
      };
      learn(audit.title);
      learn(audit.subtitle);
      for (const PartyView& party : audit.evidence.parties) learn(party.name);
      // Materials and places of the sample, a rule that no catalogue has, and money.
      for (const char* name : {"EcoFibre board", "Mixed polymer flakes", "Sorting residue",
                               "Quayside Polymers", "density", "bulk", "EUR"}) {
        learn(name);
      }
      return found;
    }();
    return known;
  }
};

PLUMBLINE_WINDOW_TEST(TestPseudoReport)
#include "test_pseudo_report.moc"
