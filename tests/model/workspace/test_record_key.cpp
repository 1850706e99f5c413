// SPDX-FileCopyrightText: Plumbline contributors
// SPDX-License-Identifier: GPL-3.0-or-later

// The order of record keys.

#include <algorithm>

#include <QTest>

#include "model/workspace/record_key.h"

#include "tests/program.h"

using namespace plumbline;

class TestRecordKey : public QObject {
  Q_OBJECT

 private Q_SLOTS:
  void risesAsPeopleCount_data() {
    QTest::addColumn<QByteArray>("earlier");
    QTest::addColumn<QByteArray>("later");
    QTest::newRow("one digit more") << QByteArray("SH-999999") << QByteArray("SH-1000000");
    QTest::newRow("padded") << QByteArray("SH-000009") << QByteArray("SH-000010");
    QTest::newRow("count after a month") << QByteArray("2141-01/12") << QByteArray("2141-02/1");
    QTest::newRow("count within a month") << QByteArray("2141-01/9") << QByteArray("2141-01/12");
    QTest::newRow("letter after the count") << QByteArray("9b") << QByteArray("10a");
    QTest::newRow("other prefix") << QByteArray("A-20") << QByteArray("B-1");
    QTest::newRow("prefix") << QByteArray("A") << QByteArray("A1");
    QTest::newRow("nothing") << QByteArray("") << QByteArray("0");
    QTest::newRow("no letter of ASCII") << QByteArray("z") << QByteArray("\xC3\xA9");
  }
  void risesAsPeopleCount() {
    QFETCH(QByteArray, earlier);
    QFETCH(QByteArray, later);
    QVERIFY(KeyOrder()(earlier.toStdString(), later.toStdString()));
    QVERIFY(!KeyOrder()(later.toStdString(), earlier.toStdString()));
  }

  /// Sorted, every pair of all short texts stands as the order says: it is total.
  void isATotalOrder() {
    std::vector<std::string> texts = {""};
    for (std::size_t from = 0, length = 1; length <= 4; ++length) {
      const std::size_t end = texts.size();
      for (; from < end; ++from) {
        for (const char c : {'0', '1', '9', 'a', '-'}) texts.push_back(texts[from] + c);
      }
    }
    std::sort(texts.begin(), texts.end(), KeyOrder());
    for (std::size_t i = 0; i < texts.size(); ++i) {
      for (std::size_t j = 0; j < texts.size(); ++j) {
        if (KeyOrder()(texts[i], texts[j]) == (i < j)) continue;
        QFAIL(("\"" + texts[i] + "\" and \"" + texts[j] + "\"").c_str());
      }
    }
  }
};

PLUMBLINE_TEST(TestRecordKey)
#include "test_record_key.moc"
