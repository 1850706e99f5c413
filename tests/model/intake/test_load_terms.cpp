// SPDX-FileCopyrightText: Plumbline contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include <QTemporaryDir>
#include <QtTest>

#include "model/intake/load_terms.h"
#include "model/intake/row_inserter.h"
#include "model/records/field_value.h"
#include "model/workspace/workspace.h"

#include "tests/program.h"

namespace plumbline {
namespace {

Cell textCell(std::string_view text) {
  Cell cell;
  cell.kind = Cell::Kind::Text;
  cell.text = text.data();
  cell.size = static_cast<std::uint32_t>(text.size());
  return cell;
}

}  // namespace

class TestLoadTerms : public QObject {
  Q_OBJECT
 private Q_SLOTS:
  void init() {
    m_folder = std::make_unique<QTemporaryDir>();
    m_workspace.emplace(
        Workspace::open(m_folder->filePath(QStringLiteral("w")).toStdString(), true).value());
  }

  void sameWordsHaveOneNumber() {
    TermNumbers scales = numbers({std::size_t{0}, std::size_t{1}});
    const std::int64_t first = find(scales, {textCell("WB-1"), textCell("A")});
    const std::int64_t second = find(scales, {textCell("WB-1"), textCell("B")});
    QVERIFY(first != second);
    QCOMPARE(find(scales, {textCell("WB-1"), textCell("A")}), first);
    // A later table of the same workspace knows them.
    TermNumbers again = numbers({std::size_t{0}, std::size_t{1}});
    QCOMPARE(find(again, {textCell("WB-1"), textCell("B")}), second);
  }

  void wordsDoNotRunTogether() {
    TermNumbers scales = numbers({std::size_t{0}, std::size_t{1}});
    QVERIFY(find(scales, {textCell("AB"), textCell("C")}) !=
            find(scales, {textCell("A"), textCell("BC")}));
  }

  void absentIsEmpty() {
    TermNumbers scales = numbers({std::size_t{0}, std::size_t{1}});
    const std::int64_t none = find(scales, {Cell(), textCell("")});
    TermNumbers withoutColumn = numbers({std::nullopt, std::nullopt});
    QCOMPARE(find(withoutColumn, {textCell("unseen")}), none);
  }

  void onlyLoadsHaveTerms() {
    for (const TableInfo& info : allTables()) {
      std::vector<const Field*> columns;
      for (const Field& field : info.fields) columns.push_back(&field);
      const auto terms = LoadTerms::create(m_workspace->database(), info.table, columns);
      QVERIFY(terms);
      QCOMPARE(terms->has_value(), info.table == Table::Shipments || info.table == Table::Receipts);
    }
  }

  void timesOfAllRows() {
    std::vector<const Field*> columns;
    for (const Field& field : tableInfo(Table::Jobs).fields) {
      if (field.required) columns.push_back(&field);
    }
    auto inserter = RowInserter::create(m_workspace->database(), Table::Jobs, columns, 1);
    QVERIFY(inserter);
    QVERIFY(!inserter->times().firstMs);
    for (const std::int64_t time : {500, 100, 900}) {
      RowBatch batch;
      for (const Field* column : columns) {
        Cell& cell = batch.cells.emplace_back(textCell("x"));
        if (isTextType(column->type)) continue;
        cell.kind = Cell::Kind::Integer;
        cell.number = time;
      }
      batch.at = {0};
      const auto done = inserter->insert(batch);
      QVERIFY2(done, done ? "" : done.error().text().c_str());
    }
    QVERIFY(inserter->times().firstMs == 100);
    QVERIFY(inserter->times().lastMs == 900);
  }

 private:
  TermNumbers numbers(TermNumbers::Columns columns) {
    static constexpr std::string_view names[] = {"instrument", "calibration"};
    return TermNumbers::create(m_workspace->database(), "load_scales", names, std::move(columns))
        .value();
  }
  static std::int64_t find(TermNumbers& numbers, const std::vector<Cell>& row) {
    return numbers.find(row).value();
  }

  std::unique_ptr<QTemporaryDir> m_folder;
  std::optional<Workspace> m_workspace;
};

}  // namespace plumbline

PLUMBLINE_TEST(plumbline::TestLoadTerms)
#include "test_load_terms.moc"
