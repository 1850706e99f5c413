// SPDX-FileCopyrightText: Plumbline contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/cards/rests_on_card.h"

#include <QHBoxLayout>
#include <QPainter>

#include "ui/theme/buttons.h"
#include "ui/theme/fills.h"
#include "ui/theme/labels.h"
#include "ui/theme/layout_tools.h"
#include "ui/theme/marks.h"
#include "ui/theme/typography.h"
#include "ui/words/ground_words.h"
#include "ui/words/lists.h"

namespace plumbline {

namespace {

using words::Ground;
using words::GroundLine;

/// 16 x 12, as bars of such figures are drawn; a mark where it is no figure of records.
class GroundSwatch : public QWidget {
 public:
  GroundSwatch(Ground ground, QWidget* parent) : QWidget(parent), m_ground(ground) {
    setFixedSize(px(16), px(20));
  }

 protected:
  void paintEvent(QPaintEvent*) override {
    QPainter painter(this);
    painter.setRenderHint(QPainter::Antialiasing);
    const auto fill = [&](Fill how, Tone tone) {
      paintFill(&painter, QRectF(pxF(0.5), pxF(4), pxF(15), pxF(12)), how, tone, roles(), pxF(1));
    };
    const auto mark = [&](Mark which) { paintMark(&painter, QRect(0, px(2), px(16), px(16)), which, roles()); };
    switch (m_ground) {
      case Ground::Vouched:
        return fill(Fill::Solid, Tone::Pass);
      case Ground::OnWord:
        return fill(Fill::Open, Tone::Pass);
      case Ground::Said:
        return fill(Fill::Open, Tone::Info);
      case Ground::Stated:
        return fill(Fill::Dashed, Tone::Info);
      case Ground::KeptOut:
        return mark(Mark::Differs);
      case Ground::Missing:
        return mark(Mark::CannotTell);
      case Ground::Check:
      case Ground::Complete:
        break;
    }
  }

 private:
  Ground m_ground;
};

QString spokenOf(const GroundLine& line) {
  QStringList parts{line.figure, line.note};
  parts.removeAll(QString());
  return QStringLiteral("%1: %2").arg(line.name, words::listed(parts));
}

}  // namespace

RestsOnCard::RestsOnCard(QWidget* parent) : Card(tr("What it rests on"), parent) {
  setObjectName(QStringLiteral("restsOnCard"));
  setNote(tr("Whole audit"));
  setLink(tr("Keys and trust…"), tr("What it rests on: keys and trust"));
  body()->setSpacing(px(2));
}

void RestsOnCard::setAudit(const AuditResult& audit, bool withChecks) {
  clearLayout(body());
  for (const GroundLine& line : words::groundLines(audit, withChecks)) {
    const bool missing = line.ground == Ground::Missing && !line.note.isEmpty();
    auto* row = new QWidget(this);
    row->setObjectName(QStringLiteral("groundLine"));
    row->setAccessibleName(spokenOf(line));
    auto* across = new QHBoxLayout(row);
    across->setContentsMargins(0, 0, 0, 0);
    across->setSpacing(px(8));
    across->addWidget(new GroundSwatch(line.ground, row), 0, Qt::AlignTop);
    auto* name = new TextLabel(TextRole::Body, line.name, row);
    name->setElided(true);
    across->addWidget(name);
    auto* note = new TextLabel(TextRole::Small, missing ? QString() : line.note, row);
    note->setColor(ColorRole::Muted);
    note->setElided(true);
    // What is left beside name and figure: it gives way first.
    note->setSizePolicy(QSizePolicy::Ignored, QSizePolicy::Preferred);
    across->addWidget(note, 1);
    if (missing) {
      auto* link = new LinkButton(line.figure, row);
      link->setObjectName(QStringLiteral("openMissing"));
      link->setAccessibleName(tr("%1. Open Evidence").arg(spokenOf(line)));
      connect(link, &LinkButton::clicked, this, &RestsOnCard::missingRequested);
      across->addWidget(link);
    } else {
      across->addWidget(new TextLabel(TextRole::BodyBold, line.figure, row));
    }
    body()->addWidget(row);
    if (!missing) continue;
    auto* names = new SentenceLabel(TextRole::Small, this);
    names->setObjectName(QStringLiteral("missingNames"));
    names->setColor(ColorRole::Muted);
    names->setSentence(line.note);
    names->setContentsMargins(px(24), 0, 0, 0);
    body()->addWidget(names);
  }
}

}  // namespace plumbline
