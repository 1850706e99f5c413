// SPDX-FileCopyrightText: Plumbline contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QWidget>

#include "ui/pages/recent_audits.h"

class QHBoxLayout;
class QVBoxLayout;

namespace plumbline {

class Card;
class GlossarySearch;

/// What the program is for and the ways in: the sample, a shared audit, files, a drop.
class StartPage : public QWidget {
  Q_OBJECT
 public:
  explicit StartPage(QWidget* parent = nullptr);
  void setRecent(const QList<RecentAudit>& audits);
  void setCompact(bool compact);
  [[nodiscard]] GlossarySearch* glossarySearch() const { return m_glossary; }

 Q_SIGNALS:
  void sampleRequested();
  void openRequested();
  void importRequested();
  void caseRequested();
  void recentChosen(const QString& workspace);
  /// Of one that is not there any more: the user knows where it went; or wants it off the list.
  void recentSought(const QString& workspace);
  void recentRemoved(const QString& workspace);

 private:
  [[nodiscard]] QWidget* makeHead();
  [[nodiscard]] QWidget* makeSteps();
  [[nodiscard]] QWidget* makeWaysIn();
  [[nodiscard]] QWidget* makeSide();
  [[nodiscard]] QWidget* makeGoneLinks(const RecentAudit& audit);

  Card* m_recent = nullptr;
  GlossarySearch* m_glossary = nullptr;
  QWidget* m_side = nullptr;
  QWidget* m_drop = nullptr;
  QHBoxLayout* m_middle = nullptr;
  QVBoxLayout* m_column = nullptr;
};

}  // namespace plumbline
