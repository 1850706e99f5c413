// SPDX-FileCopyrightText: Plumbline contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/dialogs/mapping_settings.h"

#include <QComboBox>
#include <QHBoxLayout>

#include "ui/dialogs/quiet_choice.h"
#include "ui/records/record_format.h"
#include "ui/theme/components.h"
#include "ui/words/format.h"
#include "ui/words/from_std.h"
#include "ui/words/mapping_words.h"

namespace plumbline {
namespace {

/// A field and the label before it.
void showWithLabel(QWidget* area, QComboBox* combo, bool on) {
  combo->setVisible(on);
  const QList<TextLabel*> labels = area->findChildren<TextLabel*>();
  for (TextLabel* label : labels) {
    if (label->buddy() == combo) label->setVisible(on);
  }
}

}  // namespace

MappingSettings::MappingSettings(MappingModel* model, QWidget* parent)
    : QWidget(parent), m_model(model) {
  auto* row = new QHBoxLayout(this);
  row->setContentsMargins(0, 0, 0, 0);
  row->setSpacing(px(8));
  m_table = addCombo(row, tr("Table"), "mappingTable");
  m_text = addCombo(row, tr("Text"), "mappingText");
  m_between = addCombo(row, tr("Between fields"), "mappingBetween");
  m_sheet = addCombo(row, tr("Sheet"), "mappingSheet");
  m_decimals = addCombo(row, tr("Decimals"), "mappingDecimals");
  m_dates = addCombo(row, tr("Dates"), "mappingDates");
  row->addStretch();
  addEntries();
  listen();
}

QComboBox* MappingSettings::addCombo(QHBoxLayout* row, const QString& label, const char* name) {
  auto* words = new TextLabel(TextRole::Body, label, this);
  words->setColor(ColorRole::Muted);
  auto* combo = new QComboBox(this);
  combo->setObjectName(QLatin1String(name));
  combo->setAccessibleName(label);
  words->setBuddy(combo);
  row->addWidget(words);
  row->addWidget(combo);
  row->addSpacing(px(12));
  return combo;
}

void MappingSettings::addEntries() {
  for (const TableInfo& info : allTables()) {
    m_table->addItem(nameOf(info.table), static_cast<int>(info.table));
  }
  for (const TextEncoding encoding : {TextEncoding::Utf8, TextEncoding::Windows1252,
                                      TextEncoding::Utf16Le, TextEncoding::Utf16Be}) {
    m_text->addItem(wordsOf(encoding), static_cast<int>(encoding));
  }
  for (const char delimiter : {',', ';', '\t', '|'}) {
    m_between->addItem(wordsOfDelimiter(delimiter), static_cast<int>(delimiter));
  }
  m_decimals->addItem(tr("point 1.5"), static_cast<int>(DecimalMark::Point));
  m_decimals->addItem(tr("comma 1,5"), static_cast<int>(DecimalMark::Comma));
  m_decimals->setPlaceholderText(tr("choose…"));
  for (const DateOrder order : {DateOrder::DayFirst, DateOrder::MonthFirst}) {
    m_dates->addItem(wordsOf(order), static_cast<int>(order));
  }
  m_dates->setPlaceholderText(tr("choose…"));
}

void MappingSettings::listen() {
  connect(m_table, &QComboBox::activated, this, [this] {
    m_model->setTable(static_cast<Table>(m_table->currentData().toInt()));
    Q_EMIT tableChosen();
  });
  connect(m_text, &QComboBox::activated, this, [this] {
    m_choice.encoding = static_cast<TextEncoding>(m_text->currentData().toInt());
    Q_EMIT shapeChosen();
  });
  connect(m_between, &QComboBox::activated, this, [this] {
    m_choice.delimiter = static_cast<char>(m_between->currentData().toInt());
    Q_EMIT shapeChosen();
  });
  connect(m_sheet, &QComboBox::activated, this, [this] {
    m_choice.sheet = m_sheet->currentData().toString().toStdString();
    Q_EMIT shapeChosen();
  });
  connect(m_decimals, &QComboBox::activated, this, [this] {
    m_model->setDecimal(static_cast<DecimalMark>(m_decimals->currentData().toInt()));
  });
  connect(m_dates, &QComboBox::activated, this,
          [this] { m_model->setOrder(static_cast<DateOrder>(m_dates->currentData().toInt())); });
}

void MappingSettings::chooseShapeOf(const Mapping& mapping) {
  m_choice = {mapping.encoding, mapping.delimiter, mapping.sheet, mapping.headingRow};
}

void MappingSettings::fill(const TableSurvey& survey) {
  const Mapping& mapping = m_model->mapping();
  chooseQuietly(m_table, static_cast<int>(mapping.table));
  chooseQuietly(m_text, static_cast<int>(mapping.encoding));
  chooseQuietly(m_between, static_cast<int>(mapping.delimiter.value_or(',')));
  const QSignalBlocker quiet(m_sheet);
  m_sheet->clear();
  for (const std::string& name : survey.sheets) m_sheet->addItem(words::text(name), fromStd(name));
  m_sheet->setCurrentIndex(m_sheet->findData(fromStd(mapping.sheet)));
  showWithLabel(this, m_text, survey.isText);
  showWithLabel(this, m_between, survey.isText);
  showWithLabel(this, m_sheet, survey.sheets.size() > 1);
  showWithLabel(this, m_dates, m_model->asksForOrder());
  chooseQuietly(m_decimals,
                mapping.decimal ? QVariant(static_cast<int>(*mapping.decimal)) : QVariant());
}

}  // namespace plumbline
