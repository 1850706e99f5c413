// SPDX-FileCopyrightText: Plumbline contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/dialogs/enter_claim_dialog.h"

#include <QComboBox>
#include <QFormLayout>
#include <QLineEdit>
#include <QPushButton>
#include <QVBoxLayout>

#include "model/balance/balance_tests.h"
#include "model/records/decimal.h"

#include "ui/dialogs/dialog_buttons.h"
#include "ui/theme/buttons.h"
#include "ui/theme/icons.h"
#include "ui/theme/labels.h"
#include "ui/words/format.h"
#include "ui/words/lists.h"

namespace plumbline {

namespace {

constexpr int mostCharacters = 100;  // at most 400 bytes in UTF-8

/// Whose claim it may be: plants by their records, else whoever has records here.
QStringList claimants(const AuditResult& audit) {
  QStringList ids;
  const auto add = [&ids](const std::string& party) {
    const QString id = QString::fromStdString(party);
    if (!id.isEmpty() && !ids.contains(id)) ids << id;
  };
  for (const ClaimVerdict& claim : audit.claims) add(claim.party);
  for (const PartyView& party : audit.evidence.parties) {
    if (party.role == Role::Plant) add(party.id);
  }
  for (const PartyView& party : audit.evidence.parties) add(party.id);
  for (const UnsignedFile& file : audit.unsignedFiles) {
    for (const std::string& party : file.parties) add(party);
  }
  return ids;
}

std::string wordsOf(const QLineEdit* field) {
  return field->text().trimmed().toStdString();
}

}  // namespace

EnterClaimDialog::EnterClaimDialog(const AuditResult& audit, QWidget* parent) : QDialog(parent) {
  setObjectName(QStringLiteral("enterClaimDialog"));
  setWindowTitle(tr("Enter a claim"));
  setMinimumWidth(px(520));
  auto* column = new QVBoxLayout(this);
  column->setContentsMargins(px(24), px(20), px(24), px(16));
  column->setSpacing(px(12));
  column->addWidget(
      new TextLabel(TextRole::CardHeading, tr("Which claim did you read, and where?"), this));
  auto* about = new SentenceLabel(TextRole::Body, this);
  about->setSentence(
      tr("It is shown as “entered by you” with its source, and never as signed. It stays among your "
         "own settings, is not shared, and decides nothing: you are told what the records would say "
         "to it if the plant said so."));
  column->addWidget(about);
  column->addLayout(makeForm(audit));
  m_missing = new SentenceLabel(TextRole::Small, this);
  m_missing->setObjectName(QStringLiteral("enterClaimMissing"));
  column->addWidget(m_missing);
  m_enter = makePrimaryButton(tr("Enter the claim"), Icon::Check, this);
  m_enter->setObjectName(QStringLiteral("enterClaim"));
  m_enter->setDefault(true);
  connect(m_enter, &QPushButton::clicked, this, [this] {
    Q_EMIT entered(claim());
    accept();
  });
  column->addLayout(makeDialogButtons(this, m_enter));
  refresh();
}

QFormLayout* EnterClaimDialog::makeForm(const AuditResult& audit) {
  auto* form = new QFormLayout;
  form->setHorizontalSpacing(px(16));
  form->setVerticalSpacing(px(8));
  m_party = addChoice(form, tr("Whose claim"), "claimParty");
  for (const QString& id : claimants(audit)) m_party->addItem(words::text(id.toStdString()), id);
  m_metric = addChoice(form, tr("What it counts"), "claimMetric");
  m_metric->addItem(tr("Residual waste"), QStringLiteral("residual_waste"));
  m_metric->addItem(tr("Useful material"), QStringLiteral("useful_mass"));
  m_metric->addItem(tr("Diversion rate"), QStringLiteral("diversion_rate"));
  m_value = addField(form, tr("How much"), "claimValue", QStringLiteral("0"));
  m_unit = addChoice(form, tr("Unit"), "claimUnit");
  m_unit->addItem(QCoreApplication::translate("plumbline::Words", "t", "tonnes"),
                  QStringLiteral("t"));
  m_unit->addItem(QCoreApplication::translate("plumbline::Words", "kg", "kilograms"),
                  QStringLiteral("kg"));
  m_unit->addItem(QStringLiteral("%"), QStringLiteral("%"));
  m_first = addField(form, tr("First day"), "claimFirst", QStringLiteral("2026-01-01"));
  m_last = addField(form, tr("Last day"), "claimLast", QStringLiteral("2026-12-31"));
  if (audit.start < audit.end) {
    m_first->setText(QString::fromStdString(audit.start.dateText()));
    m_last->setText(QString::fromStdString(
        Timestamp::milliseconds(audit.end.inMilliseconds() - 1).dateText()));
  }
  m_source = addField(form, tr("Where you read it"), "claimSource", tr("annual report, page 4"));
  m_text = addField(form, tr("Its words (may be empty)"), "claimText", tr("no residual waste at all"));
  return form;
}

QLineEdit* EnterClaimDialog::addField(QFormLayout* form, const QString& name, const char* object,
                                      const QString& example) {
  auto* field = new QLineEdit(this);
  field->setObjectName(QLatin1String(object));
  field->setAccessibleName(name);
  field->setPlaceholderText(tr("for example: %1").arg(example));
  field->setMaxLength(mostCharacters);
  connect(field, &QLineEdit::textChanged, this, &EnterClaimDialog::refresh);
  form->addRow(name, field);
  return field;
}

QComboBox* EnterClaimDialog::addChoice(QFormLayout* form, const QString& name, const char* object) {
  auto* choice = new QComboBox(this);
  choice->setObjectName(QLatin1String(object));
  choice->setAccessibleName(name);
  connect(choice, &QComboBox::currentIndexChanged, this, &EnterClaimDialog::refresh);
  form->addRow(name, choice);
  return choice;
}

EnteredClaim EnterClaimDialog::claim() const {
  EnteredClaim claim;
  claim.party = m_party->currentData().toString().toStdString();
  claim.metric = m_metric->currentData().toString().toStdString();
  claim.unit = m_unit->currentData().toString().toStdString();
  claim.source = wordsOf(m_source);
  claim.text = wordsOf(m_text);
  if (const auto value = parseFixed(wordsOf(m_value), 6)) claim.valueMicro = *value;
  if (const auto first = Timestamp::parse(wordsOf(m_first))) claim.start = *first;
  if (const auto last = Timestamp::parse(wordsOf(m_last))) claim.end = endOfClaim(*last);
  return claim;
}

QString EnterClaimDialog::missing() const {
  QStringList names;
  for (const QLineEdit* field : {m_value, m_first, m_last, m_source}) {
    if (field->text().trimmed().isEmpty()) names << field->accessibleName();
  }
  if (m_party->count() == 0) return tr("No records of a plant are here.");
  if (!names.isEmpty()) return tr("Still needed: %1.").arg(words::listed(names));
  if (!parseFixed(wordsOf(m_value), 6)) return tr("The figure is written as 12.5.");
  for (const QLineEdit* day : {m_first, m_last}) {
    if (!Timestamp::parse(wordsOf(day))) return tr("A day is written as 2026-12-31.");
  }
  if (claim().end <= claim().start) return tr("The last day lies before the first.");
  if (checkEnteredClaim(claim())) return {};
  return tr("Residual waste is judged in t, kg or %, useful material in t or kg, a rate in %.");
}

void EnterClaimDialog::refresh() {
  if (m_enter == nullptr) return;  // still being made
  const QString open = missing();
  m_enter->setEnabled(open.isEmpty());
  m_missing->setSentence(open.isEmpty() ? tr("The records are then asked about it.") : open);
}

}  // namespace plumbline
