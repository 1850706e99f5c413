// SPDX-FileCopyrightText: Plumbline contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include <QTemporaryDir>
#include <QTest>

#include "model/publish/log_directory.h"
#include "model/publish/party_chain.h"
#include "model/publish/publish.h"
#include "model/publish/table_folder.h"

#include "tests/model/containers/workbook_writer.h"
#include "tests/model/publisher.h"
#include "tests/program.h"

using namespace plumbline;

namespace {

namespace fs = std::filesystem;

const std::string materials = "code,name,class\nPET,Pet,waste\n";
const std::string header = "id,document_no,line,dispatched_at,consignee,material,net_kg\n";
const std::string first = "S-1,D1,1,2142-03-02,mill,PET,100\n";
const std::string second = "S-2,D2,1,2142-03-03,mill,PET,200\n";

PrivateKey keyOf(unsigned char seed) {
  return PrivateKey::fromSeed(std::vector<std::byte>(32, std::byte{seed})).value();
}

}  // namespace

class TestPublish : public QObject {
  Q_OBJECT

  fs::path root() const { return fs::path(m_dir->path().toStdString()); }
  void table(const std::string& name, const std::string& bytes) const {
    test::writeBytes(root() / "tables" / name, bytes);
  }
  /// The first shipment in a sheet.
  void workbook(const std::string& name, const std::string& mass) const {
    const auto rowOf = [](const std::string& line) {
      std::string cells;
      char column = 'A';
      for (std::size_t at = 0; at < line.size();) {
        const std::size_t end = line.find_first_of(",\n", at);
        cells += std::string("<c r=\"") + column++ + "1\" t=\"inlineStr\"><is><t>" +
                 line.substr(at, end - at) + "</t></is></c>";
        at = end + 1;
      }
      return "<row>" + cells + "</row>";
    };
    const std::string record = first.substr(0, first.rfind(',') + 1) + mass + "\n";
    const QByteArray bytes =
        test::zipOf(test::workbookParts({{"Loads", rowOf(header) + rowOf(record)}}));
    table(name, bytes.toStdString());
  }
  PublishRequest request() const {
    return {.log = root() / "log",
            .tables = root() / "tables",
            .party = "north",
            .role = Role::Plant,
            .name = "The north",
            .operatorName = "Operator",
            .from = "2142-03-01",
            .to = "2142-03-31",
            .reason = {}};
  }
  Result<Published> publish(const std::string& reason = {}) const {
    PublishRequest asked = request();
    asked.reason = reason;
    return publishTables(asked, keyOf(1));
  }
  std::vector<std::string> entries() const {
    return LogDirectory::open(root() / "log").value().entries();
  }
  static Mapping mapping() {
    Mapping mapping;
    mapping.table = Table::Shipments;
    mapping.party = "north";
    mapping.delimiter = ';';
    mapping.decimal = DecimalMark::Comma;
    const std::pair<const char*, const char*> columns[] = {
        {"Nr", "id"},        {"Schein", "document_no"}, {"Datum", "dispatched_at"},
        {"An", "consignee"}, {"Stoff", "material"},     {"Netto", "net_kg"}};
    for (const auto& [heading, field] : columns) {
      ColumnRule rule;
      rule.heading = heading;
      rule.field = field;
      if (rule.field == "dispatched_at") {
        rule.order = DateOrder::DayFirst;
        rule.zone = "+00:00";
      }
      if (rule.field == "net_kg") rule.unit = Unit::Kilogram;
      mapping.columns.push_back(rule);
    }
    return mapping;
  }
  std::unique_ptr<QTemporaryDir> m_dir;

 private Q_SLOTS:
  void init() {
    m_dir = std::make_unique<QTemporaryDir>();
    table("materials.csv", materials);
    table("shipments.csv", header + first + second);
  }

  void aPublicationSaysWhatWasRead() {
    const auto published = publish();
    QVERIFY2(published.ok(), published.ok() ? "" : published.error().text().c_str());
    QCOMPARE(published->index, std::uint64_t{0});
    QCOMPARE(published->corrected, std::int64_t{0});
    const auto stored = entries();
    QCOMPARE(stored.size(), std::size_t{1});
    QCOMPARE(sha256(bytesOf(stored[0])), published->envelope);
    const auto envelope = parseEnvelope(bytesOf(stored[0]));
    const PublicKey key = keyOf(1).publicKey();
    QCOMPARE(verifyEnvelope(*envelope, {&key, 1}).size(), std::size_t{1});
    const auto read = parsePublication(parseStatement(envelope->payload).value());
    QCOMPARE(read->party, std::string("north"));
    QCOMPARE(read->sequence, std::int64_t{1});
    QVERIFY(!read->previous.has_value());
    QCOMPARE(read->periodStart.dateText(), std::string("2142-03-01"));
    QCOMPARE(read->periodEnd.dateText(), std::string("2142-04-01"));
    QCOMPARE(read->tables.size(), std::size_t{2});
    const PublishedTable& shipments = read->tables[1];
    QCOMPARE(shipments.rows, std::int64_t{2});
    const std::string firstRecord = first.substr(0, first.size() - 1);
    const std::string secondRecord = second.substr(0, second.size() - 1);
    QCOMPARE(shipments.rowRoot,
             nodeHash(leafHash(bytesOf(firstRecord)), leafHash(bytesOf(secondRecord))));
    QCOMPARE(test::readBytes(root() / "log" / shipments.path()), header + first + second);
  }

  void theSecondFollowsTheFirst() {
    const auto before = publish();
    QVERIFY(before.ok());
    table("shipments.csv", header + "S-3,D3,1,2142-04-03,mill,PET,300\n");
    const auto after = publish();
    QVERIFY(after.ok());
    QCOMPARE(after->index, std::uint64_t{1});
    QCOMPARE(after->publication.sequence, std::int64_t{2});
    QCOMPARE(after->publication.previous, std::optional(before->envelope));
    const auto chain = partyChain(entries(), "north");
    QCOMPARE(chain.size(), std::size_t{2});
    QCOMPARE(chain[1].publication.previous, std::optional(chain[0].envelope));
    QCOMPARE(partyChain(entries(), "south").size(), std::size_t{0});
  }

  /// Anybody's table, with the mapping that an import would use beside it.
  void aTableIsReadByTheMappingBesideIt() {
    fs::remove(root() / "tables" / "shipments.csv");
    table("Lieferungen.csv",
          "Nr;Schein;Datum;An;Stoff;Netto\nS-1;D1;02.03.2142;mill;PET;1.250,5\n");
    const auto unread = previewTables(root() / "tables", Progress());
    QVERIFY(unread->back().problem && unread->back().mappable);
    table("Lieferungen.csv.map.json", mappingFileText(mapping()));
    const auto previews = previewTables(root() / "tables", Progress());
    QCOMPARE(previews->size(), std::size_t{2});  // a mapping is no table
    QVERIFY2(!previews->back().problem,
             previews->back().problem ? previews->back().problem->text().c_str() : "");
    QCOMPARE(previews->back().rows, std::int64_t{1});
    const auto published = publish();
    QVERIFY2(published.ok(), published.ok() ? "" : published.error().text().c_str());
    const PublishedTable& shipments = published->publication.tables[1];
    QCOMPARE(shipments.name, std::string("shipments"));
    const std::string csv = test::readBytes(root() / "log" / shipments.path());
    QVERIFY2(csv.find("\nS-1,D1,1,2142-03-02T00:00:00Z,mill,") != std::string::npos, csv.c_str());
    QVERIFY(csv.find("1250.5") != std::string::npos);

    // What is signed is whole: the first row that cannot be used is told, in the file's own words.
    table("Lieferungen.csv",
          "Nr;Schein;Datum;An;Stoff;Netto\nS-1;D1;02.03.2142;mill;PET;1\nS-2;D2;02.03.2142;mill;"
          "PET;viel\n");
    const auto refused = publish();
    QVERIFY(!refused);
    QCOMPARE(refused.error().where.file, std::string("Lieferungen.csv"));
    QCOMPARE(refused.error().where.row, std::int64_t{3});
    QCOMPARE(refused.error().where.column, std::string("Netto"));
  }

  /// Other encodings are told with their row and column.
  void bytesThatAreNoUtf8HaveTheirPlace() {
    table("shipments.csv", header + first + "S-2,D2,1,2142-03-03,m\xfchle,PET,200\n");
    const auto previews = previewTables(root() / "tables", Progress());
    QVERIFY(previews->back().problem.has_value());
    QCOMPARE(previews->back().problem->where.row, std::int64_t{2});
    QCOMPARE(previews->back().problem->where.column, std::string("consignee"));
  }

  /// A spreadsheet is published as the CSV that it becomes, which everybody can read.
  void aSpreadsheetBecomesTheTable() {
    fs::remove(root() / "tables" / "shipments.csv");
    workbook("shipments.xlsx", "100");
    const auto published = publish();
    QVERIFY2(published.ok(), published.ok() ? "" : published.error().text().c_str());
    const PublishedTable& shipments = published->publication.tables[1];
    QCOMPARE(test::readBytes(root() / "log" / shipments.path()), header + first);
    QVERIFY(published->sheets.empty());

    // The same records as CSV are no correction.
    fs::remove(root() / "tables" / "shipments.xlsx");
    table("shipments.csv", header + first + second);
    QCOMPARE(publish()->corrected, std::int64_t{0});

    // A problem is told in the sheet's own rows.
    fs::remove(root() / "tables" / "shipments.csv");
    workbook("shipments.xlsx", "much");
    const auto refused = publish();
    QVERIFY(!refused);
    QCOMPARE(refused.error().where.file, std::string("shipments.xlsx"));
    QCOMPARE(refused.error().where.row, std::int64_t{2});
    QCOMPARE(refused.error().where.column, std::string("net_kg"));

    table("shipments.csv", header + first);
    QCOMPARE(publish().error().code, ErrorCode::Duplicate);
    const auto previews = previewTables(root() / "tables", Progress());
    QCOMPARE(previews->size(), std::size_t{3});
    QVERIFY((*previews)[2].problem.has_value());
  }

  /// Stopped at any moment nothing is in the log, and it can be published afterwards.
  void cancelledLeavesTheLogAsItWas() {
    for (int after = 0; after < 4; ++after) {
      std::unique_ptr<Progress> progress;
      int reports = 0;
      progress = std::make_unique<Progress>([&](const Message&, std::int64_t, std::int64_t) {
        if (reports++ == after) progress->cancel();
      });
      const auto stopped = publishTables(request(), keyOf(1), *progress);
      QVERIFY(!stopped);
      QCOMPARE(stopped.error().code, ErrorCode::Cancelled);
      QCOMPARE(entries().size(), std::size_t{0});
    }
    const auto published = publish();
    QVERIFY(published.ok());
    QCOMPARE(published->index, std::uint64_t{0});
  }

  void theSameTwiceIsRefused() {
    QVERIFY(publish().ok());
    QCOMPARE(publish().error().code, ErrorCode::Duplicate);
    QCOMPARE(publish("because").error().code, ErrorCode::Duplicate);
    QCOMPARE(entries().size(), std::size_t{1});
  }

  void corrections_data() {
    QTest::addColumn<QString>("shipments");
    QTest::addColumn<int>("corrected");
    QTest::addColumn<int>("row");
    const QString head = QString::fromStdString(header);
    const QString one = QString::fromStdString(first);
    QTest::newRow("other mass") << head + one + QLatin1String("S-2,D2,1,2142-03-03,mill,PET,201\n")
                                << 1 << 2;
    QTest::newRow("other text") << head + QLatin1String("S-2,D2,1,2142-03-03,MILL,PET,200\n") << 1
                                << 1;
    QTest::newRow("the first of two named")
        << head + QLatin1String("S-2,D2,1,2142-03-03,mill,PET,1\nS-1,D1,1,2142-03-02,mill,PET,1\n")
        << 2 << 1;
    QTest::newRow("a value that is no longer stated")
        << head + one + QLatin1String("S-2,D2,1,2142-03-04,mill,PET,200\n") << 1 << 2;
    QTest::newRow("same values, other form")
        << head + QLatin1String("S-1,D1,1,2142-03-02T00:00:00Z,mill,PET,100.0\n") << 0 << 0;
    QTest::newRow("other columns, same values")
        << QStringLiteral(
               "net_kg,id,document_no,line,dispatched_at,consignee,material,vehicle\n"
               "100,S-1,D1,1,2142-03-02,mill,PET,\n")
        << 0 << 0;
    QTest::newRow("a new field") << QStringLiteral(
                                        "id,document_no,line,dispatched_at,consignee,material,"
                                        "net_kg,vehicle\nS-1,D1,1,2142-03-02,mill,PET,100,V\n")
                                 << 1 << 1;
  }
  void corrections() {
    QFETCH(QString, shipments);
    QFETCH(int, corrected);
    QFETCH(int, row);
    QVERIFY(publish().ok());
    table("shipments.csv", shipments.toStdString());
    if (corrected == 0) {
      QCOMPARE(publish()->corrected, std::int64_t{0});
      return;
    }
    const auto refused = publish();
    QVERIFY(!refused.ok());
    QCOMPARE(refused.error().code, ErrorCode::Inconsistent);
    QCOMPARE(refused.error().where.file, std::string("shipments.csv"));
    QCOMPARE(refused.error().where.row, std::int64_t{row});
    QCOMPARE(entries().size(), std::size_t{1});
    const auto done = publish("weighed again");
    QVERIFY(done.ok());
    QCOMPARE(done->corrected, std::int64_t{corrected});
    QCOMPARE(partyChain(entries(), "north").back().publication.reason,
             std::string("weighed again"));
  }

  /// A record is compared with the last one of its key, not with the first.
  void theLastValueCounts() {
    QVERIFY(publish().ok());
    const std::string corrected = header + "S-2,D2,1,2142-03-03,mill,PET,201\n";
    table("shipments.csv", corrected);
    QVERIFY(publish("weighed again").ok());
    table("shipments.csv", corrected + "S-3,D3,1,2142-03-03,mill,PET,1\n");
    QCOMPARE(publish()->corrected, std::int64_t{0});
    table("shipments.csv", header + second);
    QVERIFY(!publish().ok());
  }

  void refusals_data() {
    QTest::addColumn<QString>("file");
    QTest::addColumn<QString>("bytes");
    QTest::addColumn<QString>("message");
    const QString head = QString::fromStdString(header);
    QTest::newRow("bad mass") << "shipments.csv"
                              << head + QLatin1String("S-1,D1,1,2142-03-02,mill,PET,heavy\n")
                              << "shipments.csv, row 1, column net_kg: ";
    QTest::newRow("id twice") << "shipments.csv" << head + QString::fromStdString(first + first)
                              << "shipments.csv, row 2, column id: the id is there twice";
    QTest::newRow("column missing") << "shipments.csv"
                                    << "id\nS-1\n"
                                    << "shipments.csv, column document_no: the column is missing";
    QTest::newRow("unknown table") << "loads.csv"
                                   << "id\n"
                                   << "loads.csv: the folder has something else than tables";
    QTest::newRow("damaged_workbook") << "receipts.xlsx"
                                      << "PK"
                                      << "receipts.xlsx: the workbook is not a whole ZIP archive";
    QTest::newRow("workbook_of_no_table")
        << "loads.xlsx"
        << "PK"
        << "loads.xlsx: the folder has something else than tables";
  }
  void refusals() {
    QFETCH(QString, file);
    QFETCH(QString, bytes);
    QFETCH(QString, message);
    table(file.toStdString(), bytes.toStdString());
    const auto published = publish();
    QVERIFY(!published.ok());
    QVERIFY2(published.error().text().starts_with(message.toStdString()),
             published.error().text().c_str());
    QVERIFY(!fs::exists(root() / "log/tile"));
    QVERIFY(!fs::exists(root() / "log/tables"));
  }

  void whatIsAskedIsChecked_data() {
    QTest::addColumn<QString>("party");
    QTest::addColumn<QString>("from");
    QTest::addColumn<QString>("to");
    QTest::newRow("party with a space") << "no rth"
                                        << "2142-03-01"
                                        << "2142-03-31";
    QTest::newRow("no party") << ""
                              << "2142-03-01"
                              << "2142-03-31";
    QTest::newRow("backwards") << "north"
                               << "2142-03-31"
                               << "2142-03-01";
    QTest::newRow("no date") << "north"
                             << "March"
                             << "2142-03-31";
    QTest::newRow("a time") << "north"
                            << "2142-03-01T00:00:00Z"
                            << "2142-03-31";
  }
  void whatIsAskedIsChecked() {
    QFETCH(QString, party);
    QFETCH(QString, from);
    QFETCH(QString, to);
    PublishRequest asked = request();
    asked.party = party.toStdString();
    asked.from = from.toStdString();
    asked.to = to.toStdString();
    QVERIFY(!publishTables(asked, keyOf(1)).ok());
    QCOMPARE(entries().size(), std::size_t{0});
  }

  void anotherKeyIsRefused() {
    QVERIFY(publish().ok());
    table("shipments.csv", header);
    QCOMPARE(publishTables(request(), keyOf(2)).error().code, ErrorCode::BadKey);
    PublishRequest other = request();
    other.party = "south";
    QVERIFY(publishTables(other, keyOf(2)).ok());
  }

  void theLogsKeyIsRefused() {
    QVERIFY(LogDirectory::open(root() / "log")->sign("north.example/log", keyOf(9)).ok());
    QCOMPARE(publishTables(request(), keyOf(9)).error().code, ErrorCode::BadKey);
    QVERIFY(publish().ok());
  }

  void anEarlierTableHasToBeThere() {
    const auto before = publish();
    const fs::path stored = root() / "log" / before->publication.tables[1].path();
    table("shipments.csv", header + first);
    test::writeBytes(stored, header + first);
    QCOMPARE(publish("reason").error().code, ErrorCode::Mismatch);
    fs::remove(stored);
    QCOMPARE(publish("reason").error().code, ErrorCode::NotFound);
  }

  void anEnvelopeFromElsewhereHasToFollow() {
    const auto before = publish();
    Publication next = before->publication;
    const auto follows = [this](const Publication& each) {
      return checkFollows(entries(), signPublication(each, keyOf(1))).ok();
    };
    QVERIFY(!follows(next));
    next.sequence = 2;
    QVERIFY(!follows(next));
    next.previous = before->envelope;
    QVERIFY(follows(next));
    next.sequence = 3;
    QVERIFY(!follows(next));
    next.party = "south";
    QVERIFY(!follows(next));
    QVERIFY(!checkFollows(entries(), "{}").ok());
  }
};

PLUMBLINE_TEST(TestPublish)
#include "test_publish.moc"
