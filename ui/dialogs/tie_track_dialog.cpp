// SPDX-FileCopyrightText: Plumbline contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/dialogs/tie_track_dialog.h"

#include <QFormLayout>
#include <QLineEdit>
#include <QPushButton>
#include <QVBoxLayout>

#include "ui/dialogs/dialog_buttons.h"
#include "ui/theme/buttons.h"
#include "ui/theme/icons.h"
#include "ui/theme/labels.h"
#include "ui/theme/typography.h"
#include "ui/words/format.h"

namespace plumbline {

namespace {

/// Nothing in the field is no moment, and no fault.
bool readMoment(const QLineEdit* field, std::optional<Timestamp>& out) {
  out.reset();
  const std::string text = field->text().trimmed().toStdString();
  if (text.empty()) return true;
  const auto moment = Timestamp::parse(text);
  if (moment) out = *moment;
  return moment.ok();
}

}  // namespace

TieTrackDialog::TieTrackDialog(const Track& track, AskKey ask, QWidget* parent)
    : QDialog(parent), m_ask(std::move(ask)) {
  m_request.device = track.device;
  m_request.file = track.file;
  setObjectName(QStringLiteral("tieTrackDialog"));
  setWindowTitle(tr("Tie a tag to a load"));
  setMinimumWidth(px(520));
  auto* column = new QVBoxLayout(this);
  column->setContentsMargins(px(24), px(20), px(24), px(16));
  column->setSpacing(px(12));
  column->addWidget(new TextLabel(TextRole::CardHeading, tr("In which load was this tag?"), this));
  auto* about = new SentenceLabel(TextRole::Body, this);
  about->setSentence(tr("Tag **%1**. Your word is signed and travels with the audit; you can take it back. It says in "
                        "which load the tag was, not where that load went.")
                         .arg(words::text(track.device)));
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
  m_load = add(tr("Load"), "tieLoad", tr("SH-0417"));
  m_from = add(tr("In there from"), "tieFrom", tr("2141-04-08T07:12:00Z, or empty: since it was dispatched"));
  m_to = add(tr("Until"), "tieTo", tr("2141-04-20, or empty: until the track ends"));
  m_missing = new SentenceLabel(TextRole::Small, this);
  m_missing->setObjectName(QStringLiteral("tieMissing"));
  column->addWidget(m_missing);
  m_sign = makePrimaryButton(tr("Sign with your key…"), Icon::Key, this);
  m_sign->setObjectName(QStringLiteral("tieSign"));
  m_sign->setDefault(true);
  connect(m_sign, &QPushButton::clicked, this, &TieTrackDialog::sign);
  column->addLayout(makeDialogButtons(this, m_sign));
  refresh();
}

QLineEdit* TieTrackDialog::addField(const QString& name, const char* object, const QString& example) {
  auto* field = new QLineEdit(this);
  field->setObjectName(QLatin1String(object));
  field->setAccessibleName(name);
  field->setPlaceholderText(tr("for example: %1").arg(example));
  connect(field, &QLineEdit::textChanged, this, &TieTrackDialog::refresh);
  return field;
}

void TieTrackDialog::refresh() {
  if (m_sign == nullptr) return;  // still being made
  m_request.load = m_load->text().trimmed().toStdString();
  const bool from = readMoment(m_from, m_request.from);
  const bool to = readMoment(m_to, m_request.to);
  const bool inOrder = !m_request.from || !m_request.to || *m_request.from < *m_request.to;
  m_sign->setEnabled(!m_request.load.empty() && from && to && inOrder);
  m_missing->setSentence(m_request.load.empty() ? tr("Still needed: the load’s id.")
                         : !from || !to         ? tr("A moment is written as 2141-04-08T07:12:00Z, a day as 2141-04-08.")
                         : !inOrder             ? tr("A tag leaves a load after it came into it.")
                                                : tr("Next you choose your key file."));
}

void TieTrackDialog::sign() {
  const std::optional<KeyChoice> key = m_ask(this);
  if (!key) return;
  m_request.key = *key;
  Q_EMIT tied(m_request);
  accept();
}

}  // namespace plumbline
