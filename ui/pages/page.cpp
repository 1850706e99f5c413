// SPDX-FileCopyrightText: Plumbline contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/pages/page.h"

#include <QAction>
#include <QHBoxLayout>
#include <QScrollArea>
#include <QVBoxLayout>

#include "ui/pages/page_entry.h"
#include "ui/theme/labels.h"
#include "ui/theme/typography.h"

namespace plumbline {

Page::Page(const PageEntry& entry, Body body, QWidget* parent) : QWidget(parent), m_id(entry.id) {
  const QString title = titleOf(entry);
  setAccessibleName(title);
  auto* outer = new QVBoxLayout(this);
  outer->setContentsMargins(0, 0, 0, 0);
  auto* inner = new QWidget(this);
  inner->setObjectName(QStringLiteral("pageBody"));
  m_column = new QVBoxLayout(inner);
  m_column->setSpacing(px(16));

  auto* row = new QWidget(inner);
  row->setObjectName(QStringLiteral("titleRow"));
  row->setFixedHeight(px(32));
  m_titleRow = new QHBoxLayout(row);
  m_titleRow->setContentsMargins(0, 0, 0, 0);
  m_titleRow->setSpacing(px(16));
  m_title = new TextLabel(TextRole::PageTitle, title, row);
  m_title->setObjectName(QStringLiteral("pageTitle"));
  m_subtitle = new TextLabel(TextRole::Body, row);
  m_subtitle->setObjectName(QStringLiteral("pageSubtitle"));
  m_subtitle->setColor(ColorRole::Muted);
  m_subtitle->setElided(true);
  m_titleRow->addWidget(m_title);
  m_titleRow->addWidget(m_subtitle, 1);
  m_column->addWidget(row);

  m_content = new QVBoxLayout;
  m_content->setSpacing(px(16));
  m_column->addLayout(m_content, 1);
  if (body == Body::Fills) {
    outer->addWidget(inner);
  } else {
    auto* scroll = new QScrollArea(this);
    scroll->setObjectName(QStringLiteral("pageScroll"));
    scroll->setAccessibleName(title);
    scroll->setFrameShape(QFrame::NoFrame);
    scroll->setWidgetResizable(true);
    scroll->setHorizontalScrollBarPolicy(Qt::ScrollBarAsNeeded);
    scroll->setFocusPolicy(Qt::NoFocus);
    scroll->setWidget(inner);
    outer->addWidget(scroll);
  }
  applyMargins();
}

QString Page::title() const {
  return m_title->text();
}

void Page::openItem(const QString&) {}

QString Page::trail() const {
  return {};
}

QList<QAction*> Page::pageActions() const {
  return {};
}

void Page::setCompact(bool compact) {
  m_compact = compact;
  applyMargins();
}

void Page::setSubtitle(const QString& text) {
  m_subtitle->setText(text);
}

void Page::addTitleWidget(QWidget* widget) {
  m_titleRow->addWidget(widget);
}

void Page::applyMargins() {
  const int side = px(m_compact ? 16 : 24);
  m_column->setContentsMargins(side, side, side, side);
}

}  // namespace plumbline
