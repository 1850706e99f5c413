// SPDX-FileCopyrightText: Plumbline contributors
// SPDX-License-Identifier: GPL-3.0-or-later

// What of the fixes is used, and the public case: every figure is known from elsewhere.

#include <algorithm>
#include <cmath>

#include <QTemporaryDir>
#include <QTest>

#include "model/audit/session.h"
#include "model/tracks/read_tracks.h"
#include "model/workspace/workspace.h"

#include "tests/model/publisher.h"
#include "tests/program.h"
#include "tests/shared_files.h"

using namespace plumbline;
namespace fs = std::filesystem;

namespace {

std::string usesOf(const std::vector<Track>& tracks) {
  std::string out;
  const FixCounts counts = countFixes(tracks);
  for (std::size_t i = 0; i < counts.size(); ++i) out += (i > 0 ? " " : "") + std::to_string(counts[i]);
  return out;
}

bool isOutsideTheAmericas(const GeoPoint& at) {
  return at.longitudeMicro > -30'000'000 || at.longitudeMicro < -170'000'000;
}

}  // namespace

class TestReadTracks : public QObject {
  Q_OBJECT
 private Q_SLOTS:
  void init() { m_folder = std::make_unique<QTemporaryDir>(); }

  void whatIsNotUsedIsCounted() {
    const fs::path file = fs::path(m_folder->path().toStdString()) / "fixes.csv";
    test::writeBytes(file,
                     "id,device,time,uploaded_at,latitude,longitude,source,accuracy_m,country,handed_out_at\n"
                     "1,A,2141-04-08T07:00:00Z,,54.5,-1.5,GPS,12.2,GB,2141-01-01\n"     // used
                     "2,3.52E+14,2141-04-08T07:00:00Z,,0,0,,,,\n"                       // damaged name
                     "3,A,2141-04-08T07:00:00Z,,54.5,,,,,\n"                            // no position
                     "4,A,2141-04-08T07:00:00Z,,0,0,,,,\n"                              // 0/0
                     "5,A,2141-04-08T07:00:00Z,,91,0,,,,\n"                             // off the globe
                     "6,A,2140-12-31T23:59:59Z,,54.5,-1.5,,,,2141-01-01\n"              // before it was handed out
                     "7,A,2141-04-10T07:00:00Z,2141-04-08T07:00:00Z,54.5,-1.5,,,,\n"    // before it was taken
                     "8,A,2141-04-08T07:00:00Z,2141-05-08T07:00:01Z,54.5,-1.5,,,,\n"    // late
                     "9,B,2141-04-08T07:00:00Z,2141-05-08T07:00:00Z,54.6,-1.5,cell,,,\n");  // used
    const std::vector<Track> tracks = read(file, {});
    QCOMPARE(usesOf(tracks), std::string("2 1 1 2 1 1 1 1"));  // the damaged one is at 0/0, too
    QCOMPARE(tracks.size(), 3u);
    const auto used = std::find_if(tracks[1].fixes.begin(), tracks[1].fixes.end(),
                                   [](const Fix& fix) { return fix.use == FixUse::Used; });
    QCOMPARE(*used->accuracyM, 13);
    QVERIFY(used->source == FixSource::Satellite && used->country == "GB");
    QVERIFY(tracks[2].fixes[0].source == FixSource::Cell);
  }

  void theOrderOfTheFileIsNone() {
    const fs::path file = fs::path(m_folder->path().toStdString()) / "fixes.csv";
    test::writeBytes(file, "id,device,time,latitude,longitude\n3,A,2141-04-08T09:00:00Z,2,0.001\n"
                           "1,A,2141-04-08T07:00:00Z,0,0.001\n2,A,2141-04-08T08:00:00Z,1,0.001\n");
    const std::vector<Track> tracks = read(file, {});
    QCOMPARE(tracks.size(), 1u);
    QVERIFY(std::abs(tracks[0].pathKm() - 222.390) < 0.001);  // two degrees of the mean sphere
  }

  void devicesInDiscardedElectronics() {
    REQUIRE_SHARED(file, "real/gps-trackers/new_monitor_sim.tsv");
    REQUIRE_SHARED(half, "real/gps-trackers/expected_tracks_half.csv");
    const QByteArray text =
        test::readFile(QStringLiteral(PLUMBLINE_SOURCE_DIR "/docs/cases/gps-trackers/positions.json"));
    const std::vector<Track> tracks = read(file.toStdString(), *parseMappingFile(bytesOf(text.toStdString())));
    QCOMPARE(tracks.size(), 197u);
    double km = 0;
    int outside = 0;
    for (const Track& track : tracks) {
      km += track.pathKm();
      outside += isOutsideTheAmericas(*track.fixes.back().at) ? 1 : 0;
    }
    QCOMPARE(std::llround(km), 644'302);
    QCOMPARE(outside, 31);
    int compared = 0;
    for (const QByteArray& line : test::readFile(half).split('\n').mid(1)) {
      const QList<QByteArray> cells = line.trimmed().split(',');
      if (cells.size() < 11) continue;
      const auto found = std::find_if(tracks.begin(), tracks.end(), [&cells](const Track& track) {
        return track.device == cells[0].toStdString();
      });
      QVERIFY2(found != tracks.end(), cells[0].constData());
      // Names of firms may hold commas: the figures are counted from the end.
      const auto cell = [&cells](qsizetype fromEnd) { return cells[cells.size() - fromEnd]; };
      QCOMPARE(QByteArray::number(found->used()), cell(14));
      QCOMPARE(QByteArray::number(found->pathKm(), 'f', 1), cell(7));
      ++compared;
    }
    QCOMPARE(compared, 99);
  }

 private:
  std::vector<Track> read(const fs::path& file, const std::optional<Mapping>& mapping) {
    const fs::path path = fs::path(m_folder->path().toStdString()) / "w";
    ImportOptions options;
    if (mapping) options.mappings.emplace(file, *mapping);
    const auto report = importInto(path, {file}, options, Progress());
    if (!report || !report->problems.empty()) {
      qFatal("%s", report ? report->problems[0].text().c_str() : report.error().text().c_str());
    }
    const auto opened = Workspace::open(path, false);
    const auto publications = PublicationBook::load(opened->database(), {});
    return *readTracks(opened->database(), *publications);
  }

  std::unique_ptr<QTemporaryDir> m_folder;
};

PLUMBLINE_TEST(TestReadTracks)
#include "test_read_tracks.moc"
