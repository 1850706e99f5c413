// SPDX-FileCopyrightText: Plumbline contributors
// SPDX-License-Identifier: GPL-3.0-or-later
// The tab of tracks on the Evidence page, in a window.
#include <QAbstractButton>
#include <QLineEdit>
#include <QSignalSpy>
#include <QTableView>
#include <QTest>

#include "ui/charts/chart_table.h"
#include "ui/charts/track_map.h"
#include "ui/pages/evidence_page.h"
#include "ui/pages/tracks_view.h"
#include "ui/records/count_tabs.h"
#include "ui/theme/components.h"

#include "tests/program.h"
#include "tests/ui/real_window.h"
#include "tests/ui/sample_result.h"
#include "tests/ui/tracks_sample.h"

using namespace plumbline;
using namespace plumbline::test;

namespace {

OpenAudit openWith(Tracks tracks) {
  auto audit = std::make_shared<AuditResult>(*sampleAudit());
  audit->tracks = std::move(tracks);
  return {audit, {}};
}

}  // namespace

class TestTracksView : public QObject {
  Q_OBJECT

 private Q_SLOTS:
  void initTestCase() { Theme::install(*qApp); }
  void init() {
    m_page = std::make_unique<EvidencePage>(nullptr);
    m_page->resize(1232, 788);
    m_page->showAudit(openWith(sampleTracks()));
    QVERIFY(showActive(*m_page));
  }
  void cleanup() { m_page.reset(); }

  void aTabOfTheEvidence() {
    QCOMPARE(tabs()->count(), 2);
    QVERIFY(!view()->isVisible());
    QSignalSpy gone(m_page.get(), &Page::navigate);
    tabs()->setCurrentIndex(1);
    QVERIFY(view()->isVisible());
    QCOMPARE(m_page->trail(), QStringLiteral("Tracks"));
    QCOMPARE(gone[0][0].value<Target>().item, QStringLiteral("tracks"));
    QCOMPARE(unnamedControl(*m_page), QString());
    m_page->openItem({});
    QVERIFY(!view()->isVisible());
    QCOMPARE(tabs()->currentIndex(), 0);
  }

  void withoutTracksThereIsNoTab() {
    m_page->openItem(QStringLiteral("tracks"));
    m_page->showAudit(openWith({}));
    QVERIFY(!tabs()->isVisible());
    QVERIFY(!view()->isVisible());
    QVERIFY(m_page->findChild<QWidget*>(QStringLiteral("evidenceBody"))->isVisible());
    m_page->showAudit({});
    QVERIFY(!tabs()->isVisible());
  }

  /// The share that is unknown stands beside the others.
  void theAnswer() {
    m_page->openItem(QStringLiteral("tracks"));
    QCOMPARE(sentence("tracksAnswer"),
             QStringLiteral("Of 3 tags in loads, 1 ended at the receiver and 1 elsewhere; of 1 (33\u00a0%) nobody "
                            "knows. 1 track is tied to no load."));
    QCOMPARE(sentence("tracksUnused"), QStringLiteral("Not used: at 0/0 (1), a clock ahead of its arrival (1)."));
    QCOMPARE(table()->model()->rowCount(), 4);
    QCOMPARE(table()->model()->index(0, 2).data().toString(), QStringLiteral("38.2\u00a0km away, \u2068NL\u2069"));
    QCOMPARE(table()->model()->index(1, 2).data().toString(), QStringLiteral("at the receiver"));
    QCOMPARE(table()->model()->index(2, 2).data().toString(), QStringLiteral("silent before the load was received"));
    QCOMPARE(table()->model()->index(3, 2).data().toString(), QStringLiteral("tied to no load"));
  }

  void theWayOnTheMap() {
    m_page->openItem(QStringLiteral("tracks"));
    const TrackMapData& shown = map()->data();
    QCOMPARE(shown.end, Mark::Conflict);  // a witness, never a diamond
    QVERIFY(shown.declared);
    QCOMPARE(shown.places.size(), std::size_t{2});
    QCOMPARE(shown.fixes.size(), std::size_t{5});  // the one without a place is in the table only
    QCOMPARE(shown.tableRows.size(), std::size_t{6});
    QVERIFY(shown.fixes[1].shape == TrackMapFix::Shape::Cross && shown.fixes[2].shape == TrackMapFix::Shape::Ring);
    QCOMPARE(shown.legs.size(), std::size_t{3});
    QCOMPARE(shown.legs[0].gap, QString());
    QCOMPARE(shown.legs[1].gap, QStringLiteral("26 h without a fix"));
    table()->setCurrentIndex(table()->model()->index(3, 0));
    QVERIFY(!map()->data().declared && map()->data().places.empty());
    QVERIFY(!m_page->findChild<QWidget*>(QStringLiteral("trackLoad"))->isVisible());
  }

  /// The arrow keys go from fix to fix and say each.
  void keysStepThroughTheFixes() {
    m_page->openItem(QStringLiteral("tracks"));
    QCOMPARE(map()->stopCount(), 7);
    map()->setFocus();
    QTest::keyClick(map(), Qt::Key_Right);
    QCOMPARE(map()->currentText(), QStringLiteral("Sent by EcoSphere North, 8 Apr 2141, 07:00"));
    QTest::keyClick(map(), Qt::Key_End);
    QCOMPARE(map()->currentText(),
             QStringLiteral("9 Apr 2141, 20:00, satellite, within 50\u00a0m, 38.2\u00a0km from the receiver"));
    QTest::keyClick(map(), Qt::Key_Left);
    QTest::keyClick(map(), Qt::Key_Left);
    QVERIFY2(map()->currentText().contains(QStringLiteral("phone cell, within 2.4\u00a0km")), qPrintable(map()->currentText()));
    QTest::keyClick(map(), Qt::Key_Left);
    QCOMPARE(map()->currentText(), QStringLiteral("8 Apr 2141, 10:00, not used: a clock ahead of its arrival"));
  }

  void fixesAreATableToo() {
    m_page->openItem(QStringLiteral("tracks"));
    auto* button = m_page->findChild<QAbstractButton*>(QStringLiteral("showFixes"));
    button->click();
    QVERIFY(view()->twin()->showsTable());
    QCOMPARE(button->text(), QStringLiteral("Show the map"));
  }

  void theLoadIsOneStepAway() {
    m_page->openItem(QStringLiteral("tracks"));
    QSignalSpy gone(m_page.get(), &Page::navigate);
    m_page->findChild<QAbstractButton*>(QStringLiteral("trackLoad"))->click();
    QCOMPARE(gone.size(), 1);
    QCOMPARE(gone[0][0].value<Target>().item, QStringLiteral("shipments/SH-0417"));
  }

  /// Whose tag is in which load is asked, and signed with a key.
  void tiedAndTakenBack() {
    m_page->openItem(QStringLiteral("tracks"));
    view()->setAskKey([](QWidget*) { return std::optional(KeyChoice{QStringLiteral("me.key"), {}}); });
    std::vector<TieRequest> tied;
    connect(m_page.get(), &Page::trackTied, this, [&tied](const TieRequest& request) { tied.push_back(request); });
    m_page->findChild<QAbstractButton*>(QStringLiteral("untieTrack"))->click();
    QCOMPARE(tied.size(), std::size_t{1});
    QVERIFY(tied[0].withdraw);
    QCOMPARE(tied[0].load, std::string("north/SH-0417"));
    table()->setCurrentIndex(table()->model()->index(3, 0));
    QVERIFY(!m_page->findChild<QWidget*>(QStringLiteral("untieTrack"))->isVisible());
    m_page->findChild<QAbstractButton*>(QStringLiteral("tieTrack"))->click();
    auto* dialog = m_page->findChild<TieTrackDialog*>();
    QVERIFY(dialog != nullptr);
    auto* sign = dialog->findChild<QAbstractButton*>(QStringLiteral("tieSign"));
    QVERIFY(!sign->isEnabled());
    dialog->findChild<QLineEdit*>(QStringLiteral("tieLoad"))->setText(QStringLiteral(" SH-0422 "));
    QVERIFY(sign->isEnabled());
    auto* to = dialog->findChild<QLineEdit*>(QStringLiteral("tieTo"));
    to->setText(QStringLiteral("soon"));
    QVERIFY(!sign->isEnabled());
    to->setText(QStringLiteral("2141-04-20"));
    QCOMPARE(unnamedControl(*dialog), QString());
    sign->click();
    QCOMPARE(tied.size(), std::size_t{2});
    const TieRequest& request = tied[1];
    QCOMPARE(request.device, std::string("12"));
    QCOMPARE(request.load, std::string("SH-0422"));
    QVERIFY(!request.from && *request.to == Timestamp::fromCivil(2141, 4, 20));
    QCOMPARE(request.key.file, QStringLiteral("me.key"));
  }

 private:
  [[nodiscard]] CountTabs* tabs() const { return m_page->findChild<CountTabs*>(QStringLiteral("evidenceTabs")); }
  [[nodiscard]] TracksView* view() const { return m_page->findChild<TracksView*>(QStringLiteral("tracksView")); }
  [[nodiscard]] TrackMapView* map() const { return m_page->findChild<TrackMapView*>(QStringLiteral("trackMap")); }
  [[nodiscard]] QTableView* table() const { return m_page->findChild<QTableView*>(QStringLiteral("tracksTable")); }
  [[nodiscard]] QString sentence(const char* name) const {
    return m_page->findChild<SentenceLabel*>(QLatin1String(name))->sentence();
  }

  std::unique_ptr<EvidencePage> m_page;
};

PLUMBLINE_WINDOW_TEST(TestTracksView)
#include "test_tracks_view.moc"
