// SPDX-FileCopyrightText: Plumbline contributors
// SPDX-License-Identifier: GPL-3.0-or-later

// A log of tiles is imported as the same log handed over as a folder.

#include <algorithm>
#include <map>

#include <QTemporaryDir>
#include <QTest>

#include "model/evidence/keyring.h"
#include "model/evidence/log_check.h"
#include "model/import/importer.h"
#include "model/members/log_tiles.h"

#include "tests/model/members/reference_tiles.h"
#include "tests/model/publisher.h"
#include "tests/program.h"

using namespace plumbline;

namespace {

namespace fs = std::filesystem;

const std::string materials = "code,name,class\nPET,Pet,waste\n";

std::string intakes(std::size_t month) {
  const std::string id = std::to_string(month);
  return "id,time,material,net_kg\nI-" + id + ",2142-03-02,PET,10" + id + "\n";
}

struct Imported {
  std::map<std::string, std::string> evidence;  // member and digest
  std::string logState;
  std::string logReason;
  std::vector<std::string> problems;
  std::int64_t rows = 0;
};

}  // namespace

class TestLogTiles : public QObject {
  Q_OBJECT

  fs::path root() const { return fs::path(m_dir->path().toStdString()); }

  /// The same publications twice: as a folder, and as tiles.
  void make(std::size_t count) {
    std::vector<std::string> entries;
    for (std::size_t i = 0; i < count; ++i) {
      const std::vector<test::TestTable> tables{{"materials", materials}, {"intakes", intakes(i)}};
      m_party.publish(root() / "folder", tables);
      entries.push_back(test::readBytes(m_party.entryPath(root() / "folder", i)));
    }
    m_party.close(root() / "folder");
    test::writeTrust(root() / "folder", {&m_party});
    fs::create_directories(root() / "tiles");
    fs::copy(root() / "folder/tables", root() / "tiles/tables", fs::copy_options::recursive);
    for (const char* name : {"parties.txt", "policy.txt"}) {
      fs::copy_file(root() / "folder" / name, root() / "tiles" / name);
    }
    for (const auto& [path, bytes] : test::referenceTiles(entries)) {
      test::writeBytes(root() / "tiles" / path, bytes);
    }
    fs::copy_file(m_party.logFolder(root() / "folder") / "checkpoint", root() / "tiles/checkpoint");
  }

  Imported import(const std::string& name) const {
    const Progress progress;
    auto workspace = Workspace::open(root() / (name + ".ws"), true);
    Imported out;
    const auto report = importPaths(*workspace, {root() / name}, {}, progress);
    if (!report) {
      out.problems.push_back("ended: " + report.error().text());
      return out;
    }
    for (const Problem& problem : report->problems) {
      out.problems.push_back(problem.file + ": " + problem.text());
    }
    out.rows = report->rows;
    const EvidenceStore store(workspace->database());
    const auto items = store.list();
    for (const EvidenceItem& item : *items) {
      out.evidence[item.member] = item.sha256.hex();
    }
    const auto keyring = Keyring::load(workspace->database(), {});
    const auto logs = checkLogs(workspace->database(), *keyring);
    if (logs->size() != 1) return out;
    out.logState = toText(logs->front().view.state);
    out.logReason = logs->front().reason;
    return out;
  }

  std::unique_ptr<QTemporaryDir> m_dir;
  test::TestPublisher m_party{"north", Role::Plant, 7};

 private Q_SLOTS:
  void init() {
    m_dir = std::make_unique<QTemporaryDir>();
    m_party = test::TestPublisher("north", Role::Plant, 7);
  }

  void aLogOfTilesIsTheSameLog_data() {
    QTest::addColumn<int>("size");
    for (const int size : {1, 3, 256, 257}) QTest::addRow("%d", size) << size;
  }
  void aLogOfTilesIsTheSameLog() {
    QFETCH(int, size);
    make(static_cast<std::size_t>(size));
    const Imported folder = import("folder");
    const Imported tiles = import("tiles");
    QCOMPARE(tiles.problems, std::vector<std::string>());
    QCOMPARE(folder.problems, std::vector<std::string>());
    QCOMPARE(tiles.evidence, folder.evidence);
    QCOMPARE(tiles.rows, folder.rows);
    QCOMPARE(tiles.logState, std::string("passed"));
    QCOMPARE(folder.logState, std::string("passed"));
  }

  /// The log has grown since its checkpoint was copied: the full tile stands for the partial one.
  void theFullTileStandsForAPartialOne() {
    make(256);
    const Checkpoint old{m_party.origin(), 3,
                         treeRoot(std::span<const Hash>(m_party.leaves()).first(3))};
    test::writeBytes(root() / "tiles/checkpoint", signCheckpoint(old, m_party.logKey()).value());
    const Imported tiles = import("tiles");
    QCOMPARE(tiles.logState, std::string("passed"));
    std::size_t entries = 0;
    for (const auto& [member, digest] : tiles.evidence) {
      entries += member.find("/entries/") != std::string::npos;
    }
    QCOMPARE(entries, std::size_t{3});
  }

  void damage_data() {
    QTest::addColumn<QString>("file");
    QTest::addColumn<int>("at");  // byte to change; -1 removes the file
    QTest::addColumn<QString>("reason");
    QTest::addColumn<QString>("refused");
    QTest::newRow("hash tile") << "tile/0/000.p/3" << 40 << "root_mismatch"
                               << "";
    QTest::newRow("hash tile gone") << "tile/0/000.p/3" << -1 << ""
                                    << "";
    QTest::newRow("length in a bundle") << "tile/entries/000.p/3" << 0 << "entry_omitted"
                                        << "tile/entries/000.p/3";
    QTest::newRow("bundle gone") << "tile/entries/000.p/3" << -1 << "entry_omitted"
                                 << "";
    QTest::newRow("checkpoint's text") << "checkpoint" << 0 << ""
                                       << "";
  }
  void damage() {
    QFETCH(QString, file);
    QFETCH(int, at);
    QFETCH(QString, reason);
    QFETCH(QString, refused);
    make(3);
    const fs::path path = root() / "tiles" / file.toStdString();
    if (at < 0) {
      fs::remove(path);
    } else {
      std::string bytes = test::readBytes(path);
      char& byte = bytes[static_cast<std::size_t>(at)];
      byte = static_cast<char>(byte ^ 1);
      test::writeBytes(path, bytes);
    }
    const Imported tiles = import("tiles");
    if (!reason.isEmpty()) {
      QCOMPARE(tiles.logState, std::string("failed"));
      QCOMPARE(tiles.logReason, reason.toStdString());
    } else {
      QVERIFY(tiles.logState != "failed");
    }
    const auto names = [&refused](const std::string& problem) {
      return problem.find(refused.toStdString()) != std::string::npos;
    };
    if (!refused.isEmpty()) {
      QVERIFY(std::any_of(tiles.problems.begin(), tiles.problems.end(), names));
    }
  }

  /// A size that no folder could hold is read as far as there are files.
  void aHugeSizeIsReadAsFarAsThereAreFiles() {
    make(3);
    const Checkpoint huge{m_party.origin(), std::uint64_t{1} << 62, Hash()};
    test::writeBytes(root() / "tiles/checkpoint", signCheckpoint(huge, m_party.logKey()).value());
    const Imported tiles = import("tiles");
    QVERIFY(tiles.logState != "passed");
  }

  void bundlesAreSplit() {
    using namespace std::string_literals;
    const auto entries = splitEntryBundle(bytesOf("\0\2ab\0\0\0\1c"s));
    QVERIFY(entries.ok());
    QCOMPARE(entries->size(), std::size_t{3});
    QCOMPARE((*entries)[0].offset, std::size_t{2});
    QCOMPARE((*entries)[0].bytes, std::size_t{2});
    QCOMPARE((*entries)[2].offset, std::size_t{8});
    QCOMPARE(splitEntryBundle({})->size(), std::size_t{0});
    QCOMPARE(splitEntryBundle(bytesOf("\0\2ab\0"s)).error().where.byte, std::int64_t{4});
    QCOMPARE(splitEntryBundle(bytesOf("\0\3ab"s)).error().where.byte, std::int64_t{2});
  }
};

PLUMBLINE_TEST(TestLogTiles)
#include "test_log_tiles.moc"
