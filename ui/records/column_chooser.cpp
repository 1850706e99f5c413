// SPDX-FileCopyrightText: Plumbline contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/records/column_chooser.h"

#include <QMenu>
#include <QSettings>

#include "ui/records/record_model.h"
#include "ui/records/record_table.h"
#include "ui/theme/plain_tip.h"
#include "ui/words/from_std.h"

namespace plumbline {

namespace {

QString nameOf(const Field& field) {
  return fromStd(field.name);
}

}  // namespace

ColumnChooser::ColumnChooser(RecordTable* table, RecordModel* model, QObject* parent)
    : QObject(parent), m_table(table), m_model(model) {
  connect(&model->lookups(), &RecordLookups::emptyColumnsFound, this, &ColumnChooser::takeEmpty);
  connect(table, &RecordTable::columnsRequested, this, &ColumnChooser::showMenu);
}

QString ColumnChooser::key() const {
  return QStringLiteral("hiddenColumns/") + fromStd(tableInfo(m_model->query().table).name);
}

bool ColumnChooser::isChosen() const {
  return QSettings().contains(key());
}

/// Kept by the fields' names, which stay when a later version has more of them.
QSet<int> ColumnChooser::chosen() const {
  const QStringList names = QSettings().value(key()).toStringList();
  QSet<int> hidden;
  for (int column = 1; column < m_model->fieldCount(); ++column) {
    if (names.contains(nameOf(*m_model->field(column)))) hidden.insert(column);
  }
  return hidden;
}

void ColumnChooser::forget() {
  m_empty.clear();
}

void ColumnChooser::apply() {
  const Table table = m_model->query().table;
  if (isChosen()) {
    m_table->setHiddenColumns(chosen());
  } else if (const auto known = m_empty.find(table); known != m_empty.end()) {
    m_table->setHiddenColumns(known->second);
  } else {
    m_table->setHiddenColumns({});
    m_model->lookups().findEmptyColumns(table);
  }
  Q_EMIT changed();
}

void ColumnChooser::takeEmpty(Table table, const QList<int>& columns) {
  m_empty[table] = QSet<int>(columns.begin(), columns.end());
  if (table == m_model->query().table && !isChosen()) apply();
}

void ColumnChooser::choose(const QSet<int>& hidden) {
  QStringList names;
  for (int column = 1; column < m_model->fieldCount(); ++column) {
    if (hidden.contains(column)) names << nameOf(*m_model->field(column));
  }
  QSettings().setValue(key(), names);
  m_table->setHiddenColumns(hidden);
  Q_EMIT changed();
}

void ColumnChooser::hideEmpty() {
  QSettings().remove(key());
  apply();
}

QString ColumnChooser::note() const {
  const auto count = static_cast<int>(m_table->hiddenColumns().size());
  if (count == 0) return {};
  if (isChosen()) return tr("%Ln columns hidden", nullptr, count);
  return tr("%Ln empty columns hidden", nullptr, count);
}

void ColumnChooser::fillMenu(QMenu* menu) {
  const QSet<int> hidden = m_table->hiddenColumns();
  QAction* all = menu->addAction(tr("Show all columns"), this, [this] { choose({}); });
  all->setObjectName(QStringLiteral("showAllColumns"));
  all->setEnabled(!hidden.isEmpty());
  QAction* empty = menu->addAction(tr("Hide empty columns only"), this, &ColumnChooser::hideEmpty);
  empty->setObjectName(QStringLiteral("hideEmptyColumns"));
  menu->addSeparator();
  const auto known = m_empty.find(m_model->query().table);
  // The id stays: without it nobody knows what the other cells belong to.
  for (int column = 1; column < m_model->fieldCount(); ++column) {
    QString name = m_model->headerData(column, Qt::Horizontal).toString();
    if (known != m_empty.end() && known->second.contains(column)) name = tr("%1 (empty)").arg(name);
    QAction* action = menu->addAction(name);
    action->setToolTip(plainTip(name));
    action->setObjectName(QStringLiteral("column%1").arg(column));
    action->setCheckable(true);
    action->setChecked(!hidden.contains(column));
    connect(action, &QAction::triggered, this, [this, column](bool show) {
      QSet<int> next = m_table->hiddenColumns();
      if (show) {
        next.remove(column);
      } else {
        next.insert(column);
      }
      choose(next);
    });
  }
}

void ColumnChooser::showMenu(const QPoint& at) {
  auto* menu = new QMenu(m_table);
  menu->setObjectName(QStringLiteral("columnsMenu"));
  menu->setAttribute(Qt::WA_DeleteOnClose);
  fillMenu(menu);
  menu->popup(at);
}

}  // namespace plumbline
