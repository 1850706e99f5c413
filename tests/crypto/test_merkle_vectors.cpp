// SPDX-FileCopyrightText: Plumbline contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include <QDirIterator>
#include <QRegularExpression>
#include <QtTest>

#include "crypto/merkle.h"

#include "tests/crypto/vector_json.h"
#include "tests/program.h"

using namespace plumbline;
using namespace plumbline::test;

namespace {

/// A number of the probe's text. Qt would read those over 2^63 as 0, and the probes have some.
std::uint64_t numberIn(const QByteArray& text, const QString& name) {
  const QRegularExpression number(u'"' + name + QStringLiteral("\":\\s*(\\d+)"));
  return number.match(QString::fromUtf8(text)).captured(1).toULongLong();
}

/// Some probes have words instead of roots ("dont care 2"). They are only compared, so any hash
/// that belongs to the word does.
Hash rootOf(const QJsonValue& value) {
  const Bytes bytes = fromBase64(utf8(value)).value();
  const auto root = Hash::fromBytes(bytes);
  return root ? *root : sha256(bytes);
}

/// Our verdict on one probe of transparency-dev/merkle. A proof with a hash that has not 32 bytes
/// is refused.
bool acceptsInclusion(const QByteArray& text) {
  const QJsonDocument probe = QJsonDocument::fromJson(text);
  const auto leaf = Hash::fromBase64Text(utf8(probe[u"leafHash"]));
  std::vector<Hash> proof;
  if (!leaf || !readHashes(probe[u"proof"].toArray(), proof)) return false;
  const std::uint64_t index = numberIn(text, QStringLiteral("leafIdx"));
  const std::uint64_t size = numberIn(text, QStringLiteral("treeSize"));
  return verifyInclusion(*leaf, index, size, proof, rootOf(probe[u"root"])).ok();
}

bool acceptsConsistency(const QByteArray& text) {
  const QJsonDocument probe = QJsonDocument::fromJson(text);
  std::vector<Hash> proof;
  if (!readHashes(probe[u"proof"].toArray(), proof)) return false;
  const std::uint64_t size1 = numberIn(text, QStringLiteral("size1"));
  const std::uint64_t size2 = numberIn(text, QStringLiteral("size2"));
  const Hash root1 = rootOf(probe[u"root1"]);
  return verifyConsistency(size1, root1, size2, rootOf(probe[u"root2"]), proof).ok();
}

}  // namespace

class TestMerkleVectors : public QObject {
  Q_OBJECT

 private Q_SLOTS:
  void referenceTree() {
    REQUIRE_SHARED(path, "vectors/rfc6962-reference-tree/tree.json");
    const QJsonObject tree = readJson(path).object();
    const QJsonArray inputs = tree[u"leaf_inputs_hex"].toArray();
    const QJsonArray roots = tree[u"root_by_size_hex"].toArray();
    const QJsonArray levels = tree[u"node_hashes_hex"].toArray();
    QCOMPARE(inputs.size(), 8);
    QCOMPARE(roots.size(), 9);
    TreeHasher hasher;
    std::vector<Hash> level;
    for (qsizetype size = 0; size <= inputs.size(); ++size) {
      QCOMPARE(hasher.root().hex(), utf8(roots[size]));
      if (size == inputs.size()) break;
      hasher.addEntry(hexBytes(inputs[size]));
      level.push_back(leafHash(hexBytes(inputs[size])));
    }
    for (qsizetype height = 0; height < levels.size(); ++height) {
      const QJsonArray nodes = levels[height].toArray();
      QCOMPARE(static_cast<qsizetype>(level.size()), nodes.size());
      std::vector<Hash> next;
      for (std::size_t i = 0; i < level.size(); ++i) {
        QCOMPARE(level[i].hex(), utf8(nodes[static_cast<qsizetype>(i)]));
        if (i % 2 == 1) next.push_back(nodeHash(level[i - 1], level[i]));
      }
      level = next;
    }
  }

  void probes_data() {
    QTest::addColumn<QString>("folder");
    QTest::newRow("inclusion") << "inclusion";
    QTest::newRow("consistency") << "consistency";
  }
  void probes() {
    QFETCH(QString, folder);
    REQUIRE_SHARED(root, "vectors/transparency-dev-merkle");
    int total = 0;
    int accepted = 0;
    QDirIterator files(root + u'/' + folder, {QStringLiteral("*.json")}, QDir::Files,
                       QDirIterator::Subdirectories);
    while (files.hasNext()) {
      const QString path = files.next();
      const QByteArray text = readFile(path);
      const bool ours = folder == u"inclusion" ? acceptsInclusion(text) : acceptsConsistency(text);
      QVERIFY2(ours == text.contains("\"wantErr\": false"), qPrintable(path));
      ++total;
      accepted += ours ? 1 : 0;
    }
    QCOMPARE(total, 98);
    QCOMPARE(accepted, 6);
  }
};

PLUMBLINE_TEST(TestMerkleVectors)
#include "test_merkle_vectors.moc"
