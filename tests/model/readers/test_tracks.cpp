// SPDX-FileCopyrightText: Plumbline contributors
// SPDX-License-Identifier: GPL-3.0-or-later
// Tracks of devices on their way into a workspace: every point is kept or set aside, none is lost.
#include <fstream>

#include <QTemporaryDir>
#include <QtTest>

#include "model/audit/session.h"
#include "model/workspace/workspace.h"

#include "tests/program.h"

namespace plumbline {
namespace {

namespace fs = std::filesystem;

const char* const gpx =
    "<?xml version='1.0'?>\n"
    "<gpx version='1.1' creator='x' xmlns='http://www.topografix.com/GPX/1/1'>\n"
    "<metadata><name>not a device</name></metadata>\n"
    "<wpt lat='1.5' lon='2.5'><time>2141-04-08T07:00:00Z</time><name>gate</name></wpt>\n"
    "<trk><name>Tag 07</name><trkseg>\n"
    "<trkpt lat='54.123456789' lon='-1.0000004'><ele>12</ele><time>2141-04-08T07:12:00Z</time><fix>3d</fix></trkpt>\n"
    "<trkpt lat='54.2' lon='-1.1'><time>2141-04-08T09:12:00+02:00</time><src>cell</src></trkpt>\n"
    "<trkpt lat='54.3' lon='-1.2'></trkpt>\n"
    "<trkpt lat='north' lon='-1.2'><time>2141-04-08T07:14:00Z</time></trkpt>\n"
    "<trkpt lat='0' lon='0'><time>2141-04-08T07:15:00Z</time></trkpt>\n"
    "</trkseg></trk>\n"
    "<trk><trkseg><trkpt lat='1' lon='2'><time>2141-04-08T08:00:00Z</time></trkpt></trkseg></trk>\n"
    "</gpx>";

const char* const kml =
    "<?xml version='1.0'?>\n"
    "<kml xmlns='http://www.opengis.net/kml/2.2' xmlns:gx='http://www.google.com/kml/ext/2.2'><Document><name>All</name>\n"
    "<Placemark><name>Tag 1</name><gx:Track>\n"
    "<when>2141-04-08T07:00:00Z</when><when>2141-04-08T08:00:00Z</when><when>2141-04-08T09:00:00Z</when>\n"
    "<gx:coord>-1.5 54.5 12</gx:coord><gx:coord>-1.6 54.6 0</gx:coord></gx:Track></Placemark>\n"
    "<Folder><name>Tag 2</name>\n"
    "<Placemark><name>1</name><TimeStamp><when>2141-04-08T07:00:00Z</when></TimeStamp><Point><coordinates>3.5,50.5,0</coordinates></Point></Placemark>\n"
    "<Placemark><name>2</name><TimeStamp><when>2141-04-08T08:00:00Z</when></TimeStamp><LineString><coordinates>\n"
    "3.5,50.5,0 3.6,50.6,0\n"
    "</coordinates></LineString></Placemark>\n"
    "<Placemark><name>way</name><LineString><coordinates>3.5,50.5 3.6,50.6</coordinates></LineString></Placemark>\n"
    "</Folder></Document></kml>";

const char* const geojson = R"({"type":"FeatureCollection","features":[
{"type":"Feature","geometry":{"type":"Point","coordinates":[3.5,50.25,7]},"properties":{"device":"A","time":"2141-04-08T07:00:00Z","accuracy":12.5,"source":"gps","country":"BE"}},
{"type":"Feature","geometry":{"type":"Point","coordinates":[3.6,50]},"properties":{"device":"A","timestamp":1414536767,"uploaded":1414536800000}},
{"type":"Feature","geometry":null,"properties":{"device":"A","time":"2141-04-08T09:00:00Z"}},
{"type":"Feature","geometry":{"type":"Point","coordinates":[3.6,50]},"properties":{"device":"A"}},
{"type":"Feature","geometry":{"type":"LineString","coordinates":[[1,2],[1.5,2.5]]},"properties":{"name":"B","coordTimes":["2141-04-08T07:00:00Z","2141-04-08T08:00:00Z"]}}
]})";

QStringList lines(std::initializer_list<const char*> texts) {
  QStringList all;
  for (const char* text : texts) all += QString::fromUtf8(text);
  return all;
}

QString longText() { return QString(18 << 20, QLatin1Char('x')); }

}  // namespace

class TestTracks : public QObject {
  Q_OBJECT
 private Q_SLOTS:
  void init() { m_folder = std::make_unique<QTemporaryDir>(); }

  void everyPointIsKeptOrSetAside_data() {
    QTest::addColumn<QString>("file");
    QTest::addColumn<QString>("text");
    QTest::addColumn<int>("kept");
    QTest::addColumn<int>("aside");
    QTest::addColumn<QStringList>("rows");
    // device, time, latitude, longitude, source, accuracy, country, uploaded
    QTest::newRow("gpx") << "a.gpx" << gpx << 5 << 2
                         << lines({"?|2141-04-08T07:00:00Z|1500000|2500000||||",
                                        "Tag 07|2141-04-08T07:12:00Z|54123457|-1000000|gps|||",
                                        "Tag 07|2141-04-08T07:12:00Z|54200000|-1100000|cell|||",
                                        "Tag 07|2141-04-08T07:15:00Z|0|0||||",
                                        "?.2|2141-04-08T08:00:00Z|1000000|2000000||||"});
    QTest::newRow("kml") << "a.kml" << kml << 5 << 1
                         << lines({"Tag 1|2141-04-08T07:00:00Z|54500000|-1500000||||",
                                        "Tag 1|2141-04-08T08:00:00Z|54600000|-1600000||||",
                                        "Tag 1|2141-04-08T09:00:00Z||||||",
                                        "Tag 2|2141-04-08T07:00:00Z|50500000|3500000||||",
                                        "Tag 2|2141-04-08T08:00:00Z|50600000|3600000||||"});
    QTest::newRow("geojson") << "a.geojson" << geojson << 5 << 1
                             << lines({"A|2141-04-08T07:00:00Z|50250000|3500000|gps|12500000|BE|",
                                            "A|2014-10-28T22:52:47Z|50000000|3600000||||2014-10-28T22:53:20Z",
                                            "A|2141-04-08T09:00:00Z||||||",
                                            "B|2141-04-08T07:00:00Z|2000000|1000000||||",
                                            "B|2141-04-08T08:00:00Z|2500000|1500000||||"});
    QTest::newRow("our own table")
        << "fixes.csv"
        << "id,device,time,uploaded_at,latitude,longitude,source,accuracy_m,country\n"
           "1,A,2141-04-08T07:00:00Z,2141-04-08T07:01:00Z,54.5,-1.5,cell,2400,GB\n2,A,never,,1,1,,,\n"
        << 1 << 1 << lines({"A|2141-04-08T07:00:00Z|54500000|-1500000|cell|2400000000|GB|2141-04-08T07:01:00Z"});
  }
  void everyPointIsKeptOrSetAside() {
    QFETCH(QString, file);
    QFETCH(QString, text);
    QFETCH(int, kept);
    QFETCH(int, aside);
    QFETCH(QStringList, rows);
    const ImportReport report = import(file, text);
    QVERIFY2(report.problems.empty(), report.problems.empty() ? "" : report.problems[0].text().c_str());
    QCOMPARE(report.stored(), kept);
    QCOMPARE(report.unusable(), aside);
    QCOMPARE(stored(), rows);
  }

  /// The same bytes under a name that says nothing are the same rows: others who open the audit read them so.
  void theContentDecides() {
    for (const char* text : {gpx, kml, geojson}) {
      m_folder = std::make_unique<QTemporaryDir>();
      QVERIFY(import(QStringLiteral("a.bin"), QString::fromUtf8(text)).stored() > 0);
    }
  }

  void whatIsHostileIsRefused_data() {
    QTest::addColumn<QString>("text");
    QTest::addColumn<QString>("says");
    QTest::newRow("entities") << "<!DOCTYPE gpx [<!ENTITY a \"aaaa\"><!ENTITY b \"&a;&a;\">]><gpx><trk><name>&b;</name></trk></gpx>"
                              << "document type";
    QString deep = QStringLiteral("<gpx>");
    for (int i = 0; i < 100; ++i) deep += QStringLiteral("<a>");
    QTest::newRow("deep") << deep << "too deep";
    QTest::newRow("torn") << "<gpx><trk><trkseg><trkpt lat=\"1\" lon=\"2\">" << "no XML";
    QTest::newRow("long text") << QStringLiteral("<gpx><trk><name>%1</name></trk></gpx>").arg(longText())
                               << "too long";
    QTest::newRow("long tag") << QStringLiteral("<gpx a='%1'></gpx>").arg(longText()) << "too long";
    QTest::newRow("points without end")
        << QStringLiteral("<kml xmlns:gx='g'><Placemark><gx:Track>%1").arg(QStringLiteral("<when/>").repeated(1'000'001))
        << "too many points";
    QTest::newRow("json") << "{\"type\":\"FeatureCollection\",\"features\":[" << "not JSON";
  }
  void whatIsHostileIsRefused() {
    QFETCH(QString, text);
    QFETCH(QString, says);
    const ImportReport report = import(QStringLiteral("a.bin"), text);
    QCOMPARE(report.problems.size(), 1u);
    QVERIFY2(report.problems[0].text().find(says.toStdString()) != std::string::npos,
             report.problems[0].text().c_str());
    QCOMPARE(stored(), QStringList());
  }

  /// What an extension of the track calls something is not the device.
  void aNameOfAnExtensionIsNotTheDevice() {
    const auto report = import(
        QStringLiteral("a.gpx"),
        QStringLiteral("<gpx><trk><name>Tag 07</name><extensions><line><name>red</name></line></extensions><trkseg>"
                       "<trkpt lat=\"1\" lon=\"2\"><time>2141-04-08T07:00:00Z</time></trkpt></trkseg></trk></gpx>"));
    QCOMPARE(report.stored(), 1);
    QVERIFY2(stored().front().startsWith(QLatin1String("Tag 07|")), qPrintable(stored().front()));
  }

  /// Far from any place on the globe: kept as it stands, so that it can be counted as what it is.
  void coordinatesOffTheGlobeAreKept() {
    QCOMPARE(import(QStringLiteral("a.gpx"),
                    QStringLiteral("<gpx><trk><trkseg><trkpt lat=\"91\" lon=\"-200\"><time>2141-04-08T07:00:00Z"
                                   "</time></trkpt><trkpt lat=\"1e99\" lon=\"1\"><time>2141-04-08T07:00:00Z</time>"
                                   "</trkpt></trkseg></trk></gpx>"))
                 .stored(),
             1);
    QVERIFY(stored().front().endsWith(QStringLiteral("91000000|-200000000||||")));
  }

 private:
  ImportReport import(const QString& file, const QString& text) {
    const fs::path path = fs::path(m_folder->path().toStdString()) / file.toStdString();
    std::ofstream(path, std::ios::binary) << text.toStdString();
    auto report = importInto(workspace(), {path}, {}, Progress());
    if (!report) qFatal("%s", report.error().text().c_str());
    return std::move(report).value();
  }
  [[nodiscard]] fs::path workspace() const { return fs::path(m_folder->path().toStdString()) / "w"; }
  /// Names made of the file's digest are "?".
  [[nodiscard]] QStringList stored() const {
    QStringList rows;
    const auto opened = Workspace::open(workspace(), false);
    auto query = opened->database().prepare(
        "SELECT device, time_ms, latitude_micro, longitude_micro, source, accuracy_m_micro, country, uploaded_ms "
        "FROM fixes ORDER BY rowid");
    while (*query->step()) {
      QString device = QString::fromStdString(std::string(query->text(0)));
      if (device.startsWith(QStringLiteral("track-"))) device = QStringLiteral("?") + device.mid(22);
      QStringList cells{device, moment(query->integer(1))};
      for (int i = 2; i < 7; ++i) cells += QString::fromStdString(std::string(query->text(i)));
      cells += query->isNull(7) ? QString() : moment(query->integer(7));
      rows += cells.join(QLatin1Char('|'));
    }
    return rows;
  }
  static QString moment(std::int64_t ms) { return QString::fromStdString(Timestamp::milliseconds(ms).text()); }

  std::unique_ptr<QTemporaryDir> m_folder;
};

}  // namespace plumbline

PLUMBLINE_TEST(plumbline::TestTracks)
#include "test_tracks.moc"
