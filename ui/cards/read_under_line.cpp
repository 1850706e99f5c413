// SPDX-FileCopyrightText: Plumbline contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/cards/read_under_line.h"

#include <QHBoxLayout>

#include "ui/theme/buttons.h"
#include "ui/theme/labels.h"
#include "ui/theme/typography.h"
#include "ui/words/format.h"
#include "ui/words/ground_words.h"

namespace plumbline {

ReadUnderLine::ReadUnderLine(QWidget* parent)
    : QWidget(parent), m_words(new SentenceLabel(TextRole::Small, this)) {
  setObjectName(QStringLiteral("readUnder"));
  auto* row = new QHBoxLayout(this);
  row->setContentsMargins(px(2), 0, px(2), 0);
  row->setSpacing(px(12));
  m_words->setObjectName(QStringLiteral("readUnderWords"));
  m_words->setColor(ColorRole::Muted);
  row->addWidget(m_words, 1);
  const auto add = [&](const QString& text, const QString& spoken, const QString& name) {
    auto* link = new LinkButton(text, this);
    link->setObjectName(name);
    link->setAccessibleName(spoken);
    link->setFont(plumbline::font(TextRole::Small));
    row->addWidget(link, 0, Qt::AlignVCenter);
    return link;
  };
  connect(add(tr("Code lists…"), tr("Choose the code lists it is read under"),
              QStringLiteral("readUnderTables")),
          &LinkButton::clicked, this, &ReadUnderLine::tablesRequested);
  connect(add(tr("Names…"), tr("Choose which names are one"), QStringLiteral("readUnderNames")),
          &LinkButton::clicked, this, &ReadUnderLine::namesRequested);
  connect(add(tr("Whose word counts…"), tr("Choose whose word counts"),
              QStringLiteral("readUnderKeys")),
          &LinkButton::clicked, this, &ReadUnderLine::keysRequested);
}

void ReadUnderLine::setClaim(const AuditResult& audit, const ClaimVerdict& claim) {
  const QString said =
      QStringList{formatPeriod(claim.start, claim.end), words::planWords(audit.plan),
                  words::tablesWords(audit.reference), words::lensWords(claim, audit.standing)}
          .join(QStringLiteral(" · "));
  m_words->setSentence(tr("**Read under** %1").arg(said));
  setAccessibleName(SentenceLabel::toPlain(m_words->sentence()));
}

}  // namespace plumbline
