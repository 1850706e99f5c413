// SPDX-FileCopyrightText: Plumbline contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include <algorithm>

#include <QTemporaryDir>
#include <QTest>

#include "model/store/evidence_slot.h"
#include "model/workspace/workspace.h"

#include "tests/program.h"

using namespace plumbline;

namespace {

std::string membersOf(const EvidenceStore& store) {
  std::string out;
  const auto items = store.list();
  for (const EvidenceItem& item : *items) {
    out += item.member + " " + item.sha256.hex().substr(0, 4) + "\n";
  }
  return out;
}

}  // namespace

class TestEvidenceSlot : public QObject {
  Q_OBJECT
 private Q_SLOTS:
  void namesFollowFromThePieces() {
    std::vector<std::string> texts{"a", "b", "c"};
    std::string expected;
    do {
      const Workspace workspace = newWorkspace();
      const EvidenceStore store(workspace.database());
      for (const std::string& text : texts) {
        QCOMPARE(addToSlot(store, "plan", "audit/plan.json", bytesOf(text)).value(), true);
        QCOMPARE(addToSlot(store, "plan", "audit/plan.json", bytesOf(text)).value(), false);
      }
      QCOMPARE(slotPieces(store, "audit/plan.json").value().size(), std::size_t{3});
      if (expected.empty()) expected = membersOf(store);
      QCOMPARE(membersOf(store), expected);
      QCOMPARE(store.findMember("audit/plan.json").value()->sha256,
               std::min({sha256(bytesOf("a")), sha256(bytesOf("b")), sha256(bytesOf("c"))}));
    } while (std::next_permutation(texts.begin(), texts.end()));
  }

  void aChoiceIsTheOnlyOne() {
    const Workspace workspace = newWorkspace();
    const EvidenceStore store(workspace.database());
    for (const char* text : {"a", "b"}) {
      QVERIFY(addToSlot(store, "plan", "audit/plan.json", bytesOf(text)).ok());
    }
    QVERIFY(replaceSlot(store, "plan", "audit/plan.json", bytesOf("c")).ok());
    QCOMPARE(slotPieces(store, "audit/plan.json").value().size(), std::size_t{1});
    QCOMPARE(slotPieces(store, "audit/plan.json").value().front().member,
             std::string("audit/plan.json"));
  }

  void plainNames() {
    const std::string digits(32, 'a');
    QCOMPARE(slotOf("audit/plan.json"), std::string("audit/plan.json"));
    QCOMPARE(slotOf("audit/plan." + digits + ".json"), std::string("audit/plan.json"));
    const std::vector<std::string> others{"audit/plan.a" + digits + ".json", "originals/" + digits,
                                          "a." + digits + ".b/c", "audit/plan." + digits};
    for (const std::string& other : others) {
      QCOMPARE(slotOf(other), other);
    }
  }

 private:
  Workspace newWorkspace() {
    const QString name = m_folder.filePath(QString::number(++m_count));
    return Workspace::open(name.toStdU16String(), true).value();
  }
  QTemporaryDir m_folder;
  int m_count = 0;
};

PLUMBLINE_TEST(TestEvidenceSlot)
#include "test_evidence_slot.moc"
