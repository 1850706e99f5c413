// SPDX-FileCopyrightText: Plumbline contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include <map>

#include <zip.h>

#include <QBuffer>
#include <QTest>

#include "crypto/hash.h"

#include "model/members/plumb_parser.h"
#include "model/members/plumb_writer.h"

#include "tests/program.h"

using namespace plumbline;

namespace {

using Members = std::vector<std::pair<std::string, std::string>>;

Result<QByteArray> write(const Members& members) {
  QBuffer buffer;
  buffer.open(QIODevice::WriteOnly);
  PlumbWriter writer(buffer);
  PLUMBLINE_CHECK(writer.begin());
  for (const auto& [name, text] : members) {
    PLUMBLINE_CHECK(writer.addMember(name, bytesOf(text)));
  }
  PLUMBLINE_CHECK(writer.finish());
  return buffer.data();
}

ByteView view(const QByteArray& bytes) {
  return std::as_bytes(std::span(bytes.constData(), static_cast<std::size_t>(bytes.size())));
}

Members smallAudit() {
  const std::string table = "id,net_kg\nA-1,17240\n";
  return {{"audit/plan.json", "{\"version\":1}"},
          {"log/" + std::string(64, 'a') + "/entries/0.dsse.json", "{}"},
          {"parties.txt", "plant ecosphere-north key\n"},
          {"tables/" + sha256(bytesOf(table)).hex() + ".csv", table}};
}

// What a reader does before it takes anything in: layout, then every CRC, then named digests.
bool accepted(ByteView file) {
  const auto entries = parsePlumb(file);
  if (!entries) return false;
  for (const PlumbEntry& entry : *entries) {
    if (!checkPlumbCrc(file, entry)) return false;
    if (entry.name.starts_with("tables/") &&
        entry.name.substr(7, 64) != sha256(file.subspan(entry.data, entry.bytes)).hex()) {
      return false;
    }
  }
  return true;
}

}  // namespace

class TestPlumb : public QObject {
  Q_OBJECT
 private Q_SLOTS:
  void knownBytes();
  void writesWhatItReads();
  void sameMembersSameBytes();
  void streamsInSlices();
  void anotherReaderAgrees();
  void everyFlippedByteIsRefused();
  void everyCutIsRefused();
  void everyInsertedByteIsRefused();
  void names_data();
  void names();
  void orderAndNamesOfTheWriter();
  void foreignZipIsRefused();
  void hostileDirectories_data();
  void hostileDirectories();
  void limits();
};

// An empty audit, byte by byte as docs/file-format.md gives it. The CRC-32 of the type comes from
// Python's zlib.crc32.
void TestPlumb::knownBytes() {
  const auto file = write({});
  QVERIFY(file.ok());
  const QByteArray shared =
      "0a00"
      "0000"
      "0000"
      "0000"
      "2100"
      "659a20ea"
      "23000000"
      "23000000"
      "0800"
      "0000";
  const QByteArray expected = QByteArray::fromHex("504b0304" + shared) + "mimetype" +
                              "application/vnd.plumbline.audit+zip" +
                              QByteArray::fromHex(
                                  "504b0102"
                                  "0000" +
                                  shared +
                                  "0000"
                                  "0000"
                                  "0000"
                                  "00000000"
                                  "00000000") +
                              "mimetype" +
                              QByteArray::fromHex(
                                  "504b0506"
                                  "0000"
                                  "0000"
                                  "0100"
                                  "0100"
                                  "36000000"
                                  "49000000"
                                  "0000");
  QCOMPARE(file->toHex(), expected.toHex());
}

void TestPlumb::writesWhatItReads() {
  const auto file = write(smallAudit());
  QVERIFY(file.ok());
  QVERIFY(looksLikePlumb(view(*file)));
  QVERIFY(accepted(view(*file)));
  const auto entries = parsePlumb(view(*file));
  QVERIFY(entries.ok());
  QCOMPARE(entries->size(), std::size_t(5));
  std::size_t i = 0;
  QCOMPARE((*entries)[0].name, std::string("mimetype"));
  for (const auto& [name, text] : smallAudit()) {
    const PlumbEntry& entry = (*entries)[++i];
    QCOMPARE(entry.name, name);
    QCOMPARE(std::string(textOf(view(*file).subspan(entry.data, entry.bytes))), text);
  }
}

void TestPlumb::sameMembersSameBytes() {
  QCOMPARE(*write(smallAudit()), *write(smallAudit()));
}

void TestPlumb::streamsInSlices() {
  const std::string text(100'000, 'x');
  QBuffer buffer;
  buffer.open(QIODevice::WriteOnly);
  PlumbWriter writer(buffer);
  QVERIFY(writer.begin().ok());
  QVERIFY(writer.startMember("tables/a.csv").ok());
  for (std::size_t at = 0; at < text.size(); at += 777) {
    QVERIFY(writer.append(bytesOf(std::string_view(text).substr(at, 777))).ok());
  }
  QVERIFY(writer.finishMember().ok());
  QVERIFY(writer.finish().ok());
  QCOMPARE(buffer.data(), *write({{"tables/a.csv", text}}));
}

// libzip is the outside witness: with its strictest consistency checks it opens and reads the file.
void TestPlumb::anotherReaderAgrees() {
  const auto file = write(smallAudit());
  QVERIFY(file.ok());
  zip_error_t error;
  zip_error_init(&error);
  zip_source_t* source = zip_source_buffer_create(
      file->constData(), static_cast<zip_uint64_t>(file->size()), 0, &error);
  zip_t* zip = zip_open_from_source(source, ZIP_RDONLY | ZIP_CHECKCONS, &error);
  QVERIFY2(zip != nullptr, zip_error_strerror(&error));
  QCOMPARE(zip_get_num_entries(zip, 0), zip_int64_t(5));
  Members found;
  for (zip_uint64_t i = 1; i < 5; ++i) {
    zip_stat_t stat;
    QCOMPARE(zip_stat_index(zip, i, 0, &stat), 0);
    std::string text(stat.size, '\0');
    zip_file_t* member = zip_fopen_index(zip, i, 0);
    QCOMPARE(zip_fread(member, text.data(), stat.size), static_cast<zip_int64_t>(stat.size));
    zip_fclose(member);
    found.emplace_back(stat.name, text);
  }
  zip_discard(zip);
  QVERIFY(found == smallAudit());
}

// Every other value for every byte outside the members' data, and two for the bytes of the data.
void TestPlumb::everyFlippedByteIsRefused() {
  const auto written = write(smallAudit());
  QVERIFY(written.ok());
  const auto entries = parsePlumb(view(*written));
  QVERIFY(entries.ok());
  std::vector<bool> isData(static_cast<std::size_t>(written->size()), false);
  for (const PlumbEntry& entry : *entries) {
    for (std::uint64_t i = 0; i < entry.bytes; ++i) isData[entry.data + i] = true;
  }
  QByteArray file = *written;
  for (int at = 0; at < file.size(); ++at) {
    const char before = file.at(at);
    for (int change = 1; change < 256; change += isData[static_cast<std::size_t>(at)] ? 127 : 1) {
      file[at] = static_cast<char>(before ^ change);
      if (accepted(view(file))) {
        QFAIL(qPrintable(QStringLiteral("byte %1, change %2 was taken").arg(at).arg(change)));
      }
    }
    file[at] = before;
  }
  QVERIFY(accepted(view(file)));
}

void TestPlumb::everyCutIsRefused() {
  const auto file = write(smallAudit());
  for (int bytes = 0; bytes < file->size(); ++bytes) {
    QVERIFY2(!accepted(view(file->left(bytes))), qPrintable(QString::number(bytes)));
  }
}

void TestPlumb::everyInsertedByteIsRefused() {
  const auto file = write(smallAudit());
  for (int at = 0; at <= file->size(); ++at) {
    QByteArray longer = *file;
    longer.insert(at, '\0');
    QVERIFY2(!accepted(view(longer)), qPrintable(QString::number(at)));
  }
}

void TestPlumb::names_data() {
  QTest::addColumn<QByteArray>("name");
  QTest::addColumn<bool>("good");
  const QByteArray digest(64, 'f');
  QTest::newRow("plain") << QByteArray("policy.txt") << true;
  QTest::newRow("table") << "tables/" + digest + ".csv" << true;
  QTest::newRow("log entry") << "log/" + digest + "/entries/17.dsse.json" << true;
  QTest::newRow("120 bytes") << QByteArray(120, 'a') << true;
  QTest::newRow("121 bytes") << QByteArray(121, 'a') << false;
  QTest::newRow("depth five") << QByteArray("a/b/c/d/e") << false;
  QTest::newRow("empty") << QByteArray("") << false;
  QTest::newRow("upper case") << QByteArray("Policy.txt") << false;
  QTest::newRow("dot dot") << QByteArray("../policy.txt") << false;
  QTest::newRow("dot dot inside") << QByteArray("a/../b") << false;
  QTest::newRow("absolute") << QByteArray("/policy.txt") << false;
  QTest::newRow("hidden") << QByteArray(".policy") << false;
  QTest::newRow("backslash") << QByteArray("a\\b") << false;
  QTest::newRow("drive") << QByteArray("c:a") << false;
  QTest::newRow("double slash") << QByteArray("a//b") << false;
  QTest::newRow("folder") << QByteArray("tables/") << false;
  QTest::newRow("space") << QByteArray("a b") << false;
  QTest::newRow("not ASCII") << QByteArray(
                                    "t\xc3\xa4"
                                    "bles")
                             << false;
}

void TestPlumb::names() {
  QFETCH(QByteArray, name);
  QFETCH(bool, good);
  QCOMPARE(isPlumbName(name.toStdString()), good);
}

void TestPlumb::orderAndNamesOfTheWriter() {
  const auto wrongOrder = write({{"b", "1"}, {"a", "2"}});
  QVERIFY(!wrongOrder);
  QCOMPARE(wrongOrder.error().code, ErrorCode::Inconsistent);
  const auto twice = write({{"a", "1"}, {"a", "2"}});
  QVERIFY(!twice);
  const auto badName = write({{"A", "1"}});
  QVERIFY(!badName);
  QCOMPARE(badName.error().code, ErrorCode::BadValue);
  QVERIFY(!write({{"mimetype", "1"}}));
}

void TestPlumb::foreignZipIsRefused() {
  QByteArray bytes(1 << 16, '\0');
  zip_error_t error;
  zip_error_init(&error);
  zip_source_t* archive = zip_source_buffer_create(nullptr, 0, 0, &error);
  zip_source_keep(archive);
  zip_t* zip = zip_open_from_source(archive, ZIP_CREATE | ZIP_TRUNCATE, &error);
  const auto add = [&](const char* name, std::string_view text) {
    zip_source_t* member = zip_source_buffer(zip, text.data(), text.size(), 0);
    const auto index = zip_file_add(zip, name, member, 0);
    zip_set_file_compression(zip, static_cast<zip_uint64_t>(index), ZIP_CM_STORE, 0);
  };
  add("mimetype", plumbMimeType);
  add("parties.txt", "plant");
  QCOMPARE(zip_close(zip), 0);
  QCOMPARE(zip_source_open(archive), 0);
  const auto size = zip_source_read(archive, bytes.data(), static_cast<zip_uint64_t>(bytes.size()));
  QVERIFY(size > 0);
  zip_source_close(archive);
  zip_source_free(archive);
  const auto entries = parsePlumb(view(bytes.left(static_cast<int>(size))));
  QVERIFY(!entries);
  QCOMPARE(entries.error().code, ErrorCode::Malformed);
}

// Archives put together from our own headers that break one rule each.
void TestPlumb::hostileDirectories_data() {
  QTest::addColumn<QByteArray>("file");
  const auto build = [](std::vector<PlumbEntry> entries, const std::vector<std::string>& data,
                        std::size_t gapBefore = 99, std::size_t overlap = 0) {
    Bytes file;
    const auto put = [&file](ByteView bytes) {
      file.insert(file.end(), bytes.begin(), bytes.end());
    };
    for (std::size_t i = 0; i < entries.size(); ++i) {
      if (i == gapBefore) put(bytesOf("gap"));
      entries[i].header = file.size() - (i + 1 == entries.size() ? overlap : 0);
      entries[i].bytes = data[i].size();
      entries[i].crc = crc32Of(bytesOf(data[i]));
      put(plumbLocalHeader(entries[i]));
      put(bytesOf(data[i]));
    }
    if (gapBefore == entries.size()) put(bytesOf("gap"));
    const std::size_t directory = file.size();
    for (const PlumbEntry& entry : entries) put(plumbCentralHeader(entry));
    put(plumbEndRecord(entries.size(), directory, file.size() - directory));
    return QByteArray(reinterpret_cast<const char*>(file.data()), static_cast<int>(file.size()));
  };
  const auto named = [](std::string name) {
    PlumbEntry entry;
    entry.name = std::move(name);
    return entry;
  };
  const std::string mime(plumbMimeType);
  const PlumbEntry type = named("mimetype");
  QVERIFY(accepted(view(build({type, named("a"), named("b")}, {mime, "1", "2"}))));
  QTest::newRow("no_members") << build({}, {});
  QTest::newRow("no_type") << build({named("a")}, {"1"});
  QTest::newRow("other_type") << build({type}, {std::string(35, 'x')});
  QTest::newRow("longer_type") << build({type}, {mime + " "});
  QTest::newRow("order") << build({type, named("b"), named("a")}, {mime, "1", "2"});
  QTest::newRow("same_name_twice") << build({type, named("a"), named("a")}, {mime, "1", "2"});
  QTest::newRow("type_twice") << build({type, named("a"), type}, {mime, "1", mime});
  QTest::newRow("climbing_name") << build({type, named("../a")}, {mime, "1"});
  QTest::newRow("gap_between") << build({type, named("a")}, {mime, "1"}, 1);
  QTest::newRow("gap_at_start") << build({type, named("a")}, {mime, "1"}, 0);
  QTest::newRow("gap_at_end") << build({type, named("a")}, {mime, "1"}, 2);
  QTest::newRow("overlap") << build({type, named("a")}, {mime, "1"}, 99, 5);
}

void TestPlumb::hostileDirectories() {
  QFETCH(QByteArray, file);
  QVERIFY(!parsePlumb(view(file)));
}

void TestPlumb::limits() {
  QCOMPARE(plumbByteLimit("tables/a.csv"), std::uint64_t{512} << 20);
  QCOMPARE(plumbByteLimit("originals/a"), std::uint64_t{512} << 20);
  QCOMPARE(plumbByteLimit("parties.txt"), std::uint64_t{64} << 20);
  // 4,096 entries with the type; one more is refused before anything of it is written.
  Members most;
  for (int i = 0; i < 4095; ++i) most.emplace_back("m" + std::to_string(10'000 + i), "");
  const auto full = write(most);
  QVERIFY(full.ok());
  QVERIFY(accepted(view(*full)));
  most.emplace_back("n", "");
  QCOMPARE(write(most).error().code, ErrorCode::TooLarge);
  // A header that claims one byte more than a member may have.
  for (const auto& [name, bytes] : {std::pair{"parties.txt", plumbMaxEntryBytes + 1},
                                    std::pair{"tables/a.csv", plumbMaxTableBytes + 1}}) {
    QByteArray file = *write({{name, ""}});
    const int size = static_cast<int>(std::string_view(name).size());
    const int local = 30 + 8 + 35 + 18;
    const int central = 30 + 8 + 35 + 30 + size + 46 + 8 + 20;
    for (int i = 0; i < 4; ++i) {
      const char byte = static_cast<char>(bytes >> (8 * i));
      for (const int at : {local, central}) file[at + i] = file[at + i + 4] = byte;
    }
    const auto entries = parsePlumb(view(file));
    QVERIFY(!entries);
    QCOMPARE(entries.error().code, ErrorCode::TooLarge);
  }
}

PLUMBLINE_TEST(TestPlumb)
#include "test_plumb.moc"
