// SPDX-FileCopyrightText: Plumbline contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/dialogs/vouch_dialog.h"

#include <QDate>
#include <QFormLayout>
#include <QLineEdit>
#include <QPushButton>
#include <QVBoxLayout>

#include "model/records/visible_text.h"

#include "ui/dialogs/dialog_buttons.h"
#include "ui/theme/buttons.h"
#include "ui/theme/icons.h"
#include "ui/theme/labels.h"
#include "ui/theme/typography.h"
#include "ui/words/format.h"
#include "ui/words/lists.h"

namespace plumbline {

namespace {

constexpr int mostCharacters = 100;  // at most 400 bytes in UTF-8

/// Whoever has several files must know which one is meant.
QString aboutFile(const UnsignedFile& file) {
  const QString digest = shortDigest(file.sha256.hex(), 3);
  const QString bytes =
      VouchDialog::tr("%1 bytes", nullptr, plural(file.bytes)).arg(formatCount(file.bytes));
  if (file.rows == 0 || file.parties.empty()) {
    return VouchDialog::tr("File **%1**, %2.").arg(digest, bytes);
  }
  QStringList parties;
  for (const std::string& party : file.parties) parties << visibleLine(QString::fromStdString(party));
  return VouchDialog::tr("File **%1**, %2: %3 of %4.")
      .arg(digest, bytes, VouchDialog::tr("%Ln records", nullptr, plural(file.rows)),
           words::listed(parties));
}

}  // namespace

VouchDialog::VouchDialog(const UnsignedFile& file, AskKey ask, QWidget* parent)
    : QDialog(parent),
      m_original(QString::fromStdString(file.sha256.hex())),
      m_ask(std::move(ask)) {
  setObjectName(QStringLiteral("vouchDialog"));
  setWindowTitle(tr("Vouch for a file"));
  setMinimumWidth(px(520));
  auto* column = new QVBoxLayout(this);
  column->setContentsMargins(px(24), px(20), px(24), px(16));
  column->setSpacing(px(12));
  column->addWidget(new TextLabel(TextRole::CardHeading, tr("Where is this file from?"), this));
  auto* about = new SentenceLabel(TextRole::Body, this);
  about->setSentence(
      aboutFile(file) + QLatin1Char(' ') +
      tr("Your words are signed and travel with the audit. They say how you came by the file, not "
         "that what it says is true."));
  column->addWidget(about);
  auto* form = new QFormLayout;
  form->setHorizontalSpacing(px(16));
  form->setVerticalSpacing(px(8));
  column->addLayout(form);
  const auto add = [&](const QString& name, const char* object, const QString& example) {
    QLineEdit* field = addField(name, object, example);
    form->addRow(name, field);
    return field;
  };
  m_file = add(tr("Name of the file"), "vouchFile", tr("register-2026.csv"));
  m_from = add(tr("Where from"), "vouchFrom", tr("the district’s page of open data"));
  m_obtained = add(tr("Day you got it"), "vouchObtained", tr("2026-11-02"));
  m_how = add(tr("How you got it"), "vouchHow", tr("downloaded; answer to a request"));
  m_missing = new SentenceLabel(TextRole::Small, this);
  m_missing->setObjectName(QStringLiteral("vouchMissing"));
  column->addWidget(m_missing);
  m_sign = makePrimaryButton(tr("Sign with your key…"), Icon::Key, this);
  m_sign->setObjectName(QStringLiteral("vouchSign"));
  m_sign->setDefault(true);
  connect(m_sign, &QPushButton::clicked, this, &VouchDialog::sign);
  column->addLayout(makeDialogButtons(this, m_sign));
  refresh();
}

QLineEdit* VouchDialog::addField(const QString& name, const char* object, const QString& example) {
  auto* field = new QLineEdit(this);
  field->setObjectName(QLatin1String(object));
  field->setAccessibleName(name);
  // Grey alone does not tell an example from what somebody wrote.
  field->setPlaceholderText(tr("for example: %1").arg(example));
  field->setMaxLength(mostCharacters);
  connect(field, &QLineEdit::textChanged, this, &VouchDialog::refresh);
  return field;
}

VouchText VouchDialog::text() const {
  const auto words = [](const QLineEdit* field) { return field->text().trimmed().toStdString(); };
  return {words(m_file), words(m_from), words(m_obtained), words(m_how)};
}

void VouchDialog::refresh() {
  if (m_sign == nullptr) return;  // still being made
  const VouchText said = text();
  const bool day = QDate::fromString(m_obtained->text().trimmed(), Qt::ISODate).isValid() &&
                   said.obtained.size() == 10;
  QStringList missing;
  for (const QLineEdit* field : {m_file, m_from, m_obtained, m_how}) {
    if (field->text().trimmed().isEmpty()) missing << field->accessibleName();
  }
  m_sign->setEnabled(missing.isEmpty() && day);
  m_missing->setSentence(!missing.isEmpty() ? tr("Still needed: %1.").arg(words::listed(missing))
                         : !day             ? tr("The day is written as 2026-11-02.")
                                            : tr("Next you choose your key file."));
}

void VouchDialog::sign() {
  const std::optional<KeyChoice> key = m_ask(this);
  if (!key) return;
  Q_EMIT vouched({m_original, text(), *key});
  accept();
}

}  // namespace plumbline
