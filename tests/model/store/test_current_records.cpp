// SPDX-FileCopyrightText: Plumbline contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include <QTest>

#include "model/records/tables.h"
#include "model/store/current_records.h"
#include "model/store/sql_resource.h"

#include "tests/program.h"

using namespace plumbline;

namespace {

Database workspace() {
  Database made = Database::openInMemory().value();
  if (!made.execute(sqlResource("schema"))) qFatal("the schema cannot be written");
  return made;
}

std::int64_t countIn(const Database& database, const std::string& table) {
  auto query = database.prepare("SELECT count(*) FROM " + table);
  return query && query->step().ok() ? query->integer(0) : -1;
}

std::string namesIn(const Database& database, const std::string& table) {
  auto query = database.prepare("SELECT group_concat(name) FROM pragma_table_info('" + table + "')");
  return query && query->step().ok() ? std::string(query->text(0)) : std::string();
}

}  // namespace

class TestCurrentRecords : public QObject {
  Q_OBJECT

 private Q_SLOTS:
  void everyTableHasAView() {
    const Database database = workspace();
    QVERIFY(addCurrentViews(database).ok());
    for (const TableInfo& info : allTables()) {
      const std::string table(info.name);
      QCOMPARE(countIn(database, currentOf(table)), std::int64_t(0));
      QCOMPARE(namesIn(database, currentOf(table)), namesIn(database, table));
    }
  }

  void whatWasSupersededIsNotThere() {
    const Database database = workspace();
    QVERIFY(addCurrentViews(database).ok());
    QVERIFY(database.execute("INSERT INTO sites (rowid, publication, row, at, superseded_by, id, name) "
                             "VALUES (1, 1, 1, 0, 2, 'a', ''), (2, 2, 1, 0, NULL, 'a', '')")
                .ok());
    auto query = database.prepare("SELECT rowid FROM current_sites");
    QVERIFY(query && query->step().value());
    QCOMPARE(query->integer(0), std::int64_t(2));
    QVERIFY(!query->step().value());
  }

  /// A file may bring a table of that name.
  void aForeignTableOfTheNameIsNotMeant() {
    const Database database = workspace();
    QVERIFY(database.execute("CREATE TABLE current_sites (id TEXT); INSERT INTO current_sites VALUES "
                             "('not ours')").ok());
    QVERIFY(addCurrentViews(database).ok());
    QCOMPARE(countIn(database, "current_sites"), std::int64_t(0));
  }

  void noOtherViewIsMade() {
    const Database database = workspace();
    QVERIFY(!database.execute("CREATE TEMP VIEW other AS SELECT 1").ok());
    QVERIFY(!database.execute("CREATE VIEW current_sites AS SELECT 1").ok());
  }
};

PLUMBLINE_TEST(TestCurrentRecords)
#include "test_current_records.moc"
