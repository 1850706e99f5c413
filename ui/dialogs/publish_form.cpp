// SPDX-FileCopyrightText: Plumbline contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/dialogs/publish_form.h"

#include <QComboBox>
#include <QFileDialog>
#include <QFormLayout>
#include <QHBoxLayout>
#include <QLineEdit>
#include <QPushButton>
#include <QSettings>

#include "ui/dialogs/file_path.h"
#include "ui/theme/buttons.h"
#include "ui/theme/icons.h"
#include "ui/theme/labels.h"
#include "ui/words/belief_words.h"

namespace plumbline {

namespace {

QString settingOf(const QWidget* field) {
  return QStringLiteral("publish/") + field->objectName();
}

bool isDate(const QString& text) {
  const auto day = Timestamp::parse(text.toStdString());
  return day.ok() && QString::fromStdString(day->dateText()) == text;
}

}  // namespace

PublishPaths PublishPaths::ofTheSystem() {
  return {[](QWidget* parent, const QString& title) {
            return QFileDialog::getExistingDirectory(parent, title);
          },
          [](QWidget* parent, const QString& title) {
            return QFileDialog::getOpenFileName(parent, title, QString(),
                                                PublishForm::tr("Key file (*.key);;All files (*)"));
          }};
}

PublishForm::PublishForm(QWidget* parent, PublishPaths paths)
    : QWidget(parent), m_paths(std::move(paths)) {
  setObjectName(QStringLiteral("publishForm"));
  auto* form = new QFormLayout(this);
  form->setContentsMargins(0, 0, 0, 0);
  form->setHorizontalSpacing(px(16));
  form->setVerticalSpacing(px(6));
  m_tables = addPath(form, tr("Folder of tables"), "publishTables", true);
  m_party = addField(form, tr("Party"), "publishParty", tr("its id, as in ecosphere-north"));
  addRole(form);
  m_name = addField(form, tr("Name"), "publishName", tr("as people know it"));
  m_operator = addField(form, tr("Operator, if any"), "publishOperator", QString());
  addPeriod(form);
  m_key = addPath(form, tr("The party’s key"), "publishKey", false);
  m_log = addPath(form, tr("Folder of the log"), "publishLog", true);
  m_logKey = addPath(form, tr("The log’s key, if you hold it"), "publishLogKey", false);
  m_reason = addField(form, tr("Reason for corrections"), "publishReason",
                      tr("only where earlier records change"));
  recall();
  connect(m_tables, &QLineEdit::textChanged, this, &PublishForm::tablesChosen);
}

QLineEdit* PublishForm::addField(QFormLayout* form, const QString& name, const char* object,
                                 const QString& example) {
  auto* field = new QLineEdit(this);
  field->setObjectName(QLatin1String(object));
  field->setAccessibleName(name);
  field->setPlaceholderText(example);
  form->addRow(name, field);
  connect(field, &QLineEdit::textChanged, this, &PublishForm::changed);
  return field;
}

QLineEdit* PublishForm::addPath(QFormLayout* form, const QString& name, const char* object,
                                bool folder) {
  auto* place = new QWidget(this);
  place->setObjectName(QLatin1String(object) + QStringLiteral("Place"));
  auto* row = new QHBoxLayout(place);
  row->setContentsMargins(0, 0, 0, 0);
  row->setSpacing(px(8));
  auto* field = new QLineEdit(place);
  field->setObjectName(QLatin1String(object));
  field->setAccessibleName(name);
  QPushButton* choose = makeButton(tr("Choose…"), folder ? Icon::Folder : Icon::Key, place);
  choose->setObjectName(QLatin1String(object) + QStringLiteral("Choose"));
  choose->setAccessibleName(tr("%1: choose…").arg(name));
  choose->setAutoDefault(false);
  connect(choose, &QPushButton::clicked, this, [this, field, name, folder] {
    const QString path = folder ? m_paths.folder(this, name) : m_paths.keyFile(this, name);
    if (!path.isEmpty()) field->setText(path);
  });
  connect(field, &QLineEdit::textChanged, this, &PublishForm::changed);
  row->addWidget(field, 1);
  row->addWidget(choose);
  form->addRow(name, place);
  return field;
}

void PublishForm::addRole(QFormLayout* form) {
  m_role = new QComboBox(this);
  m_role->setObjectName(QStringLiteral("publishRole"));
  m_role->setAccessibleName(tr("Role"));
  for (const Role role : {Role::Plant, Role::Carrier, Role::Receiver, Role::Regulator,
                          Role::Citizen, Role::Council}) {
    m_role->addItem(words::roleWord(role), static_cast<int>(role));
  }
  form->addRow(tr("Role"), m_role);
  connect(m_role, &QComboBox::currentIndexChanged, this, &PublishForm::changed);
}

void PublishForm::addPeriod(QFormLayout* form) {
  auto* period = new QWidget(this);
  period->setObjectName(QStringLiteral("publishPeriod"));
  auto* row = new QHBoxLayout(period);
  row->setContentsMargins(0, 0, 0, 0);
  row->setSpacing(px(8));
  const auto day = [&](const QString& name, const char* object, const QString& example) {
    auto* field = new QLineEdit(period);
    field->setObjectName(QLatin1String(object));
    field->setAccessibleName(name);
    field->setPlaceholderText(example);
    connect(field, &QLineEdit::textChanged, this, &PublishForm::changed);
    row->addWidget(field, 1);
    return field;
  };
  m_from = day(tr("First day of the period"), "publishFrom", tr("first day, 2142-03-01"));
  row->addWidget(new TextLabel(TextRole::Body, tr("to"), period));
  m_to = day(tr("Last day of the period"), "publishTo", tr("last day, 2142-03-31"));
  form->addRow(tr("Period"), period);
}

QString PublishForm::tables() const {
  return m_tables->text();
}

QString PublishForm::keyFile() const {
  return m_key->text();
}

QString PublishForm::logKeyFile() const {
  return m_logKey->text();
}

PublishRequest PublishForm::request() const {
  return {.log = toPath(m_log->text()),
          .tables = toPath(m_tables->text()),
          .party = m_party->text().toStdString(),
          .role = static_cast<Role>(m_role->currentData().toInt()),
          .name = m_name->text().toStdString(),
          .operatorName = m_operator->text().toStdString(),
          .from = m_from->text().toStdString(),
          .to = m_to->text().toStdString(),
          .reason = m_reason->text().toStdString()};
}

QStringList PublishForm::missing() const {
  QStringList out;
  const auto need = [&](const QLineEdit* field) {
    if (field->text().trimmed().isEmpty()) out << field->accessibleName();
  };
  need(m_tables);
  need(m_party);
  need(m_name);
  for (const QLineEdit* field : {m_from, m_to}) {
    if (!isDate(field->text())) out << tr("%1 as in 2142-03-31").arg(field->accessibleName());
  }
  need(m_key);
  need(m_log);
  return out;
}

void PublishForm::askForReason() {
  m_reason->setFocus(Qt::OtherFocusReason);
}

void PublishForm::remember() const {
  QSettings settings;
  for (const QLineEdit* field : {m_tables, m_party, m_name, m_operator, m_key, m_log, m_logKey}) {
    settings.setValue(settingOf(field), field->text());
  }
  settings.setValue(settingOf(m_role), m_role->currentIndex());
}

void PublishForm::recall() {
  const QSettings settings;
  for (QLineEdit* field : {m_tables, m_party, m_name, m_operator, m_key, m_log, m_logKey}) {
    field->setText(settings.value(settingOf(field)).toString());
    field->setCursorPosition(0);
  }
  m_role->setCurrentIndex(
      qBound(0, settings.value(settingOf(m_role)).toInt(), m_role->count() - 1));
}

}  // namespace plumbline
