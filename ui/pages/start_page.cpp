// SPDX-FileCopyrightText: Plumbline contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/pages/start_page.h"

#include <QHBoxLayout>
#include <QPainter>
#include <QPainterPath>
#include <QScrollArea>
#include <QVBoxLayout>

#include "ui/pages/start_widgets.h"
#include "ui/theme/buttons.h"
#include "ui/theme/card.h"
#include "ui/theme/evidence_rows.h"
#include "ui/theme/labels.h"
#include "ui/theme/layout_tools.h"

namespace plumbline {

namespace {

/// The program's own mark: the plumb line.
class PlumbLine : public QWidget {
 public:
  explicit PlumbLine(QWidget* parent) : QWidget(parent) { setFixedSize(px(40), px(44)); }

 protected:
  void paintEvent(QPaintEvent*) override {
    QPainter painter(this);
    painter.setRenderHint(QPainter::Antialiasing);
    painter.scale(pxF(1), pxF(1));
    const QColor ink = roles()[ColorRole::Accent];
    painter.setPen(QPen(ink, 2));
    painter.drawLine(QPointF(8, 6), QPointF(32, 6));
    painter.drawLine(QPointF(20, 6), QPointF(20, 26));
    QPainterPath bob;
    bob.addPolygon(QPolygonF({{12.5, 26}, {27.5, 26}, {20, 41}}));
    bob.closeSubpath();
    painter.fillPath(bob, ink);
  }
};

/// A number in a ring.
class StepNumber : public QWidget {
 public:
  StepNumber(int number, QWidget* parent) : QWidget(parent), m_number(number) {
    setFixedSize(px(24), px(24));
  }

 protected:
  void paintEvent(QPaintEvent*) override {
    QPainter painter(this);
    painter.setRenderHint(QPainter::Antialiasing);
    const QColor ink = roles()[ColorRole::Accent];
    painter.setPen(QPen(ink, pxF(1.5)));
    painter.drawEllipse(QRectF(rect()).adjusted(1.5, 1.5, -1.5, -1.5));
    painter.setFont(plumbline::font(TextRole::BodyBold));
    painter.drawText(rect(), Qt::AlignCenter, QString::number(m_number));
  }

 private:
  int m_number;
};

}  // namespace

StartPage::StartPage(QWidget* parent) : QWidget(parent) {
  setObjectName(QStringLiteral("startPage"));
  setAccessibleName(tr("Start"));
  auto* outer = new QVBoxLayout(this);
  outer->setContentsMargins(0, 0, 0, 0);
  auto* scroll = new QScrollArea(this);
  scroll->setObjectName(QStringLiteral("startScroll"));
  scroll->setAccessibleName(tr("Start"));
  scroll->setFrameShape(QFrame::NoFrame);
  scroll->setWidgetResizable(true);
  scroll->setFocusPolicy(Qt::NoFocus);
  outer->addWidget(scroll);
  auto* canvas = new QWidget(scroll);
  canvas->setObjectName(QStringLiteral("startCanvas"));
  scroll->setWidget(canvas);
  m_middle = new QHBoxLayout(canvas);
  auto* sheet = new QWidget(canvas);
  sheet->setObjectName(QStringLiteral("startSheet"));
  sheet->setMaximumWidth(px(1040));
  m_middle->addStretch(1);
  m_middle->addWidget(sheet, 1000);
  m_middle->addStretch(1);

  m_column = new QVBoxLayout(sheet);
  QVBoxLayout* column = m_column;
  column->setContentsMargins(0, 0, 0, 0);
  column->addStretch(2);
  column->addWidget(makeHead());
  column->addWidget(makeSteps());
  auto* row = new QHBoxLayout;
  row->setSpacing(px(16));
  row->addWidget(makeWaysIn(), 1);
  m_side = makeSide();
  row->addWidget(m_side);
  column->addLayout(row);
  column->addStretch(3);
  setFocusPolicy(Qt::ClickFocus);
  setProperty("ownFocus", true);
  setRecent({});
  setCompact(false);
}

QWidget* StartPage::makeHead() {
  auto* head = new QWidget(this);
  auto* row = new QHBoxLayout(head);
  row->setContentsMargins(0, 0, 0, 0);
  row->setSpacing(px(16));
  row->addWidget(new PlumbLine(head));
  auto* words = new QVBoxLayout;
  words->setSpacing(0);
  words->addWidget(new TextLabel(TextRole::Verdict, tr("Plumbline"), head));
  words->addWidget(new TextLabel(
      TextRole::Body, tr("Shows whether a plant’s “net-zero waste” claim stands straight."), head));
  row->addLayout(words, 1);
  return head;
}

QWidget* StartPage::makeSteps() {
  auto* card = new Card(this);
  card->setObjectName(QStringLiteral("stepsCard"));
  card->setAccessibleName(tr("Three steps"));
  auto* row = new QHBoxLayout;
  row->setSpacing(px(24));
  row->setContentsMargins(px(8), px(4), px(8), 0);
  const std::pair<QString, QString> steps[] = {
      {tr("Import"), tr("Bring in what the parties signed.")},
      {tr("Trust"), tr("Say whose keys you know. Unknown is fine.")},
      {tr("Read the verdict"), tr("Claimed, confirmed, unaccounted, and why.")}};
  int number = 0;
  for (const auto& [title, explanation] : steps) {
    auto* step = new QHBoxLayout;
    step->setSpacing(px(12));
    step->addWidget(new StepNumber(++number, card), 0, Qt::AlignTop);
    auto* words = new QVBoxLayout;
    words->setSpacing(0);
    words->addWidget(new TextLabel(TextRole::BodyBold, title, card));
    auto* line = new TextLabel(TextRole::Body, explanation, card);
    line->setColor(ColorRole::Muted);
    line->setWordWrap(true);
    words->addWidget(line);
    words->addStretch(1);
    step->addLayout(words, 1);
    row->addLayout(step, 1);
  }
  card->body()->addLayout(row);
  return card;
}

QWidget* StartPage::makeWaysIn() {
  auto* ways = new QWidget(this);
  ways->setObjectName(QStringLiteral("waysIn"));
  auto* column = new QVBoxLayout(ways);
  column->setContentsMargins(0, 0, 0, 0);
  column->setSpacing(px(12));
  auto* sample = new ActionCard(Icon::Star, tr("Open the sample audit"),
                                tr("A made-up plant with 24 months of records. Nothing can break."),
                                true, ways);
  sample->setObjectName(QStringLiteral("openSample"));
  auto* open = new ActionCard(
      Icon::File, tr("Open a shared audit…"),
      tr("A .plumb file somebody sent you. Every signature is checked first."), false, ways);
  open->setObjectName(QStringLiteral("openAudit"));
  auto* files =
      new ActionCard(Icon::Import, tr("Import files…"),
                     tr("CSV, XLSX, JSON or signed publications, as you have them."), false, ways);
  files->setObjectName(QStringLiteral("importFiles"));
  auto* cases = new ActionCard(Icon::Rows, tr("Try a public case…"),
                               tr("Files that others published. How they are read is known here."), false,
                               ways);
  cases->setObjectName(QStringLiteral("tryCase"));
  connect(sample, &ActionCard::clicked, this, &StartPage::sampleRequested);
  connect(open, &ActionCard::clicked, this, &StartPage::openRequested);
  connect(files, &ActionCard::clicked, this, &StartPage::importRequested);
  connect(cases, &ActionCard::clicked, this, &StartPage::caseRequested);
  for (ActionCard* card : {sample, open, files, cases}) column->addWidget(card);
  m_drop = new DropArea(ways);
  column->addWidget(m_drop, 1);
  return ways;
}

QWidget* StartPage::makeSide() {
  auto* side = new QWidget(this);
  side->setObjectName(QStringLiteral("startSide"));
  side->setFixedWidth(px(432));
  auto* column = new QVBoxLayout(side);
  column->setContentsMargins(0, 0, 0, 0);
  column->setSpacing(px(16));
  m_recent = new Card(tr("Recent audits"), side);
  m_recent->setObjectName(QStringLiteral("recentAudits"));
  m_recent->setFlush(true);
  column->addWidget(m_recent);
  auto* meaning = new Card(tr("What does it mean?"), side);
  meaning->setObjectName(QStringLiteral("glossaryCard"));
  m_glossary = new GlossarySearch(meaning);
  meaning->body()->addWidget(m_glossary);
  meaning->setMinimumHeight(px(160));
  column->addWidget(meaning, 1);
  return side;
}

void StartPage::setRecent(const QList<RecentAudit>& audits) {
  clearLayout(m_recent->body());
  constexpr int kShown = 3;
  for (const RecentAudit& audit : audits.mid(0, kShown)) {
    auto* row = new RecentRow(audit, m_recent);
    row->setObjectName(QStringLiteral("recentRow"));
    connect(row, &RecentRow::clicked, this,
            [this, workspace = audit.workspace] { Q_EMIT recentChosen(workspace); });
    if (m_recent->body()->count() > 0) m_recent->body()->addWidget(new Separator(m_recent));
    m_recent->body()->addWidget(row);
    if (audit.gone) m_recent->body()->addWidget(makeGoneLinks(audit));
  }
  if (audits.isEmpty()) {
    auto* none =
        new TextLabel(TextRole::Body, tr("None yet. What you open appears here."), m_recent);
    none->setObjectName(QStringLiteral("noRecent"));
    none->setColor(ColorRole::Muted);
    none->setContentsMargins(px(16), px(12), px(16), px(14));
    m_recent->body()->addWidget(none);
  }
}

QWidget* StartPage::makeGoneLinks(const RecentAudit& audit) {
  auto* links = new QWidget(m_recent);
  auto* row = new QHBoxLayout(links);
  row->setContentsMargins(px(44), 0, px(16), px(8));
  row->setSpacing(px(16));
  auto* find = new LinkButton(tr("Find…"), links);
  find->setObjectName(QStringLiteral("recentFind"));
  find->setAccessibleName(tr("Find %1").arg(audit.title));
  auto* remove = new LinkButton(tr("Remove"), links);
  remove->setObjectName(QStringLiteral("recentRemove"));
  remove->setAccessibleName(tr("Remove %1 from the list").arg(audit.title));
  connect(find, &LinkButton::clicked, this,
          [this, workspace = audit.workspace] { Q_EMIT recentSought(workspace); });
  connect(remove, &LinkButton::clicked, this,
          [this, workspace = audit.workspace] { Q_EMIT recentRemoved(workspace); });
  row->addWidget(find);
  row->addWidget(remove);
  row->addStretch(1);
  return links;
}

void StartPage::setCompact(bool compact) {
  m_side->setFixedWidth(px(compact ? 368 : 432));
  m_drop->setMinimumHeight(px(compact ? 80 : 160));
  m_column->setSpacing(px(compact ? 16 : 24));
  const int side = px(compact ? 40 : 16);
  const int edge = px(compact ? 8 : 24);
  m_middle->setContentsMargins(side, edge, side, edge);
}

}  // namespace plumbline
