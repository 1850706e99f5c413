// SPDX-FileCopyrightText: Plumbline contributors
// SPDX-License-Identifier: GPL-3.0-or-later

// Where a track ends: at the receiver, elsewhere, or nobody knows.

#include <QTest>

#include "model/tracks/track_end.h"

#include "tests/program.h"

using namespace plumbline;

namespace {

constexpr GeoPoint receiver{54'000'000, -1'000'000};

/// So many metres north of the receiver.
GeoPoint north(double metres) {
  return {receiver.latitudeMicro + static_cast<std::int64_t>(metres / 111'195.08 * 1e6), receiver.longitudeMicro};
}

Timestamp hour(double hours) { return Timestamp::milliseconds(static_cast<std::int64_t>(hours * 3.6e6)); }

Fix fix(double hours, double metres, FixSource source = FixSource::Satellite, std::int64_t accuracy = 0) {
  Fix out;
  out.time = hour(hours);
  out.at = north(metres);
  out.source = source;
  if (accuracy > 0) out.accuracyM = accuracy;
  return out;
}

std::string said(const std::vector<Fix>& fixes, const DeclaredEnd& declared = {{receiver}, hour(10)},
                 const std::string& device = "A", std::optional<Timestamp> to = {}) {
  const Track track{{}, device, {}, fixes};
  const TrackEnd end = judgeEnd(track, {hour(0), to}, declared);
  return std::string(toText(end.state)) + " " + std::string(toText(end.why));
}

}  // namespace

class TestTrackEnd : public QObject {
  Q_OBJECT
 private Q_SLOTS:
  void theEnd_data() {
    QTest::addColumn<QString>("got");
    QTest::addColumn<QString>("expected");
    const auto row = [](const char* name, const std::string& got, const char* expected) {
      QTest::newRow(name) << QString::fromStdString(got) << QString::fromUtf8(expected);
    };
    using enum FixSource;
    row("at rest at the gate", said({fix(1, 90'000), fix(9, 0), fix(11, 30)}), "at_receiver none");
    row("500 m and the error are still there", said({fix(9, 549), fix(12, 549)}), "at_receiver none");
    row("551 m is elsewhere", said({fix(9, 551.5), fix(12, 551.5)}), "elsewhere none");
    row("at rest far away", said({fix(1, 0), fix(12, 38'200), fix(20, 38'230)}), "elsewhere none");
    row("a minute short of two hours", said({fix(1, 90'000), fix(9, 0), fix(10.98, 0)}), "unknown silent_at_receiver");
    row("moving at the end", said({fix(1, 0), fix(12, 40'000), fix(15, 60'000)}), "unknown moving");
    row("silent before the receipt", said({fix(1, 90'000), fix(3, 40'000)}), "unknown silent_early");
    row("at rest before the receipt, and then silent", said({fix(1, 40'000), fix(9, 40'000)}), "unknown silent_early");
    row("without a receipt a rest is a rest", said({fix(1, 40'000), fix(9, 40'000)}, {{receiver}, {}}), "elsewhere none");
    row("one fix", said({fix(12, 0)}), "unknown few_fixes");
    row("no fix", said({}), "unknown few_fixes");
    row("nobody says where the receiver is", said({fix(9, 0), fix(12, 0)}, {{}, hour(10)}), "unknown no_receiver_place");
    row("a damaged name", said({fix(9, 0), fix(12, 0)}, {{receiver}, hour(10)}, "3.52E+14"), "unknown damaged_device");
    row("a cell of 14 km at 9 km", said({fix(9, 9'000, Cell, 14'000), fix(12, 9'000, Cell, 14'000)}), "unknown too_coarse");
    row("a cell of 14 km at 40 km", said({fix(9, 40'000, Cell, 14'000), fix(12, 40'000, Cell, 14'000)}), "elsewhere none");
    row("a cell without a word at 30 km", said({fix(9, 30'000, Cell), fix(12, 30'000, Cell)}), "unknown too_coarse");
    row("a cell without a word at the receiver", said({fix(9, 0, Cell), fix(12, 0, Cell)}), "unknown too_coarse");
    row("nobody says by what: at the receiver", said({fix(9, 0, Unstated), fix(12, 0, Unstated)}), "at_receiver none");
    row("nobody says by what: 30 km", said({fix(9, 30'000, Unstated), fix(12, 30'000, Unstated)}), "unknown too_coarse");
    row("nobody says by what: 8,900 km", said({fix(9, 8'900'000, Unstated), fix(12, 8'900'000, Unstated)}), "elsewhere none");
    row("the exact fix of a rest speaks", said({fix(9, 100), fix(12, 9'000, Cell, 14'000)}), "at_receiver none");
    row("exact on the way, then only cells for hours",
        said({fix(9, 30'000), fix(10.5, 0, Cell), fix(13, 0, Cell)}), "unknown too_coarse");
    row("exact far away, and cells that far, too",
        said({fix(9, 90'000), fix(10.5, 90'000, Cell), fix(13, 90'000, Cell)}), "elsewhere none");
    row("one of two sites", said({fix(9, 38'000), fix(12, 38'000)}, {{receiver, north(38'100)}, hour(10)}), "at_receiver none");
    row("what comes after it left the load is another matter",
        said({fix(9, 0), fix(12, 0), fix(30, 50'000), fix(40, 50'000)}, {{receiver}, hour(10)}, "A", hour(20)),
        "at_receiver none");
    Fix unused = fix(30, 500'000);
    unused.use = FixUse::ClockAhead;
    row("a fix that is not used ends nothing", said({fix(9, 0), fix(12, 0), unused}), "at_receiver none");
  }
  void theEnd() {
    QFETCH(QString, got);
    QFETCH(QString, expected);
    QCOMPARE(got, expected);
  }

  void whatIsSaidBesides() {
    std::vector<Fix> fixes{fix(9, 0), fix(12, 10), fix(30, 50'000), fix(40, 50'000)};
    fixes[2].country = "MX";
    const TrackEnd end = judgeEnd({{}, "A", {}, fixes}, {hour(0), {}}, {{receiver}, hour(10)});
    QVERIFY(end.wasThere);
    QCOMPARE(*end.metres, 50'000);
    QCOMPARE(end.errorM, 50);
    QCOMPARE(end.country, std::string("MX"));
    QVERIFY(*end.restSince == hour(30) && *end.last == hour(40));
    QCOMPARE(end.fixes, 4);
  }

  void damagedNames() {
    for (const char* name : {"3.52E+14", "3,52e+14", "4E+12", "352000000000000"}) QVERIFY2(isDamagedDevice(name), name);
    for (const char* name : {"352099001761481", "GA163457", "2-3034643", "E+14", "3.52E14x", "100000000", "", "3E+"}) {
      QVERIFY2(!isDamagedDevice(name), name);
    }
  }
};

PLUMBLINE_TEST(TestTrackEnd)
#include "test_track_end.moc"
