// SPDX-FileCopyrightText: Plumbline contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/records/source_strip.h"

#include <QClipboard>
#include <QGuiApplication>
#include <QLineEdit>
#include <QRegularExpression>
#include <QVBoxLayout>

#include "model/records/visible_text.h"

#include "ui/theme/components.h"
#include "ui/words/format.h"

namespace plumbline {

namespace {

/// Longer lines are cut on screen only; copying takes what is shown.
constexpr qsizetype kMostShown = 4000;

Mark markOfState(const std::string& state) {
  if (state == "good") return Mark::Passed;
  return state == "unsigned" || state == "unknown_key" ? Mark::CannotTell : Mark::Failed;
}

/// Tables are named by their digest in an audit file; eight digits tell them apart in a line.
QString shortName(const std::string& member) {
  static const QRegularExpression digest(QStringLiteral("([0-9a-f]{8})[0-9a-f]{56}"));
  return QString::fromStdString(member).replace(digest, QStringLiteral("\\1…"));
}

}  // namespace

SourceStrip::SourceStrip(QWidget* parent) : Card(tr("Source bytes"), parent) {
  setObjectName(QStringLiteral("sourceStrip"));
  m_state = new Tag(this);
  m_state->setObjectName(QStringLiteral("sourceState"));
  addHeadingWidget(m_state);
  m_bytes = new QLineEdit(this);
  m_bytes->setObjectName(QStringLiteral("sourceBytes"));
  m_bytes->setAccessibleName(tr("Source bytes"));
  m_bytes->setReadOnly(true);
  m_bytes->setFont(plumbline::font(TextRole::Mono));
  m_bytes->setLayoutDirection(Qt::LeftToRight);
  body()->addWidget(m_bytes);
  connect(this, &Card::linkActivated, this,
          [this] { QGuiApplication::clipboard()->setText(m_bytes->text()); });
  showNothing();
}

void SourceStrip::showNothing() {
  setHeading(tr("Source bytes"));
  setNote(tr("Choose a row to see the bytes it was read from."));
  setLink(QString());
  m_state->hide();
  m_bytes->clear();
  m_bytes->hide();  // a line is enough to say that there is nothing
}

void SourceStrip::focusBytes() {
  m_bytes->setFocus(Qt::OtherFocusReason);
  m_bytes->selectAll();
}

void SourceStrip::showOrigin(const QString& recordId, const RecordOrigin& origin) {
  setHeading(tr("Source bytes of %1").arg(recordId));
  QString place = shortName(origin.file);
  if (origin.sequence > 0) {
    place = tr("publication %1, %2").arg(formatCount(origin.sequence), place);
  }
  place += tr(", line %1").arg(formatCount(origin.row));
  if (origin.from >= 0) {
    place += tr(", bytes %1–%2").arg(formatCount(origin.from), formatCount(origin.to));
  }
  setNote(place);
  const Mark mark = markOfState(origin.state);
  const QString party = words::text(origin.party);
  m_state->setTag(mark, mark == Mark::Passed       ? tr("Signed by %1").arg(party)
                        : mark == Mark::CannotTell ? tr("Signature cannot be told")
                                                   : tr("Signature failed"));
  m_state->show();
  m_bytes->show();
  setLink(tr("Copy bytes"));
  QString text = visibleText(QString::fromStdString(origin.bytes));
  text.replace(QLatin1Char('\n'), QChar(0x2424));
  m_bytes->setText(text.left(kMostShown));
  m_bytes->setCursorPosition(0);
  if (origin.bytes.empty())
    m_bytes->setText(tr("This file is no table of ours: see the original."));
}

}  // namespace plumbline
