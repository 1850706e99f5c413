// SPDX-FileCopyrightText: Plumbline contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/pages/overview_page.h"

#include <algorithm>

#include <QAction>
#include <QApplication>
#include <QGridLayout>
#include <QHeaderView>
#include <QPushButton>
#include <QStackedLayout>
#include <QTableWidget>
#include <QVBoxLayout>

#include "ui/cards/author_card.h"
#include "ui/cards/claim_list.h"
#include "ui/cards/compare_key_card.h"
#include "ui/cards/enter_claim_card.h"
#include "ui/cards/finding_line.h"
#include "ui/cards/open_keys_card.h"
#include "ui/cards/read_under_line.h"
#include "ui/cards/rests_on_card.h"
#include "ui/cards/stated_card.h"
#include "ui/charts/chart.h"
#include "ui/dialogs/enter_claim_dialog.h"
#include "ui/figures/balance_charts.h"
#include "ui/figures/claim_picture.h"
#include "ui/pages/audit_texts.h"
#include "ui/pages/page_entry.h"
#include "ui/theme/components.h"
#include "ui/theme/layout_tools.h"
#include "ui/words/finding_words.h"
#include "ui/words/format.h"
#include "ui/words/ground_words.h"
#include "ui/words/lists.h"

namespace plumbline {

namespace {

constexpr int kTopFindings = 4;

// The wide line under the title; a narrow window leaves out the names.
QString subtitleOf(const AuditResult& audit, bool compact) {
  const int months = Month::of(Timestamp::milliseconds(audit.end.inMilliseconds() - 1)).index -
                     Month::of(audit.start).index + 1;
  const auto rows = [&](Table table) { return audit.rowCounts[static_cast<std::size_t>(table)]; };
  QStringList parts{OverviewPage::tr("%Ln months", nullptr, plural(months)),
                    OverviewPage::tr("%Ln shipments", nullptr, plural(rows(Table::Shipments)))};
  if (compact) return words::listed(parts);
  parts << OverviewPage::tr("%Ln receipts.", nullptr, plural(rows(Table::Receipts)));
  const QString facts = words::listed(parts);
  const QString plant = words::text(audit.title);
  if (audit.subtitle.empty()) return QStringLiteral("%1. %2").arg(plant, facts);
  return OverviewPage::tr("%1, operated by %2. %3")
      .arg(plant, words::text(audit.subtitle), facts);
}

/// How much it is about; a statistic has a factor and no mass.
QString amountOf(const FindingGroup& group) {
  const Finding& first = *group.findings.front();
  const QString factor = group.findings.size() == 1 ? words::factorOf(first) : QString();
  if (!factor.isEmpty()) return factor;
  if (group.amount == Mass()) return {};
  return group.uncertainty == Mass() ? formatTonnes(group.amount, 1)
                                     : formatTonnesWithin(group.amount, group.uncertainty);
}

/// How many rows, or which time: a balance has a figure for each time.
QString extentOf(const FindingGroup& group) {
  const Finding& first = *group.findings.front();
  const QString period = group.findings.size() == 1 ? words::periodOf(first) : QString();
  if (!period.isEmpty()) return period;
  if (group.rows == 0) return {};
  return OverviewPage::tr("%Ln rows", nullptr, plural(group.rows));
}

/// The months of the balance in the claim's time.
Balance within(const Balance& balance, const ClaimVerdict& claim) {
  Balance part = balance;
  std::erase_if(part.months, [&](const BalanceMonth& month) {
    return month.month.start() < claim.start || claim.end < month.month.end();
  });
  return part;
}

/// Most readers want the worst first, of several the first; what they entered themselves last.
int gravest(const std::vector<ClaimVerdict>& claims) {
  const auto worse = [](const ClaimVerdict& a, const ClaimVerdict& b) {
    if (a.isEntered() != b.isEntered()) return a.isEntered();
    return a.decision < b.decision;
  };
  return static_cast<int>(std::max_element(claims.begin(), claims.end(), worse) - claims.begin());
}

ChartData monthsData(const Balance& balance) {
  ChartData data = unaccountedByMonth(balance);
  data.yCaption = OverviewPage::tr("t per month, whisker 95 %. Open bar: cannot be told from 0 t.");
  return data;
}

}  // namespace

OverviewPage::OverviewPage(QWidget* parent)
    : Page(pages::Overview, Body::Scrolls, parent),
      m_tableAction(new QAction(tr("Claim as &table"), this)) {
  setObjectName(QStringLiteral("overviewPage"));
  m_tableAction->setObjectName(QStringLiteral("actionClaimTable"));
  m_tableAction->setCheckable(true);
  m_tableAction->setShortcut(QKeySequence(tr("Ctrl+T")));
  connect(m_tableAction, &QAction::toggled, this, &OverviewPage::showTable);
  makeClaimActions();

  m_report = makePrimaryButton(tr("Export report"), Icon::Report, this);
  m_report->setObjectName(QStringLiteral("exportReport"));
  connect(m_report, &QPushButton::clicked, this, &Page::reportRequested);
  addTitleWidget(m_report);

  m_empty = new EmptyState(
      Icon::Overview, tr("No verdict yet"),
      tr("Import what the plant, its carriers and its receivers published. The files stay as they "
         "are; nothing is sent anywhere."),
      tr("Import files…"), tr("Open the sample audit"), this);
  connect(m_empty, &EmptyState::primaryActivated, this, &Page::importRequested);
  connect(m_empty, &EmptyState::secondActivated, this, &Page::sampleRequested);
  content()->addWidget(m_empty, 1);

  m_body = new QWidget(this);
  m_body->setObjectName(QStringLiteral("overviewBody"));
  content()->addWidget(m_body, 1);
  auto* column = new QVBoxLayout(m_body);
  column->setContentsMargins(0, 0, 0, 0);
  column->setSpacing(px(16));
  m_claims = new ClaimList(m_body);
  column->addWidget(m_claims);
  connect(m_claims, &ClaimList::chosen, this, &OverviewPage::chooseClaim);
  m_verdict = new VerdictBlock(m_body);
  connect(m_claims, &ClaimList::entered, m_verdict,
          [this] { m_verdict->setFocus(Qt::OtherFocusReason); });
  auto* verdict = new QVBoxLayout;
  verdict->setSpacing(px(6));
  verdict->addWidget(m_verdict);
  m_readUnder = new ReadUnderLine(m_body);
  verdict->addWidget(m_readUnder);
  connect(m_readUnder, &ReadUnderLine::tablesRequested, this, &Page::tablesRequested);
  connect(m_readUnder, &ReadUnderLine::namesRequested, this, &Page::namesRequested);
  connect(m_readUnder, &ReadUnderLine::keysRequested, this, &OverviewPage::openTrust);
  column->addLayout(verdict);
  column->addWidget(makeStanding());
  m_grid = new QGridLayout;
  m_grid->setSpacing(px(16));
  m_grid->setColumnStretch(0, 1);
  m_grid->addWidget(makeClaimCard(), 0, 0);
  m_grid->addWidget(makeSide(), 0, 1, 2, 1);
  m_findings = new Card(tr("Top findings"), m_body);
  m_findings->setObjectName(QStringLiteral("topFindings"));
  m_findings->setFlush(true);
  connect(m_findings, &Card::linkActivated, this, [this] {
    Q_EMIT navigate({PageId::Findings, {}});
  });
  m_grid->addWidget(m_findings, 1, 0);
  m_grid->setRowStretch(1, 1);
  column->addLayout(m_grid, 1);
  setCompact(false);
}

void OverviewPage::makeClaimActions() {
  m_enterClaim = new QAction(tr("&Enter a claim…"), this);
  m_enterClaim->setObjectName(QStringLiteral("actionEnterClaim"));
  connect(m_enterClaim, &QAction::triggered, this, &OverviewPage::askForClaim);
  m_clearClaims = new QAction(tr("Take away claims that you &entered"), this);
  m_clearClaims->setObjectName(QStringLiteral("actionClearClaims"));
  connect(m_clearClaims, &QAction::triggered, this, &Page::enteredClaimsCleared);
  updateClaimActions();
}

void OverviewPage::updateClaimActions() {
  const bool kept = m_audit.result != nullptr && !m_audit.workspace.empty();
  const bool any = kept && std::any_of(m_audit.result->claims.begin(), m_audit.result->claims.end(),
                                       [](const ClaimVerdict& claim) { return claim.isEntered(); });
  m_enterClaim->setEnabled(kept);
  m_clearClaims->setEnabled(any);
}

void OverviewPage::askForClaim() {
  auto* dialog = new EnterClaimDialog(*m_audit.result, this);
  dialog->setAttribute(Qt::WA_DeleteOnClose);
  connect(dialog, &EnterClaimDialog::entered, this, &Page::claimEntered);
  dialog->open();
}

QWidget* OverviewPage::makeStanding() {
  m_standing = new QWidget(m_body);
  m_standing->setObjectName(QStringLiteral("overviewStanding"));
  auto* row = new QHBoxLayout(m_standing);
  row->setContentsMargins(0, 0, 0, 0);
  row->setSpacing(px(16));
  row->addWidget(makeWaits(), 1);
  row->addWidget(makeWord());
  return m_standing;
}

QWidget* OverviewPage::makeWaits() {
  m_waits = new QWidget(m_standing);
  m_waits->setObjectName(QStringLiteral("overviewWaits"));
  m_waitsColumn = new QVBoxLayout(m_waits);
  m_waitsColumn->setContentsMargins(0, 0, 0, 0);
  m_waitsColumn->setSpacing(px(16));
  m_openKeys = new OpenKeysCard(m_waits);
  m_openKeys->setLink(tr("All keys"));
  connect(m_openKeys, &Card::linkActivated, this, [this] {
    Q_EMIT navigate({PageId::Evidence, QStringLiteral("keys")});
  });
  connect(m_openKeys, &OpenKeysCard::chosen, this, &OverviewPage::showChosenKey);
  connect(m_openKeys, &OpenKeysCard::compareRequested, this, [this] { m_compareKey->takeFocus(); });
  m_stated = new StatedCard(m_waits);
  connect(m_stated, &StatedCard::filesRequested, this, [this] {
    Q_EMIT navigate({PageId::Evidence, QStringLiteral("files")});
  });
  m_waitsColumn->addWidget(m_openKeys);
  m_waitsColumn->addWidget(m_stated);
  m_waitsColumn->addStretch(1);
  return m_waits;
}

QWidget* OverviewPage::makeWord() {
  m_word = new QWidget(m_standing);
  m_word->setObjectName(QStringLiteral("overviewWord"));
  m_wordColumn = new QVBoxLayout(m_word);
  m_wordColumn->setContentsMargins(0, 0, 0, 0);
  m_wordColumn->setSpacing(px(16));
  m_compareKey = new CompareKeyCard(m_word);
  // The next key comes up by itself. The keyboard goes back to the list, so that nobody answers for a
  // key that they have not looked at.
  connect(m_compareKey, &CompareKeyCard::agreed, this, [this](const QString& line) {
    m_openKeys->takeFocus();
    Q_EMIT vouchRequested(line, true);
  });
  connect(m_compareKey, &CompareKeyCard::differed, this, [this](const QString& line, bool differs) {
    m_openKeys->takeFocus();
    Q_EMIT keyDiffers(line, differs);
  });
  connect(m_compareKey, &CompareKeyCard::moreRequested, this, [this](const QString& vkey) {
    Q_EMIT navigate({PageId::Evidence, QStringLiteral("why/key/") + vkey});
  });
  m_author = new AuthorCard(m_word);
  connect(m_author, &AuthorCard::vouchRequested, this, &Page::vouchRequested);
  connect(m_author, &AuthorCard::wordRequested, this, &Page::wordRequested);
  connect(m_author, &AuthorCard::namesTaken, this, &Page::namesTaken);
  m_enter = new EnterClaimCard(m_word);
  connect(m_enter, &EnterClaimCard::enterRequested, m_enterClaim, &QAction::trigger);
  connect(m_enter, &EnterClaimCard::clearRequested, m_clearClaims, &QAction::trigger);
  m_wordColumn->addWidget(m_compareKey);
  m_wordColumn->addWidget(m_author);
  m_wordColumn->addWidget(m_enter);
  m_wordColumn->addStretch(1);
  return m_word;
}

void OverviewPage::fillStanding() {
  const AuditResult& audit = *m_audit.result;
  const bool choosing = m_openKeys->isAncestorOf(QApplication::focusWidget());
  m_openKeys->setAudit(audit);
  m_stated->setAudit(audit);
  m_author->setAudit(audit, !m_audit.workspace.empty());
  m_enter->setAudit(audit, !m_audit.workspace.empty());
  m_compareKey->setVisible(!m_openKeys->isHidden());
  showChosenKey();
  const bool left = !m_openKeys->isHidden() || !m_stated->isHidden();
  const QList<QWidget*> cards{m_compareKey, m_author, m_enter};
  const bool right = std::any_of(cards.begin(), cards.end(),
                                 [](const QWidget* card) { return !card->isHidden(); });
  m_standing->setVisible(left || right);
  m_waits->setVisible(left);
  m_word->setVisible(right);
  m_author->setWide(!left);
  m_word->setMinimumWidth(left ? px(isCompact() ? 368 : 432) : 0);
  m_word->setMaximumWidth(left ? px(isCompact() ? 368 : 432) : QWIDGETSIZE_MAX);
  // The last key is compared: what comes of it is next.
  if (choosing && m_openKeys->isHidden()) m_verdict->setFocus(Qt::OtherFocusReason);
}

void OverviewPage::arrange() {
  const bool waits = !m_openKeys->isHidden();
  m_picture->setBarsOnly(waits);
  if (waits) {
    m_waitsColumn->insertWidget(1, m_claimCard);
  } else {
    m_grid->addWidget(m_claimCard, 0, 0);
  }
  placeRestsOn();
  m_restsOn->setAudit(*m_audit.result, waits);
  m_side->setVisible(!waits);
  // Findings are of the whole audit, and of several claims one is shown.
  const bool one = m_audit.result->claims.size() < 2;
  for (Card* card : {m_findings, m_months}) card->setVisible(!waits && one);
}

/// Beside the keys that the answer waits for, else beside the claim; in a small window below the checks.
void OverviewPage::placeRestsOn() {
  constexpr int afterAuthor = 2;
  if (!m_openKeys->isHidden()) {
    m_wordColumn->insertWidget(afterAuthor, m_restsOn);
  } else {
    m_sideColumn->insertWidget(isCompact() ? 1 : 0, m_restsOn);
  }
}

void OverviewPage::showChosenKey() {
  if (const OpenKey* key = m_openKeys->chosenKey()) {
    m_compareKey->showKey(*key, m_openKeys->chosenRow() + 1, m_openKeys->count(),
                          !m_audit.workspace.empty());
  }
  fillOneButton();
}

void OverviewPage::fillOneButton() {
  setPrimary(m_report, Icon::Report, m_audit.result != nullptr && !m_compareKey->isNextStep());
}

QWidget* OverviewPage::makeClaimCard() {
  m_claimCard = new Card(tr("Where the claimed mass went"), m_body);
  m_claimCard->setObjectName(QStringLiteral("claimCard"));
  m_claimCard->setLink(tr("As table"));
  connect(m_claimCard, &Card::linkActivated, m_tableAction, &QAction::toggle);
  m_picture = new ClaimPicture(m_claimCard);
  connect(m_picture, &Figure::stopActivated, this, &OverviewPage::openPart);
  m_table = new QTableWidget(m_claimCard);
  m_table->setObjectName(QStringLiteral("claimTable"));
  m_table->setAccessibleName(tr("Where the claimed mass went, as a table"));
  m_table->setColumnCount(3);
  m_table->setHorizontalHeaderLabels({tr("What"), tr("How much"), tr("Loads")});
  m_table->verticalHeader()->hide();
  m_table->verticalHeader()->setDefaultSectionSize(px(24));
  m_table->horizontalHeader()->setSectionResizeMode(0, QHeaderView::Stretch);
  for (const int column : {1, 2}) {
    m_table->horizontalHeader()->setSectionResizeMode(column, QHeaderView::ResizeToContents);
    m_table->horizontalHeaderItem(column)->setTextAlignment(Qt::AlignRight | Qt::AlignVCenter);
  }
  m_table->setEditTriggers(QAbstractItemView::NoEditTriggers);
  m_table->setFrameShape(QFrame::NoFrame);
  m_table->setShowGrid(false);
  connect(m_picture, &Figure::saveRequested, this, &OverviewPage::saveClaim);
  m_claimStack = new QStackedLayout;
  m_claimStack->addWidget(m_picture);
  m_claimStack->addWidget(m_table);
  m_claimCard->body()->addLayout(m_claimStack);
  m_claimCard->body()->addStretch(1);
  return m_claimCard;
}

void OverviewPage::openPart(const QString& part) {
  Q_EMIT navigate({PageId::Records, QStringLiteral("part/%1/%2").arg(part).arg(m_chosen)});
}

void OverviewPage::saveClaim() {
  std::vector<QStringList> rows;
  for (const ClaimRow& row : claimRows(*chosenClaim())) {
    rows.push_back({row.name, row.value, row.loads});
  }
  m_saver.save(m_claimCard, {m_picture, {tr("What"), tr("How much"), tr("Loads")}, rows},
               QStringLiteral("claim.svg"));
}

QWidget* OverviewPage::makeSide() {
  m_side = new QWidget(m_body);
  m_side->setObjectName(QStringLiteral("overviewSide"));
  m_sideColumn = new QVBoxLayout(m_side);
  m_sideColumn->setContentsMargins(0, 0, 0, 0);
  m_sideColumn->setSpacing(px(16));
  m_restsOn = new RestsOnCard(m_side);
  connect(m_restsOn, &Card::linkActivated, this, &OverviewPage::openTrust);
  connect(m_restsOn, &RestsOnCard::missingRequested, this, [this] {
    Q_EMIT navigate({PageId::Evidence, {}});
  });
  m_sideColumn->addWidget(m_restsOn);
  m_sideColumn->addWidget(makeSignaturesCard());
  m_sideColumn->addWidget(makeMonthsCard(), 1);
  m_sideColumn->addStretch(0);
  return m_side;
}

void OverviewPage::openTrust() {
  Q_EMIT navigate({PageId::Evidence, QStringLiteral("why/trust")});
}

QWidget* OverviewPage::makeSignaturesCard() {
  m_signatures = new Card(tr("What the signatures show"), m_body);
  m_signatures->setObjectName(QStringLiteral("signaturesCard"));
  m_signatures->setLink(tr("Open Evidence"));
  m_signatures->body()->setSpacing(0);
  connect(m_signatures, &Card::linkActivated, this, [this] {
    Q_EMIT navigate({PageId::Evidence, {}});
  });
  for (std::size_t i = 0; i < evidenceQuestionCount; ++i) {
    if (i > 0) m_signatures->body()->addWidget(new Separator(m_signatures));
    auto* row = new EvidenceCardRow(m_signatures);
    m_signatures->body()->addWidget(row);
    m_evidence.append(row);
  }
  m_signatures->body()->addStretch(1);
  return m_signatures;
}

QWidget* OverviewPage::makeMonthsCard() {
  m_months = new Card(tr("Unaccounted by month"), m_body);
  m_months->setObjectName(QStringLiteral("monthsCard"));
  m_months->setLink(tr("Open Balance"));
  connect(m_months, &Card::linkActivated, this, [this] { Q_EMIT navigate({PageId::Balance, {}}); });
  m_chart = new Chart(m_months);
  m_chart->setObjectName(QStringLiteral("monthsChart"));
  m_chart->setAccessibleName(m_months->accessibleName());
  m_chart->setMinimumHeight(px(88));
  // What is left of the page's height; the answer above it never has to scroll for it.
  m_chart->setSizePolicy(QSizePolicy::Expanding, QSizePolicy::Ignored);
  connect(m_chart, &Figure::saveRequested, this, [this] {
    const ChartData& shown = m_chart->data();
    m_saver.save(m_months, {m_chart, shown.tableHeader, shown.tableRows},
                 QStringLiteral("unaccounted.svg"));
  });
  m_months->body()->addWidget(m_chart, 1);
  auto* none = new TextLabel(TextRole::Body,
                             tr("The records do not give a balance. The Balance page says what is "
                                "missing."),
                             m_months);
  none->setWordWrap(true);
  m_noMonths = none;
  m_months->body()->addWidget(none);
  return m_months;
}

void OverviewPage::showAudit(const OpenAudit& audit) {
  m_audit = audit;
  updateClaimActions();
  const bool open = audit.result != nullptr;
  m_empty->setVisible(!open);
  m_body->setVisible(open);
  if (!open) fillOneButton();
  if (!open) return setSubtitle(QString());
  const AuditResult& result = *audit.result;
  setSubtitle(subtitleOf(result, isCompact()));
  m_chosen = gravest(result.claims);
  m_claims->setClaims(result.claims, m_chosen);
  fillStanding();
  fillClaim();
  for (std::size_t i = 0; i < evidenceQuestionCount; ++i) {
    EvidenceText text = evidenceText(result.evidence.rows[i]);
    text.fact = words::evidenceFact(result.evidence.rows[i].question, result);
    m_evidence[static_cast<qsizetype>(i)]->setEvidence(text);
  }
  fillFindings(result);
}

const ClaimVerdict* OverviewPage::chosenClaim() const {
  if (m_audit.result == nullptr || m_audit.result->claims.empty()) return nullptr;
  return &m_audit.result->claims[static_cast<std::size_t>(m_chosen)];
}

void OverviewPage::chooseClaim(int claim) {
  m_chosen = claim;
  fillClaim();
  Q_EMIT trailChanged();
}

QString OverviewPage::trail() const {
  const ClaimVerdict* claim = chosenClaim();
  if (claim == nullptr || m_audit.result->claims.size() < 2) return {};
  return formatPeriod(claim->start, claim->end);
}

void OverviewPage::fillClaim() {
  const ClaimVerdict* chosen = chosenClaim();
  arrange();
  m_claimCard->setVisible(chosen != nullptr);
  // Where nobody claims anything the findings take the place of the picture.
  m_grid->removeWidget(m_findings);
  m_grid->addWidget(m_findings, chosen != nullptr ? 1 : 0, 0, chosen != nullptr ? 1 : 2, 1);
  fillMonths();
  m_readUnder->setVisible(chosen != nullptr);
  if (chosen == nullptr) return m_verdict->setVerdict(noClaimText());
  const ClaimVerdict& claim = *chosen;
  m_readUnder->setClaim(*m_audit.result, claim);
  m_verdict->setVerdict(verdictText(claim));
  m_claimCard->setHeading(claimPictureTitle(claim));
  m_picture->setClaim(claim);
  const std::vector<ClaimRow> rows = claimRows(claim);
  m_table->setRowCount(static_cast<int>(rows.size()));
  for (int i = 0; i < m_table->rowCount(); ++i) {
    const ClaimRow& row = rows[static_cast<std::size_t>(i)];
    m_table->setItem(i, 0, new QTableWidgetItem(row.name));
    for (const auto& [column, text] : {std::pair(1, row.value), std::pair(2, row.loads)}) {
      auto* item = new QTableWidgetItem(text);
      item->setTextAlignment(Qt::AlignRight | Qt::AlignVCenter);
      m_table->setItem(i, column, item);
    }
  }
  fitTable();
}

void OverviewPage::fillFindings(const AuditResult& audit) {
  clearLayout(m_findings->body());
  m_findings->setHeading(audit.claims.size() > 1 ? tr("Top findings of the whole audit")
                                                 : tr("Top findings"));
  m_findings->setLink(
      tr("All %1").arg(formatCount(static_cast<std::int64_t>(audit.findings.size()))));
  const std::vector<FindingGroup> groups = groupFindings(audit);
  for (std::size_t i = 0; i < groups.size() && i < kTopFindings; ++i) {
    const FindingGroup& group = groups[i];
    auto* line = new FindingLine(markOf(group.severity), groupSentence(group), amountOf(group),
                                 extentOf(group), m_findings);
    const QString first = QString::fromStdString(group.findings.front()->id);
    connect(line, &FindingLine::clicked, this, [this, first] {
      Q_EMIT navigate({PageId::Findings, first});
    });
    if (i > 0) m_findings->body()->addWidget(new Separator(m_findings));
    m_findings->body()->addWidget(line, 8);
  }
  if (groups.empty()) {
    auto* none = new SentenceLabel(TextRole::Body, m_findings);
    none->setSentence(
        tr("No rule found anything. What each rule could not have seen stands on its page."));
    none->setContentsMargins(px(16), px(12), px(16), px(16));
    m_findings->body()->addWidget(none);
  }
  m_findings->body()->addStretch(1);
}

void OverviewPage::fillMonths() {
  const AuditResult& audit = *m_audit.result;
  const ClaimVerdict* claim = chosenClaim();
  const Balance balance = claim == nullptr ? audit.balance : within(audit.balance, *claim);
  m_months->setHeading(
      claim == nullptr
          ? tr("Unaccounted by month")
          : tr("Unaccounted by month, %1").arg(formatPeriod(claim->start, claim->end)));
  const bool known = balance.applicable && !balance.months.empty();
  m_chart->setVisible(known);
  m_noMonths->setVisible(!known);
  // Without a claim and a balance it has nothing to say.
  if (!known && claim == nullptr) m_months->hide();
  if (known) m_chart->replace(monthsData(balance));
}

void OverviewPage::showTable(bool table) {
  const bool hadFocus = m_picture->hasFocus() || m_table->hasFocus();
  m_claimStack->setCurrentIndex(table ? 1 : 0);
  fitTable();
  m_claimCard->setLink(table ? tr("As picture") : tr("As table"));
  if (hadFocus) m_claimStack->currentWidget()->setFocus(Qt::OtherFocusReason);
}

/// Hidden behind the picture it takes no room; shown it needs no scrolling of its own.
void OverviewPage::fitTable() {
  const bool shown = m_claimStack->currentWidget() == m_table;
  const int height = m_table->horizontalHeader()->sizeHint().height() +
                     m_table->rowCount() * px(24) + px(2);
  m_table->setSizePolicy(QSizePolicy::Expanding,
                         shown ? QSizePolicy::Preferred : QSizePolicy::Ignored);
  m_table->setMinimumHeight(shown ? height : 0);
}

QList<QAction*> OverviewPage::pageActions() const {
  return {m_tableAction, m_enterClaim, m_clearClaims};
}

void OverviewPage::setCompact(bool compact) {
  Page::setCompact(compact);
  m_verdict->setCompact(compact);
  m_claims->setCompact(compact);
  m_openKeys->setCompact(compact);
  if (m_audit.result != nullptr) fillStanding();
  placeRestsOn();
  if (m_audit.result != nullptr) setSubtitle(subtitleOf(*m_audit.result, compact));
  m_side->setFixedWidth(px(compact ? 368 : 432));
}

namespace {

PageBadge badgeOf(const AuditResult& audit) {
  if (audit.claims.empty()) return {};  // nothing to judge is no state
  return {QString(), markOf(audit.decision())};
}

}  // namespace

namespace pages {

extern constinit const PageEntry Overview{
    .id = PageId::Overview,
    .icon = Icon::Overview,
    .title = QT_TRANSLATE_NOOP("plumbline::Page", "Overview"),
    .help =
        QT_TRANSLATE_NOOP("plumbline::Page",
                          "Is the claim true? The block at the top gives one of three answers and "
                          "the reason. Below it: what was claimed and what others confirmed, on "
                          "one scale; what the signatures show; the weightiest findings; and the "
                          "mass nobody signed for, month by month."),
    .create = createPage<OverviewPage>,
    .badge = badgeOf};

}  // namespace pages

}  // namespace plumbline
