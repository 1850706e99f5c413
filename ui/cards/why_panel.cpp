// SPDX-FileCopyrightText: Plumbline contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/cards/why_panel.h"

#include <QBoxLayout>
#include <QClipboard>
#include <QGridLayout>
#include <QGuiApplication>
#include <QPushButton>
#include <QScrollArea>

#include "ui/cards/formula_block.h"
#include "ui/cards/link_request.h"
#include "ui/cards/note_box.h"
#include "ui/charts/severity_marks.h"
#include "ui/tables/comparison_table.h"
#include "ui/theme/components.h"
#include "ui/theme/plain_tip.h"
#include "ui/words/finding_text.h"
#include "ui/words/operation_words.h"

namespace plumbline {

namespace {

QPushButton* makeIconButton(Icon which, const QString& name, const QString& keys, QWidget* parent) {
  QPushButton* button = makeButton(QString(), which, parent);
  button->setAccessibleName(name);
  button->setToolTip(plainTip(QStringLiteral("%1 (%2)").arg(name, keys)));
  button->setFixedWidth(px(32));
  return button;
}

}  // namespace

WhyPanel::WhyPanel(QWidget* parent) : Card(parent) {
  setObjectName(QStringLiteral("whyPanel"));
  setAccessibleName(tr("Why this finding is there"));
  setFlush(true);
  body()->addWidget(makeTop());
  body()->addWidget(new Separator(this));
  m_scroll = new QScrollArea(this);
  m_scroll->setObjectName(QStringLiteral("whyScroll"));
  m_scroll->setAccessibleName(tr("Why this finding is there"));
  m_scroll->setFrameShape(QFrame::NoFrame);
  m_scroll->setWidgetResizable(true);
  m_scroll->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
  m_scroll->setWidget(makeBody());
  m_scroll->viewport()->setAutoFillBackground(false);
  m_scroll->widget()->setAutoFillBackground(false);
  body()->addWidget(m_scroll, 1);
  body()->addWidget(new Separator(this));
  body()->addWidget(makeActions());
  showFinding(nullptr, -1, 0);
}

QWidget* WhyPanel::makeTop() {
  auto* top = new QWidget(this);
  top->setObjectName(QStringLiteral("whyTop"));
  auto* row = new QHBoxLayout(top);
  row->setContentsMargins(px(16), px(8), px(16), px(8));
  row->setSpacing(px(8));
  m_title = new TextLabel(TextRole::CardHeading, top);
  m_title->setObjectName(QStringLiteral("whyTitle"));
  m_tag = new Tag(top);
  m_tag->setObjectName(QStringLiteral("whySeverity"));
  m_position = new TextLabel(TextRole::Small, top);
  m_position->setObjectName(QStringLiteral("whyPosition"));
  m_position->setColor(ColorRole::Muted);
  m_previous = makeIconButton(Icon::ChevronUp, tr("Previous finding"), QStringLiteral("P"), top);
  m_previous->setObjectName(QStringLiteral("whyPrevious"));
  m_next = makeIconButton(Icon::ChevronDown, tr("Next finding"), QStringLiteral("N"), top);
  m_next->setObjectName(QStringLiteral("whyNext"));
  connect(m_previous, &QPushButton::clicked, this, [this] { Q_EMIT stepRequested(-1); });
  connect(m_next, &QPushButton::clicked, this, [this] { Q_EMIT stepRequested(1); });
  row->addWidget(m_title);
  row->addWidget(m_tag);
  row->addStretch(1);
  row->addWidget(m_position);
  row->addWidget(m_previous);
  row->addWidget(m_next);
  return top;
}

QWidget* WhyPanel::makeBody() {
  auto* inner = new QWidget(this);
  inner->setObjectName(QStringLiteral("whyBody"));
  auto* column = new QVBoxLayout(inner);
  column->setContentsMargins(px(16), px(12), px(16), px(16));
  column->setSpacing(px(4));
  m_sentence = new SentenceLabel(TextRole::Panel, inner);
  m_sentence->setObjectName(QStringLiteral("whySentence"));
  column->addWidget(m_sentence);
  m_formula = new FormulaBlock(inner);
  column->addSpacing(px(4));
  column->addWidget(m_formula);
  column->addSpacing(px(4));

  auto* grid = new QGridLayout;
  grid->setHorizontalSpacing(px(16));
  grid->setVerticalSpacing(0);
  grid->setColumnMinimumWidth(0, px(96));
  grid->setColumnStretch(1, 1);
  const auto add = [&](int line, const QString& label, const QString& name) {
    auto* caption = new SentenceLabel(TextRole::Body, inner);
    caption->setObjectName(name + QStringLiteral("Label"));
    caption->setColor(ColorRole::Muted);
    caption->setSentence(label);
    grid->addWidget(caption, line, 0);
    auto* value = new SentenceLabel(TextRole::Body, inner);
    value->setObjectName(name);
    caption->setBuddy(value);
    grid->addWidget(value, line, 1);
    if (line == 1) m_toleranceRow = caption;
    return value;
  };
  m_rule = add(0, tr("Rule"), QStringLiteral("whyRule"));
  m_tolerance = add(1, tr("Tolerance"), QStringLiteral("whyTolerance"));
  m_source = add(2, tr("Source"), QStringLiteral("whySource"));
  m_codes = add(3, tr("Codes"), QStringLiteral("whyCodes"));
  m_codesRow = inner->findChild<QWidget*>(QStringLiteral("whyCodesLabel"));
  m_rule->setToolTip(
      plainTip(tr("The letter and number are those of the rule in the list of methods; its source "
                  "stands below.")));
  column->addLayout(grid);

  const auto heading = [&](const QString& text, const QString& name) {
    auto* label = new TextLabel(TextRole::BodyBold, text, inner);
    label->setObjectName(name);
    column->addSpacing(px(8));
    column->addWidget(label);
    return label;
  };
  m_bothSides = heading(QString(), QStringLiteral("whyBothSides"));
  m_comparison = new ComparisonTable(inner);
  column->addWidget(m_comparison);
  m_causesHeading =
      heading(tr("Harmless causes to rule out first"), QStringLiteral("whyCausesHeading"));
  m_causes = new SentenceLabel(TextRole::Body, inner);
  m_causes->setObjectName(QStringLiteral("whyCauses"));
  column->addWidget(m_causes);
  m_settleHeading = heading(tr("What would settle it"), QStringLiteral("whySettleHeading"));
  m_settle = new SentenceLabel(TextRole::Body, inner);
  m_settle->setObjectName(QStringLiteral("whySettle"));
  column->addWidget(m_settle);
  m_decision = makeDecision(inner);
  column->addWidget(m_decision);
  m_note = new NoteBox(inner);
  connect(m_note, &NoteBox::noteWritten, this, &WhyPanel::noteWritten);
  connect(m_note, &NoteBox::closed, this, &WhyPanel::noteClosed);
  column->addWidget(m_note);
  column->addStretch(1);
  return inner;
}

QWidget* WhyPanel::makeDecision(QWidget* parent) {
  auto* box = new QWidget(parent);
  box->setObjectName(QStringLiteral("whyDecision"));
  auto* column = new QVBoxLayout(box);
  column->setContentsMargins(0, px(8), 0, px(8));
  column->setSpacing(px(6));
  column->addWidget(new TextLabel(TextRole::BodyBold, tr("Do you know more?"), box));
  auto* about = new SentenceLabel(TextRole::Small, box);
  about->setSentence(
      tr("What you decide is signed with your key and told to everybody who opens the audit."));
  column->addWidget(about);
  auto* row = new QHBoxLayout;
  row->setSpacing(px(8));
  for (const auto& [text, name, same] :
       {std::tuple(tr("They are one load…"), "whySame", true),
        std::tuple(tr("They are different loads…"), "whyDifferent", false)}) {
    QPushButton* button = makeButton(text, Icon::Key, box);
    button->setObjectName(QLatin1String(name));
    connect(button, &QPushButton::clicked, this, [this, same = same] { Q_EMIT linkDecided(same); });
    row->addWidget(button);
  }
  row->addStretch(1);
  column->addLayout(row);
  return box;
}

QWidget* WhyPanel::makeActions() {
  auto* bar = new QWidget(this);
  bar->setObjectName(QStringLiteral("whyActions"));
  auto* row = new QHBoxLayout(bar);
  row->setContentsMargins(px(16), px(12), px(16), px(12));
  row->setSpacing(px(8));
  m_rows = makePrimaryButton(tr("Show rows"), Icon::Rows, bar);
  m_rows->setObjectName(QStringLiteral("whyShowRows"));
  m_rows->setShortcut(QKeySequence(Qt::CTRL | Qt::Key_Return));
  m_rows->setToolTip(tr("Show rows (Ctrl+Enter)"));
  m_addNote = makeButton(tr("Add note"), Icon::Note, bar);
  m_addNote->setObjectName(QStringLiteral("whyNote"));
  m_acknowledge = makeButton(tr("Acknowledge"), Icon::Check, bar);
  m_acknowledge->setObjectName(QStringLiteral("whyAcknowledge"));
  m_acknowledge->setCheckable(true);
  connect(m_addNote, &QPushButton::clicked, this, &WhyPanel::editNote);
  connect(m_acknowledge, &QPushButton::clicked, this, &WhyPanel::acknowledgeRequested);
  m_copy = makeFlatButton(tr("Copy as text"), Icon::Copy, bar);
  m_copy->setObjectName(QStringLiteral("whyCopy"));
  connect(m_rows, &QPushButton::clicked, this, &WhyPanel::rowsRequested);
  connect(m_copy, &QPushButton::clicked, this, &WhyPanel::copyText);
  row->addWidget(m_rows);
  row->addWidget(m_addNote);
  row->addWidget(m_acknowledge);
  row->addWidget(m_copy);
  row->addStretch(1);
  return bar;
}

void WhyPanel::showFinding(const Finding* finding, int position, int count) {
  const bool chosen = finding != nullptr;
  for (QWidget* widget :
       {static_cast<QWidget*>(m_tag), static_cast<QWidget*>(m_formula), m_scroll->widget()}) {
    widget->setVisible(chosen);
  }
  m_previous->setEnabled(count > 0 && position != 0);
  m_next->setEnabled(count > 0 && position + 1 < count);
  m_rows->setEnabled(chosen && !finding->records.empty());
  m_copy->setEnabled(chosen);
  m_position->setText(chosen ? tr("Finding %1 of %2").arg(position + 1).arg(count) : QString());
  m_finding = chosen ? QString::fromStdString(finding->id) : QString();
  if (!chosen) {
    m_text.clear();
    m_title->setText(count > 0 ? tr("Choose a finding") : tr("No findings"));
    return;
  }
  m_rows->setToolTip(finding->records.empty()
                         ? tr("This finding names no single rows: it was computed from all of them")
                         : tr("Show rows (Ctrl+Enter)"));
  m_text = words::wholeText(*finding);
  m_title->setText(words::panelTitle(*finding));
  m_tag->setTag(markOf(finding->severity), words::severityWord(*finding));
  m_sentence->setSentence(words::markedSentence(*finding));
  m_formula->setFormula(words::formula(*finding), toneOf(markOf(finding->severity)));
  fillRule(*finding);
  const QString codes = words::operationsOf(*finding);
  m_codes->setSentence(codes);
  for (QWidget* widget : {static_cast<QWidget*>(m_codes), m_codesRow})
    widget->setVisible(!codes.isEmpty());
  m_bothSides->setText(words::comparisonTitle(*finding));
  m_bothSides->setVisible(!finding->comparison.empty());
  m_comparison->showFinding(*finding);
  m_decision->setVisible(linkOf(*finding).has_value());
  fillCauses(*finding);
  m_scroll->ensureVisible(0, 0);
}

void WhyPanel::showNote(const FindingNote& note, bool canKeep) {
  const bool possible = canKeep && !m_finding.isEmpty();
  m_note->showNote(m_finding, note);
  m_addNote->setText(note.text.empty() ? tr("Add note") : tr("Change note"));
  m_acknowledge->setText(note.acknowledged ? tr("Acknowledged") : tr("Acknowledge"));
  m_acknowledge->setChecked(note.acknowledged);
  for (QPushButton* button : {m_addNote, m_acknowledge}) {
    button->setEnabled(possible);
    button->setAccessibleName(button->text());
  }
  const QString why = tr("This audit has no workspace in which notes could be kept");
  m_addNote->setToolTip(plainTip(canKeep ? tr("%1 (Ctrl+M)").arg(m_addNote->text()) : why));
  m_acknowledge->setToolTip(
      plainTip(!canKeep            ? why
               : note.acknowledged ? tr("Take the acknowledgement back (Ctrl+D)")
                                   : tr("Mark as seen; it still counts in the verdict (Ctrl+D)")));
}

void WhyPanel::editNote() {
  if (!m_addNote->isEnabled()) return;
  m_note->edit();
  // The editor has its place only once the layout was made again.
  QMetaObject::invokeMethod(
      m_scroll, [this] { m_scroll->ensureWidgetVisible(m_note); }, Qt::QueuedConnection);
}

void WhyPanel::fillRule(const Finding& finding) {
  m_rule->setSentence(words::ruleTitle(finding.rule));
  const QString tolerance = words::toleranceText(finding);
  m_tolerance->setSentence(tolerance);
  m_tolerance->setVisible(!tolerance.isEmpty());
  m_toleranceRow->setVisible(!tolerance.isEmpty());
  m_source->setSentence(words::ruleSource(finding.rule));
}

void WhyPanel::fillCauses(const Finding& finding) {
  QStringList lines = words::harmlessCauses(finding.rule);
  m_causesHeading->setVisible(!lines.isEmpty());
  m_causes->setVisible(!lines.isEmpty());
  for (qsizetype i = 0; i < lines.size(); ++i) {
    lines[i] = QStringLiteral("%1. %2").arg(QString::number(i + 1), lines[i]);
  }
  m_causes->setSentence(lines.join(QLatin1Char('\n')));
  const QString settle = words::wouldSettle(finding);
  m_settleHeading->setVisible(!settle.isEmpty());
  m_settle->setVisible(!settle.isEmpty());
  m_settle->setSentence(settle);
}

void WhyPanel::setCompact(bool compact) {
  m_position->setVisible(!compact);
  m_copy->setText(compact ? QString() : tr("Copy as text"));
  m_copy->setToolTip(tr("Copy as text"));
  m_copy->setAccessibleName(tr("Copy as text"));
}

void WhyPanel::copyText() const {
  QGuiApplication::clipboard()->setText(m_text);
}

}  // namespace plumbline
