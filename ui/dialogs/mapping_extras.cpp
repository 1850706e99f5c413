// SPDX-FileCopyrightText: Plumbline contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/dialogs/mapping_extras.h"

#include <QHBoxLayout>
#include <QLineEdit>

#include "ui/theme/components.h"
#include "ui/theme/layout_tools.h"
#include "ui/words/from_std.h"
#include "ui/words/mapping_words.h"

namespace plumbline {

MappingExtras::MappingExtras(MappingModel* model, QWidget* parent)
    : QWidget(parent), m_model(model) {
  auto* row = new QHBoxLayout(this);
  row->setContentsMargins(0, 0, 0, 0);
  row->setSpacing(px(8));
  m_party = addEdit(row, tr("Whose records"), "mappingParty");
  m_party->setMaxLength(64);
  connect(m_party, &QLineEdit::editingFinished, this,
          [this] { m_model->setParty(m_party->text().trimmed().toStdString()); });
  m_constants = new QWidget(this);
  auto* constants = new QHBoxLayout(m_constants);
  constants->setContentsMargins(0, 0, 0, 0);
  row->addWidget(m_constants);
  m_density = makeDensity();
  row->addWidget(m_density);
  row->addStretch();
}

QLineEdit* MappingExtras::addEdit(QHBoxLayout* to, const QString& label, const char* name) {
  auto* words = new TextLabel(TextRole::Body, label, this);
  words->setColor(ColorRole::Muted);
  auto* edit = new QLineEdit(this);
  edit->setObjectName(QLatin1String(name));
  edit->setAccessibleName(label);
  words->setBuddy(edit);
  to->addWidget(words);
  to->addWidget(edit);
  return edit;
}

QWidget* MappingExtras::makeDensity() {
  auto* area = new QWidget(this);
  auto* row = new QHBoxLayout(area);
  row->setContentsMargins(0, 0, 0, 0);
  m_densityValue = addEdit(row, tr("Density, kg/m³"), "mappingDensity");
  m_densitySource = addEdit(row, tr("From"), "mappingDensitySource");
  m_densitySource->setPlaceholderText(tr("who says so"));
  connect(m_densityValue, &QLineEdit::editingFinished, this, &MappingExtras::takeDensity);
  connect(m_densitySource, &QLineEdit::editingFinished, this, &MappingExtras::takeDensity);
  return area;
}

void MappingExtras::takeDensity() {
  const auto grams = parseFixed(m_densityValue->text().trimmed().toStdString(), 3);
  const std::string source = m_densitySource->text().trimmed().toStdString();
  const bool good = grams && *grams > 0 && *grams <= 30'000'000 && !source.empty();
  for (int i = 0; i < m_model->rowCount(); ++i) {
    const ColumnRule* rule = m_model->ruleAt(i);
    if (rule == nullptr || !rule->unit || !isVolume(*rule->unit)) continue;
    m_model->setDensity(i, good ? std::optional(Density{*grams, source}) : std::nullopt);
  }
}

void MappingExtras::fillParty() {
  m_party->setText(fromStd(m_model->mapping().party));
}

QWidget* MappingExtras::partyField() const {
  return m_party;
}

void MappingExtras::fillFields() {
  clearLayout(m_constants->layout());
  bool volumes = false;
  for (const ColumnRule& rule : m_model->mapping().columns) {
    const bool stays = rule.field == "volume_m3" || rule.field == "quantity";
    volumes = volumes || (rule.unit && isVolume(*rule.unit) && !stays);
  }
  m_density->setVisible(volumes);
  for (const auto& [field, text] : m_model->mapping().constants) addConstant(field, fromStd(text));
  for (const Question& each : m_model->questions()) {
    if (each.kind == QuestionKind::Missing) addConstant(each.field, QString());
  }
}

void MappingExtras::addConstant(const std::string& field, const QString& text) {
  const QString label = wordsOfField(m_model->mapping().table, field);
  auto* words = new TextLabel(TextRole::Body, tr("%1 in every row").arg(label), m_constants);
  words->setColor(ColorRole::Muted);
  auto* edit = new QLineEdit(text, m_constants);
  edit->setObjectName(QStringLiteral("constant-%1").arg(fromStd(field)));
  edit->setAccessibleName(words->text());
  words->setBuddy(edit);
  m_constants->layout()->addWidget(words);
  m_constants->layout()->addWidget(edit);
  connect(edit, &QLineEdit::editingFinished, this, [this, edit, field, text] {
    if (edit->text() == text) return;
    // What is set makes these fields anew, this one among them.
    const std::string now = edit->text().trimmed().toStdString();
    QMetaObject::invokeMethod(
        this, [this, field, now] { m_model->setConstant(field, now); }, Qt::QueuedConnection);
  });
}

}  // namespace plumbline
