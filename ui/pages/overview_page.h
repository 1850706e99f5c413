// SPDX-FileCopyrightText: Plumbline contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/pages/figure_saver.h"
#include "ui/pages/page.h"

class QGridLayout;
class QPushButton;
class QStackedLayout;
class QTableWidget;

namespace plumbline {

class AuthorCard;
class Card;
class Chart;
class ClaimList;
class ClaimPicture;
class CompareKeyCard;
class EmptyState;
class EnterClaimCard;
class EvidenceCardRow;
class OpenKeysCard;
class ReadUnderLine;
class RestsOnCard;
class SegmentedControl;
class StatedCard;
class VerdictBlock;

/// Is the claim true? For each claim one answer, one sentence, and the numbers it stands on.
class OverviewPage : public Page {
  Q_OBJECT
 public:
  explicit OverviewPage(QWidget* parent);

  void showAudit(const OpenAudit& audit) override;
  void setCompact(bool compact) override;
  /// The period of the chosen claim, where there are several.
  [[nodiscard]] QString trail() const override;
  [[nodiscard]] QList<QAction*> pageActions() const override;
  void setAskPath(FigureSaver::AskPath ask) { m_saver.setAskPath(std::move(ask)); }

 private:
  /// Whose word the answer waits for or rests on.
  [[nodiscard]] QWidget* makeStanding();
  [[nodiscard]] QWidget* makeWaits();
  [[nodiscard]] QWidget* makeWord();
  void fillStanding();
  void showChosenKey();
  void placeRestsOn();
  /// One button of the page is filled: the answer about a key, else the report.
  void fillOneButton();
  /// Where the answer waits for keys, these come first and the rest stays on its own pages; where
  /// there are several claims, so does what is not about the chosen one.
  void arrange();
  [[nodiscard]] QWidget* makeClaimCard();
  [[nodiscard]] QWidget* makeSide();
  [[nodiscard]] QWidget* makeSignaturesCard();
  [[nodiscard]] QWidget* makeMonthsCard();
  /// Null where nobody claims anything.
  [[nodiscard]] const ClaimVerdict* chosenClaim() const;
  void chooseClaim(int claim);
  /// To the rows behind a part of the chosen claim.
  void openPart(const QString& part);
  /// To whose word counts.
  void openTrust();
  void fillClaim();
  void fillFindings(const AuditResult& audit);
  void fillMonths();
  void showTable(bool table);
  void fitTable();
  void saveClaim();
  void makeClaimActions();
  void updateClaimActions();
  void askForClaim();

  FigureSaver m_saver;
  OpenAudit m_audit;
  QPushButton* m_report = nullptr;
  QAction* m_tableAction;
  QAction* m_enterClaim = nullptr;
  QAction* m_clearClaims = nullptr;
  EmptyState* m_empty = nullptr;
  QWidget* m_body = nullptr;
  QGridLayout* m_grid = nullptr;
  ClaimList* m_claims = nullptr;
  int m_chosen = 0;
  VerdictBlock* m_verdict = nullptr;
  ReadUnderLine* m_readUnder = nullptr;
  QWidget* m_standing = nullptr;
  QVBoxLayout* m_waitsColumn = nullptr;
  QWidget* m_waits = nullptr;  // of m_standing: what the answer waits for
  QWidget* m_word = nullptr;   // of m_standing: the key to compare, and who signed the audit
  OpenKeysCard* m_openKeys = nullptr;
  CompareKeyCard* m_compareKey = nullptr;
  StatedCard* m_stated = nullptr;
  AuthorCard* m_author = nullptr;
  EnterClaimCard* m_enter = nullptr;
  Card* m_claimCard = nullptr;
  QStackedLayout* m_claimStack = nullptr;
  ClaimPicture* m_picture = nullptr;
  QTableWidget* m_table = nullptr;
  QWidget* m_side = nullptr;  // what it rests on, the signatures, the months
  QVBoxLayout* m_sideColumn = nullptr;
  QVBoxLayout* m_wordColumn = nullptr;
  RestsOnCard* m_restsOn = nullptr;  // in m_side, or beside the keys that the answer waits for
  QList<EvidenceCardRow*> m_evidence;
  Card* m_signatures = nullptr;
  Card* m_findings = nullptr;
  Card* m_months = nullptr;
  Chart* m_chart = nullptr;
  QWidget* m_noMonths = nullptr;
};

}  // namespace plumbline
