// SPDX-FileCopyrightText: Plumbline contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/pages/start_widgets.h"

#include <QDir>
#include <QLineEdit>
#include <QLocale>
#include <QPainter>
#include <QStyle>
#include <QVBoxLayout>

#include "model/records/visible_text.h"

#include "ui/charts/severity_marks.h"
#include "ui/pages/glossary.h"
#include "ui/theme/labels.h"
#include "ui/theme/plain_tip.h"
#include "ui/words/format.h"
#include "ui/words/lists.h"
#include "ui/words/verdict_words.h"

namespace plumbline {

namespace {

QString whenOf(const QDateTime& opened) {
  const QLocale locale;
  if (opened.date() == QDate::currentDate()) {
    return RecentRow::tr("today, %1").arg(opened.toString(QStringLiteral("HH:mm")));
  }
  return locale.toString(opened.date(), QStringLiteral("d MMM yyyy"));
}

/// There is no verdict over several claims: then it is said whose it is.
QString verdictOf(const RecentAudit& audit) {
  const QString word = words::decisionWord(audit.decision);
  if (audit.claims == 0) return RecentRow::tr("No claim to judge");
  if (audit.claims == 1) return word;
  return RecentRow::tr("%1: the worst of %Ln claims", nullptr, audit.claims).arg(word);
}

}  // namespace

ActionCard::ActionCard(Icon which, const QString& title, const QString& explanation, bool preferred,
                       QWidget* parent)
    : QAbstractButton(parent), m_icon(which), m_explanation(explanation), m_preferred(preferred) {
  setText(title);
  setAccessibleName(title);
  setAccessibleDescription(explanation);
  setFocusPolicy(Qt::StrongFocus);
  setAttribute(Qt::WA_Hover);
  setSizePolicy(QSizePolicy::Expanding, QSizePolicy::Fixed);
}

QSize ActionCard::sizeHint() const {
  return {px(360), px(64)};
}

void ActionCard::paintEvent(QPaintEvent*) {
  QPainter painter(this);
  painter.setLayoutDirection(Qt::LayoutDirectionAuto);
  painter.setRenderHint(QPainter::Antialiasing);
  const Roles& table = roles();
  const qreal edge = m_preferred ? 2.0 : table.edgeWidth();
  const bool selected = m_preferred || isDown();
  ColorRole ground = selected ? ColorRole::Selection : ColorRole::Surface;
  if (!selected && underMouse()) ground = ColorRole::Sunken;
  painter.setPen(QPen(table[m_preferred ? ColorRole::Accent : ColorRole::LineStrong], edge));
  painter.setBrush(table[ground]);
  painter.drawRoundedRect(QRectF(rect()).adjusted(edge / 2, edge / 2, -edge / 2, -edge / 2), pxF(6),
                          pxF(6));
  const QColor ink = table[selected ? ColorRole::OnSelection : ColorRole::Text];
  const QColor quiet = selected ? ink : table[ColorRole::Muted];
  const auto place = [this](const QRect& box) {
    return QStyle::visualRect(layoutDirection(), rect(), box);
  };
  paintIcon(&painter, place(QRect(px(20), (height() - px(20)) / 2, px(20), px(20))), m_icon, ink);
  const auto align = static_cast<int>(
      QStyle::visualAlignment(layoutDirection(), Qt::AlignLeading | Qt::AlignVCenter));
  const int width = this->width() - px(72);
  painter.setFont(plumbline::font(TextRole::BodyBold));
  painter.setPen(ink);
  painter.drawText(place(QRect(px(56), px(12), width, px(20))), align, text());
  painter.setFont(plumbline::font(TextRole::Body));
  painter.setPen(quiet);
  const QString line = painter.fontMetrics().elidedText(m_explanation, Qt::ElideRight, width);
  painter.drawText(place(QRect(px(56), px(32), width, px(20))), align, line);
}

RecentRow::RecentRow(const RecentAudit& audit, QWidget* parent)
    : QAbstractButton(parent), m_audit(audit), m_when(whenOf(audit.opened)) {
  m_words = audit.gone ? tr("Not there any more")
                       : tr("%1, %Ln findings", nullptr, audit.findings).arg(verdictOf(audit));
  m_path = visibleLine(QDir::toNativeSeparators(audit.workspace));
  setText(audit.title);
  setAccessibleName(tr("Open %1").arg(audit.title));
  setAccessibleDescription(words::listed({m_words, m_when, m_path}));
  setToolTip(plainTip(m_path));
  setEnabled(!audit.gone);
  setFocusPolicy(Qt::StrongFocus);
  setAttribute(Qt::WA_Hover);
  setSizePolicy(QSizePolicy::Expanding, QSizePolicy::Fixed);
}

QSize RecentRow::sizeHint() const {
  return {px(280), px(64)};
}

void RecentRow::paintEvent(QPaintEvent*) {
  QPainter painter(this);
  painter.setLayoutDirection(Qt::LayoutDirectionAuto);
  const Roles& table = roles();
  if (isEnabled() && (underMouse() || isDown())) painter.fillRect(rect(), table[ColorRole::Sunken]);
  const auto place = [this](const QRect& box) {
    return QStyle::visualRect(layoutDirection(), rect(), box);
  };
  const auto near = static_cast<int>(
      QStyle::visualAlignment(layoutDirection(), Qt::AlignLeading | Qt::AlignVCenter));
  const auto far = static_cast<int>(
      QStyle::visualAlignment(layoutDirection(), Qt::AlignTrailing | Qt::AlignVCenter));
  paintMark(&painter, place(QRect(px(16), (height() - px(16)) / 2, px(16), px(16))),
            m_audit.gone ? Mark::None : markOf(m_audit.decision), table);
  painter.setFont(plumbline::font(TextRole::Small));
  painter.setPen(table[ColorRole::Muted]);
  const int whenWidth = painter.fontMetrics().horizontalAdvance(m_when);
  painter.drawText(place(QRect(width() - whenWidth - px(16), 0, whenWidth, height())), far, m_when);
  const int room = width() - whenWidth - px(16 + 44 + 12);
  painter.drawText(place(QRect(px(44), px(25), room, px(16))), near,
                   painter.fontMetrics().elidedText(m_words, Qt::ElideRight, room));
  const int line = width() - px(16 + 44);
  painter.drawText(place(QRect(px(44), px(42), line, px(16))), near,
                   painter.fontMetrics().elidedText(m_path, Qt::ElideMiddle, line));
  painter.setFont(plumbline::font(TextRole::BodyBold));
  painter.setPen(table[m_audit.gone ? ColorRole::Muted : ColorRole::Text]);
  painter.drawText(place(QRect(px(44), px(6), room, px(20))), near,
                   painter.fontMetrics().elidedText(text(), Qt::ElideRight, room));
}

DropArea::DropArea(QWidget* parent) : QWidget(parent) {
  setObjectName(QStringLiteral("dropArea"));
  setAccessibleName(tr("Drop files anywhere in this window"));
}

void DropArea::paintEvent(QPaintEvent*) {
  QPainter painter(this);
  painter.setLayoutDirection(Qt::LayoutDirectionAuto);
  painter.setRenderHint(QPainter::Antialiasing);
  const Roles& table = roles();
  painter.setPen(QPen(table[ColorRole::LineStrong], pxF(2), Qt::DashLine));
  painter.drawRoundedRect(QRectF(rect()).adjusted(1, 1, -1, -1), pxF(6), pxF(6));
  const QPoint centre = rect().center();
  paintIcon(&painter, QRect(centre.x() - px(12), centre.y() - px(24), px(24), px(24)), Icon::Import,
            table[ColorRole::Muted]);
  painter.setFont(plumbline::font(TextRole::Body));
  painter.setPen(table[ColorRole::Muted]);
  painter.drawText(QRect(0, centre.y() + px(6), width(), px(20)), Qt::AlignCenter,
                   tr("or drop files here"));
}

GlossarySearch::GlossarySearch(QWidget* parent) : QWidget(parent) {
  setObjectName(QStringLiteral("glossarySearch"));
  auto* column = new QVBoxLayout(this);
  column->setContentsMargins(0, 0, 0, 0);
  column->setSpacing(px(4));
  m_field = new QLineEdit(this);
  m_field->setObjectName(QStringLiteral("glossaryField"));
  m_field->setAccessibleName(tr("Search the glossary"));
  m_field->setPlaceholderText(tr("Search %Ln terms", nullptr, plural(glossary().size())));
  m_field->addAction(icon(Icon::Search), QLineEdit::LeadingPosition);
  m_field->setClearButtonEnabled(true);
  m_field->setAlignment(Qt::AlignAbsolute | (isRightToLeft() ? Qt::AlignRight : Qt::AlignLeft));
  column->addWidget(m_field);
  column->addSpacing(px(8));
  m_term = new TextLabel(TextRole::BodyBold, this);
  m_term->setObjectName(QStringLiteral("glossaryTerm"));
  m_meaning = new SentenceLabel(TextRole::Body, this);
  m_meaning->setObjectName(QStringLiteral("glossaryMeaning"));
  m_meaning->setColor(ColorRole::Muted);
  m_more = new TextLabel(TextRole::Small, this);
  m_more->setObjectName(QStringLiteral("glossaryMore"));
  m_more->setColor(ColorRole::Muted);
  m_more->setElided(true);
  column->addWidget(m_term);
  column->addWidget(m_meaning);
  column->addWidget(m_more);
  column->addStretch(1);
  connect(m_field, &QLineEdit::textChanged, this, &GlossarySearch::show);
  show(termOf("unaccounted_for"));
}

void GlossarySearch::lookUp(const QString& words) {
  m_field->setText(words);
  m_field->setFocus();
}

void GlossarySearch::show(const QString& words) {
  const QList<GlossaryTerm> found = findTerms(words);
  if (found.isEmpty()) {
    m_term->setText(tr("No such term"));
    m_meaning->setSentence(tr("Nothing in the glossary holds these words."));
    m_more->clear();
    return;
  }
  m_term->setText(found.first().term);
  m_meaning->setSentence(found.first().meaning);
  QStringList others;
  for (const GlossaryTerm& term : found.mid(1, 6)) others << term.term;
  const bool searched = words == m_field->text() && !words.isEmpty();
  m_more->setText(others.isEmpty() || !searched ? QString()
                                                : tr("Also: %1").arg(words::listed(others)));
}

}  // namespace plumbline
