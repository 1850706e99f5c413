// SPDX-FileCopyrightText: Plumbline contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/theme/states.h"

#include <algorithm>

#include <QClipboard>
#include <QGridLayout>
#include <QGuiApplication>
#include <QHBoxLayout>
#include <QLocale>
#include <QProgressBar>
#include <QPushButton>

#include "ui/theme/buttons.h"
#include "ui/theme/evidence_rows.h"
#include "ui/theme/labels.h"
#include "ui/theme/tag.h"
#include "ui/theme/typography.h"

namespace plumbline {

EmptyState::EmptyState(Icon which, const QString& heading, const QString& sentence,
                       const QString& primaryAction, const QString& secondAction, QWidget* parent)
    : Card(parent) {
  setObjectName(QStringLiteral("emptyState"));
  setAccessibleName(heading);
  auto* column = body();
  column->addStretch(1);
  column->addWidget(new IconWidget(which, 48, ColorRole::LineStrong, this), 0, Qt::AlignHCenter);
  auto* title = new TextLabel(TextRole::PageTitle, heading, this);
  title->setObjectName(QStringLiteral("emptyHeading"));
  column->addWidget(title, 0, Qt::AlignHCenter);
  auto* words = new TextLabel(TextRole::Body, sentence, this);
  words->setObjectName(QStringLiteral("emptySentence"));
  words->setWordWrap(true);
  words->setAlignment(Qt::AlignHCenter);
  words->setFixedWidth(px(480));
  column->addWidget(words, 0, Qt::AlignHCenter);
  auto* buttons = new QHBoxLayout;
  buttons->setSpacing(px(10));
  buttons->addStretch(1);
  QPushButton* primary = makePrimaryButton(primaryAction, Icon::Import, this);
  primary->setObjectName(QStringLiteral("emptyPrimary"));
  connect(primary, &QPushButton::clicked, this, &EmptyState::primaryActivated);
  buttons->addWidget(primary);
  if (!secondAction.isEmpty()) {
    QPushButton* second = makeButton(secondAction, Icon::Star, this);
    second->setObjectName(QStringLiteral("emptySecond"));
    connect(second, &QPushButton::clicked, this, &EmptyState::secondActivated);
    buttons->addWidget(second);
  }
  buttons->addStretch(1);
  column->addLayout(buttons);
  column->addStretch(1);
}

LoadingState::LoadingState(QWidget* parent) : Card(parent) {
  setObjectName(QStringLiteral("loadingState"));
  auto* row = new QHBoxLayout;
  row->setSpacing(px(16));
  auto* column = new QVBoxLayout;
  column->setSpacing(px(4));
  auto* words = new QHBoxLayout;
  m_what = new LiveLabel(TextRole::BodyBold, Qt::AlignLeading, this);
  m_what->setObjectName(QStringLiteral("loadingWhat"));
  m_amount = new LiveLabel(TextRole::Body, Qt::AlignTrailing, this);
  m_amount->setObjectName(QStringLiteral("loadingAmount"));
  words->addWidget(m_what, 1);
  words->addWidget(m_amount, 1);
  column->addLayout(words);
  m_bar = new QProgressBar(this);
  m_bar->setObjectName(QStringLiteral("loadingBar"));
  m_bar->setFixedHeight(px(8));
  m_bar->setTextVisible(false);
  column->addWidget(m_bar);
  m_note = new TextLabel(TextRole::Small, this);
  m_note->setObjectName(QStringLiteral("loadingNote"));
  m_note->setColor(ColorRole::Muted);
  column->addWidget(m_note);
  row->addLayout(column, 1);
  m_cancel = makeButton(tr("Cancel"), Icon::Close, this);
  m_cancel->setObjectName(QStringLiteral("loadingCancel"));
  m_cancel->setToolTip(tr("Cancel (Esc)"));
  connect(m_cancel, &QPushButton::clicked, this, &LoadingState::cancelRequested);
  row->addWidget(m_cancel, 0, Qt::AlignVCenter);
  body()->addLayout(row);
}

void LoadingState::setProgress(const QString& what, qint64 done, qint64 total) {
  m_what->setText(what);
  const QLocale locale;
  m_counted =
      total > 0 ? tr("%1 of %2").arg(locale.toString(done), locale.toString(total)) : QString();
  // The bar counts thousandths, because a QProgressBar counts in int.
  m_bar->setRange(0, 1000);
  m_bar->setValue(
      total > 0 ? static_cast<int>(1000.0 * static_cast<double>(done) / static_cast<double>(total))
                : 0);
  // A name for each file, not for each of its rows.
  if (accessibleName() != what) {
    m_bar->setAccessibleName(what);
    setAccessibleName(what);
  }
  showAmount();
}

void LoadingState::setTimeLeft(const QString& text) {
  m_timeLeft = text;
  showAmount();
}

void LoadingState::setNote(const QString& text) {
  m_note->setText(text);
}

void LoadingState::showAmount() {
  const bool both = !m_counted.isEmpty() && !m_timeLeft.isEmpty();
  m_amount->setText(both ? tr("%1, %2").arg(m_counted, m_timeLeft) : m_counted + m_timeLeft);
}

ErrorState::ErrorState(QWidget* parent) : Card(parent) {
  setObjectName(QStringLiteral("errorState"));
  setLeadingBar(Tone::Fail);
  auto* row = new QHBoxLayout;
  row->setSpacing(px(16));
  auto* mark = new MarkWidget(32, this);
  mark->setMark(Mark::Failed);
  row->addWidget(mark, 0, Qt::AlignTop);
  auto* column = new QVBoxLayout;
  column->setSpacing(px(8));
  m_heading = new TextLabel(TextRole::PageTitle, this);
  m_heading->setObjectName(QStringLiteral("errorHeading"));
  m_heading->setWordWrap(true);
  m_sentence = new SentenceLabel(TextRole::Panel, this);
  m_sentence->setObjectName(QStringLiteral("errorSentence"));
  m_places = new QWidget(this);
  m_places->setObjectName(QStringLiteral("errorPlaces"));
  m_meaning = new SentenceLabel(TextRole::Body, this);
  m_meaning->setObjectName(QStringLiteral("errorMeaning"));
  column->addWidget(m_heading);
  column->addWidget(m_sentence);
  column->addWidget(m_places);
  column->addWidget(m_meaning);
  auto* buttons = new QHBoxLayout;
  buttons->setSpacing(px(10));
  m_first = makePrimaryButton(QString(), Icon::Import, this);
  m_first->setObjectName(QStringLiteral("errorRetry"));
  m_second = makeButton(tr("Another way out"), Icon::Back, this);
  m_second->setObjectName(QStringLiteral("errorSecond"));
  QPushButton* copy = makeFlatButton(tr("Copy message"), Icon::Copy, this);
  copy->setObjectName(QStringLiteral("errorCopy"));
  QPushButton* close = makeButton(tr("Close message"), Icon::Close, this);
  close->setObjectName(QStringLiteral("errorClose"));
  for (QPushButton* button : {m_first, m_second, close, copy}) buttons->addWidget(button);
  buttons->addStretch(1);
  column->addLayout(buttons);
  row->addLayout(column, 1);
  body()->addLayout(row);
  setWaysOut(tr("Import other files…"));
  connect(m_first, &QPushButton::clicked, this, &ErrorState::retryRequested);
  connect(m_second, &QPushButton::clicked, this, &ErrorState::secondRequested);
  connect(close, &QPushButton::clicked, this, &ErrorState::dismissed);
  connect(copy, &QPushButton::clicked, this,
          [this] { QGuiApplication::clipboard()->setText(m_text); });
}

void ErrorState::setWaysOut(const QString& first, const QString& second) {
  m_first->setText(first);
  m_first->setAccessibleName(first);
  m_second->setVisible(!second.isEmpty());
  if (second.isEmpty()) return;
  m_second->setText(second);
  m_second->setAccessibleName(second);
}

void ErrorState::setError(const QString& heading, const QString& sentence,
                          const QList<ErrorPlace>& places, const QString& meaning) {
  m_heading->setText(heading);
  m_sentence->setSentence(sentence);
  m_meaning->setSentence(meaning);
  m_meaning->setVisible(!meaning.isEmpty());
  setAccessibleName(heading);
  m_text = heading + QLatin1Char('\n') + SentenceLabel::toPlain(sentence);

  delete m_places->layout();
  qDeleteAll(m_places->findChildren<QWidget*>(Qt::FindDirectChildrenOnly));
  auto* grid = new QGridLayout(m_places);
  grid->setContentsMargins(0, 0, 0, 0);
  grid->setHorizontalSpacing(px(24));
  grid->setVerticalSpacing(px(4));
  const std::pair<QString, QString ErrorPlace::*> columns[] = {
      {tr("Where"), &ErrorPlace::where},
      {tr("What is wrong"), &ErrorPlace::problem},
      {tr("Found"), &ErrorPlace::found},
      {tr("Expected"), &ErrorPlace::expected}};
  int column = 0;
  for (const auto& [head, member] : columns) {
    const bool said =
        std::any_of(places.begin(), places.end(),
                    [member = member](const auto& place) { return !(place.*member).isEmpty(); });
    if (!said) continue;
    auto* title = new TextLabel(TextRole::Small, head, m_places);
    title->setColor(ColorRole::Muted);
    grid->addWidget(title, 0, column);
    const bool bytes = member == &ErrorPlace::found;
    for (int i = 0; i < places.size(); ++i) {
      auto* cell =
          new TextLabel(bytes ? TextRole::Mono : TextRole::Body, places[i].*member, m_places);
      cell->setTextInteractionFlags(Qt::TextSelectableByMouse);
      grid->addWidget(cell, i + 1, column);
    }
    ++column;
  }
  for (const ErrorPlace& place : places) {
    QStringList parts{place.where, place.problem, place.found, place.expected};
    parts.removeAll(QString());
    m_text += QLatin1Char('\n') + parts.join(tr(", ", "between the parts of a list"));
  }
  grid->setColumnStretch(column, 1);
  m_places->setVisible(!places.isEmpty());
}

}  // namespace plumbline
