// SPDX-FileCopyrightText: Plumbline contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/pages/figure_saver.h"
#include "ui/pages/page.h"

class QGridLayout;
class QPushButton;

namespace plumbline {

class BeliefView;
class Card;
class CountTabs;
class EmptyState;
class EvidencePageRow;
class FilesView;
class LinkButton;
class LogTimeline;
class QuarantineCard;
class SentenceLabel;
class SplitViewCard;
class TextLabel;
class TracksView;
class UnsignedFilesCard;

/// Who said it, and has it changed since? Five questions, the publications in time, the keys.
class EvidencePage : public Page {
  Q_OBJECT
 public:
  explicit EvidencePage(QWidget* parent);

  void showAudit(const OpenAudit& audit) override;
  void openItem(const QString& item) override;
  /// "why" and "why/<subject>" (BeliefView::choose) show the chains of reasons, "all-files" the list
  /// of the files, "tracks" where the devices ended.
  [[nodiscard]] QString trail() const override;
  void setCompact(bool compact) override;

 private:
  [[nodiscard]] QWidget* makeRows();
  [[nodiscard]] QWidget* makeProblems();
  [[nodiscard]] QWidget* makeTimeline();
  [[nodiscard]] QWidget* makeKeys();
  [[nodiscard]] QWidget* makeWord();
  void fillKeys();
  void followStep(std::size_t question);
  void askWhy(const QString& subject);
  void showTabs();
  void showParts();
  void showDifference();

  FigureSaver m_saver;
  OpenAudit m_audit;
  EmptyState* m_empty = nullptr;
  QWidget* m_body = nullptr;
  BeliefView* m_why = nullptr;
  FilesView* m_files = nullptr;
  CountTabs* m_tabs = nullptr;
  TracksView* m_tracks = nullptr;
  QPushButton* m_back = nullptr;
  QPushButton* m_allFiles = nullptr;
  QString m_item;  // what the window asked to be shown
  SplitViewCard* m_split = nullptr;
  UnsignedFilesCard* m_unsigned = nullptr;
  QuarantineCard* m_quarantine = nullptr;
  Card* m_rowsCard = nullptr;
  QList<EvidencePageRow*> m_rows;
  Card* m_problemsCard = nullptr;
  SentenceLabel* m_problems = nullptr;
  Card* m_timelineCard = nullptr;
  LogTimeline* m_timeline = nullptr;
  QWidget* m_keys = nullptr;
  QWidget* m_word = nullptr;  // on whose word the audit is read, and the way back
  SentenceLabel* m_wordSaid = nullptr;
  QGridLayout* m_keyGrid = nullptr;
  LinkButton* m_allKeys = nullptr;
  bool m_showAllKeys = false;
};

}  // namespace plumbline
