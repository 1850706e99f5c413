// SPDX-FileCopyrightText: Plumbline contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/dialogs/mapping_columns.h"

#include <QComboBox>
#include <QHeaderView>
#include <QTimeZone>

#include "model/mapping/headings.h"

#include "ui/dialogs/quiet_choice.h"
#include "ui/theme/components.h"
#include "ui/words/from_std.h"
#include "ui/words/mapping_words.h"

namespace plumbline {

MappingColumns::MappingColumns(MappingModel* model, QWidget* parent)
    : QTableView(parent), m_model(model) {
  setObjectName(QStringLiteral("mappingRows"));
  setAccessibleName(tr("Columns of the file"));
  setModel(model);
  setTabKeyNavigation(false);
  setFocusPolicy(Qt::NoFocus);  // its fields take the focus one after the other
  setSelectionMode(QAbstractItemView::NoSelection);
  setShowGrid(false);
  verticalHeader()->hide();
  verticalHeader()->setDefaultSectionSize(px(36));
  setMinimumHeight(px(36 * 3));
}

QString MappingColumns::headingOf(int row) const {
  return m_model->index(row, MappingModel::Heading).data().toString();
}

QComboBox* MappingColumns::makeMeans(int row) {
  auto* combo = new QComboBox(this);
  combo->setObjectName(QStringLiteral("means%1").arg(row));
  combo->setAccessibleName(tr("What %1 means").arg(headingOf(row)));
  const Table table = m_model->mapping().table;
  combo->addItem(tr("(not read)"), QString());
  for (const Field& field : tableInfo(table).fields) {
    combo->addItem(wordsOfField(table, field.name), fromStd(field.name));
  }
  if (fieldOf(table, unitField) == nullptr) {
    combo->addItem(wordsOfField(table, unitField), fromStd(unitField));
  }
  // One file with the records of many: a column says whose each row is.
  combo->addItem(wordsOfField(table, partyField), fromStd(partyField));
  chooseQuietly(combo, fromStd(m_model->fieldOf(row)));
  connect(combo, &QComboBox::activated, this, [this, combo, row] {
    const std::string field = combo->currentData().toString().toStdString();
    // This field is made anew with the others.
    QMetaObject::invokeMethod(
        this, [this, row, field] { setMeaning(row, field); }, Qt::QueuedConnection);
  });
  return combo;
}

void MappingColumns::setMeaning(int row, const std::string& field) {
  m_model->setField(row, field);
  Q_EMIT meaningChosen();
  if (auto* again = findChild<QWidget*>(QStringLiteral("means%1").arg(row))) {
    again->setFocus(Qt::OtherFocusReason);
  }
}

QComboBox* MappingColumns::makeUnit(int row) {
  auto* combo = new QComboBox(this);
  combo->setAccessibleName(tr("Unit of %1").arg(headingOf(row)));
  for (const Unit unit : {Unit::Kilogram, Unit::Tonne}) {
    combo->addItem(fromStd(toText(unit)), static_cast<int>(unit));
  }
  for (const Unit unit : allUnits()) {
    if (unit == Unit::Kilogram || unit == Unit::Tonne) continue;
    combo->addItem(fromStd(toText(unit)), static_cast<int>(unit));
  }
  const ColumnRule* rule = m_model->ruleAt(row);
  chooseQuietly(combo, rule->unit ? QVariant(static_cast<int>(*rule->unit)) : QVariant());
  connect(combo, &QComboBox::activated, this, [this, combo, row] {
    m_model->setUnit(row, static_cast<Unit>(combo->currentData().toInt()));
  });
  return combo;
}

QComboBox* MappingColumns::makeZone(int row) {
  auto* combo = new QComboBox(this);
  combo->setAccessibleName(tr("Time zone of %1").arg(headingOf(row)));
  combo->addItem(QStringLiteral("UTC"), QStringLiteral("UTC"));
  for (const QByteArray& id : QTimeZone::availableTimeZoneIds()) {
    const QString name = QString::fromLatin1(id);
    if (name.contains(QLatin1Char('/'))) combo->addItem(name, name);
  }
  const ColumnRule* rule = m_model->ruleAt(row);
  chooseQuietly(combo, rule->zone.empty() ? QVariant() : QVariant(fromStd(rule->zone)));
  connect(combo, &QComboBox::activated, this, [this, combo, row] {
    m_model->setZone(row, combo->currentData().toString().toStdString());
  });
  return combo;
}

QComboBox* MappingColumns::makeExtra(int row) {
  const MappingModel::Extra extra = m_model->extraOf(row);
  if (extra == MappingModel::Extra::None) return nullptr;
  QComboBox* combo = extra == MappingModel::Extra::Unit ? makeUnit(row) : makeZone(row);
  combo->setObjectName(QStringLiteral("extra%1").arg(row));
  combo->setPlaceholderText(tr("choose…"));
  return combo;
}

void MappingColumns::fill(QWidget* before) {
  for (int row = 0; row < m_model->rowCount(); ++row) {
    for (const int column : {MappingModel::Means, MappingModel::UnitOrZone}) {
      QComboBox* made = column == MappingModel::Means ? makeMeans(row) : makeExtra(row);
      setIndexWidget(m_model->index(row, column), made);
      if (made == nullptr) continue;
      setTabOrder(before, made);
      before = made;
    }
  }
  const int widths[] = {170, 180, 210, 170};
  for (int column = 0; column < MappingModel::State; ++column) {
    horizontalHeader()->resizeSection(column, px(widths[column]));
  }
  horizontalHeader()->setStretchLastSection(true);
}

}  // namespace plumbline
