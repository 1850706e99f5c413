// SPDX-FileCopyrightText: Plumbline contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/pages/evidence_page.h"

#include <algorithm>

#include <QGridLayout>
#include <QPushButton>
#include <QScrollArea>
#include <QVBoxLayout>

#include "ui/cards/key_card.h"
#include "ui/cards/quarantine_card.h"
#include "ui/cards/split_view_card.h"
#include "ui/cards/unsigned_files_card.h"
#include "ui/charts/chart_table.h"
#include "ui/figures/log_timeline.h"
#include "ui/pages/audit_texts.h"
#include "ui/pages/belief_view.h"
#include "ui/pages/files_view.h"
#include "ui/pages/glossary.h"
#include "ui/pages/page_entry.h"
#include "ui/pages/tracks_view.h"
#include "ui/records/count_tabs.h"
#include "ui/theme/components.h"
#include "ui/theme/layout_tools.h"
#include "ui/words/evidence_words.h"
#include "ui/words/format.h"
#include "ui/words/lists.h"
#include "ui/words/problem_words.h"
#include "ui/words/standing_words.h"

namespace plumbline {

namespace {

constexpr auto kWhy = QLatin1String("why");
constexpr auto kFiles = QLatin1String("all-files");
constexpr auto kTracks = QLatin1String("tracks");
enum Tab { ChecksTab, TracksTab };

bool asksWhy(const QString& item) {
  return item == kWhy || item.startsWith(QLatin1String("why/"));
}

/// All files, or one of them by its digest.
bool showsFiles(const QString& item) {
  return item == kFiles || item.startsWith(QLatin1String("all-files/"));
}

// Whoever is asked for by name is named in a file of the user's own.
bool asksForTrust(const EvidenceRow& row) {
  return row.reason == "no_witness" || row.reason == "witnesses_first_seen" ||
         row.reason == "log_key_unknown" || row.reason == "timestamp_authority_unknown";
}

QString logNote(const EvidenceReport& evidence) {
  QStringList parts{EvidencePage::tr("number: entry in the log, dashed frame: revision")};
  // The plant's log is the one that the claim stands on.
  const auto plant = std::find_if(evidence.parties.begin(), evidence.parties.end(),
                                  [](const PartyView& party) { return party.role == Role::Plant; });
  for (const LogView& log : evidence.logs) {
    if (plant == evidence.parties.end() || log.party != plant->id) continue;
    parts << EvidencePage::tr("root of %1: %2")
                 .arg(QString::fromStdString(plant->name), shortDigest(log.root.hex(), 3));
    break;
  }
  return parts.join(QStringLiteral("  ·  "));
}

/// Who signed something. A party of official files alone has no key to compare.
std::vector<PartyView> signersOf(const EvidenceReport& evidence) {
  std::vector<PartyView> signers;
  for (const PartyView& party : evidence.parties) {
    const bool signedOne = std::any_of(
        evidence.publications.begin(), evidence.publications.end(), [&](const auto& publication) {
          return publication.party == party.id && publication.state != PublicationState::Unsigned;
        });
    if (signedOne || !party.fingerprint.empty()) signers.push_back(party);
  }
  return signers;
}

/// "Sep 2141": of the publication at which the two histories first differ.
QString periodOfDifference(const AuditResult& audit) {
  if (!audit.splitView) return {};
  for (const PublicationView& publication : audit.evidence.publications) {
    if (publication.party == audit.splitView->party &&
        publication.logIndex == audit.splitView->firstDifference) {
      return formatPeriod(publication.periodStart, publication.periodEnd);
    }
  }
  return {};
}

}  // namespace

EvidencePage::EvidencePage(QWidget* parent) : Page(pages::Evidence, Body::Scrolls, parent) {
  setObjectName(QStringLiteral("evidencePage"));
  QPushButton* again = makeButton(tr("Verify again"), Icon::Check, this);
  again->setObjectName(QStringLiteral("verifyAgain"));
  connect(again, &QPushButton::clicked, this, &Page::auditRunRequested);
  m_back = makeButton(tr("Back to the evidence"), Icon::Back, this);
  m_back->setObjectName(QStringLiteral("backToEvidence"));
  connect(m_back, &QPushButton::clicked, this, [this] { Q_EMIT navigate({PageId::Evidence, {}}); });
  m_allFiles = makeButton(tr("All files…"), Icon::Records, this);
  m_allFiles->setObjectName(QStringLiteral("allFiles"));
  connect(m_allFiles, &QPushButton::clicked, this,
          [this] { Q_EMIT navigate({PageId::Evidence, kFiles}); });
  addTitleWidget(m_back);
  addTitleWidget(m_allFiles);
  addTitleWidget(again);

  m_empty = new EmptyState(Icon::Evidence, tr("No evidence yet"),
                           tr("Import what the plant, its carriers and its receivers signed. The "
                              "files stay as they are; "
                              "nothing is sent anywhere."),
                           tr("Import files…"), tr("Open the sample audit"), this);
  connect(m_empty, &EmptyState::primaryActivated, this, &Page::importRequested);
  connect(m_empty, &EmptyState::secondActivated, this, &Page::sampleRequested);
  content()->addWidget(m_empty, 1);

  m_tabs = new CountTabs(tr("Parts of the evidence"), this);
  m_tabs->setObjectName(QStringLiteral("evidenceTabs"));
  connect(m_tabs, &QTabBar::currentChanged, this, [this](int tab) {
    m_item = tab == TracksTab ? QString(kTracks) : QString();
    showParts();
    Q_EMIT trailChanged();
    Q_EMIT navigate({PageId::Evidence, m_item});
  });
  content()->addWidget(m_tabs);
  m_body = new QWidget(this);
  m_body->setObjectName(QStringLiteral("evidenceBody"));
  auto* column = new QVBoxLayout(m_body);
  column->setContentsMargins(0, 0, 0, 0);
  column->setSpacing(px(16));
  m_split = new SplitViewCard(m_body);
  connect(m_split, &SplitViewCard::differenceWanted, this, &EvidencePage::showDifference);
  connect(m_split, &SplitViewCard::explanationWanted, this,
          [this] { Q_EMIT glossaryRequested(termOf("same_for_everyone")); });
  column->addWidget(m_split);
  column->addWidget(makeRows());
  column->addWidget(makeProblems());
  column->addWidget(makeTimeline());
  m_unsigned = new UnsignedFilesCard(m_body);
  connect(m_unsigned, &UnsignedFilesCard::vouched, this, &Page::fileVouched);
  column->addWidget(m_unsigned);
  m_quarantine = new QuarantineCard(m_body);
  column->addWidget(m_quarantine);
  m_keys = makeKeys();
  column->addWidget(m_keys);
  column->addStretch(1);
  content()->addWidget(m_body, 1);
  m_why = new BeliefView(this);
  connect(m_why, &BeliefView::trustRequested, this, &Page::trustRequested);
  connect(m_why, &BeliefView::vouchRequested, this, &Page::vouchRequested);
  connect(m_why, &BeliefView::oldListTaken, this, &Page::oldListTaken);
  connect(m_why, &BeliefView::stepRequested, this,
          [this](EvidenceQuestion question) { followStep(static_cast<std::size_t>(question)); });
  content()->addWidget(m_why, 1);
  m_files = new FilesView(this);
  connect(m_files, &FilesView::takeBackRequested, this, &Page::filesTakenBack);
  connect(m_files, &FilesView::whatIfRequested, this, &Page::filesWeighed);
  connect(m_files, &FilesView::putBackRequested, this, &Page::filesPutBack);
  connect(m_files, &FilesView::readAgainRequested, this, &Page::fileReadAgain);
  connect(m_files, &FilesView::saveRequested, this, &Page::fileSaved);
  content()->addWidget(m_files, 1);
  m_tracks = new TracksView(this);
  connect(m_tracks, &TracksView::saveRequested, this, [this] {
    m_saver.save(m_tracks->mapCard(), m_tracks->twin()->file(), QStringLiteral("track.svg"));
  });
  connect(m_tracks, &TracksView::loadRequested, this,
          [this](const QString& id) { Q_EMIT navigate({PageId::Records, QStringLiteral("shipments/") + id}); });
  connect(m_tracks, &TracksView::tied, this, &Page::trackTied);
  content()->addWidget(m_tracks, 1);
  showParts();
}

QWidget* EvidencePage::makeRows() {
  m_rowsCard = new Card(tr("What the signatures show"), m_body);
  m_rowsCard->setObjectName(QStringLiteral("signaturesCard"));
  m_rowsCard->setFlush(true);
  m_rowsCard->setNote(words::evidenceLimits());
  for (std::size_t i = 0; i < evidenceQuestionCount; ++i) {
    if (i > 0) m_rowsCard->body()->addWidget(new Separator(m_rowsCard));
    auto* row = new EvidencePageRow(m_rowsCard);
    connect(row, &EvidencePageRow::nextStepActivated, this, [this, i] { followStep(i); });
    connect(row, &EvidencePageRow::reasonsRequested, this,
            [this, i] { askWhy(BeliefView::subjectOf(static_cast<EvidenceQuestion>(i))); });
    m_rowsCard->body()->addWidget(row);
    m_rows.append(row);
  }
  return m_rowsCard;
}

QWidget* EvidencePage::makeProblems() {
  m_problemsCard = new Card(tr("Problems"), m_body);
  m_problemsCard->setObjectName(QStringLiteral("problemsCard"));
  m_problems = new SentenceLabel(TextRole::Body, m_problemsCard);
  m_problems->setObjectName(QStringLiteral("problemSentences"));
  m_problemsCard->body()->addWidget(m_problems);
  return m_problemsCard;
}

QWidget* EvidencePage::makeTimeline() {
  m_timelineCard = new Card(tr("What was published when"), m_body);
  m_timelineCard->setObjectName(QStringLiteral("timelineCard"));
  m_timeline = new LogTimeline(m_timelineCard);
  m_timelineCard->body()->addWidget(m_timeline);
  return m_timelineCard;
}

QWidget* EvidencePage::makeWord() {
  m_word = new QWidget(m_body);
  m_word->setObjectName(QStringLiteral("keysWord"));
  auto* row = new QHBoxLayout(m_word);
  row->setContentsMargins(0, 0, 0, 0);
  row->setSpacing(px(16));
  m_wordSaid = new SentenceLabel(TextRole::Body, m_word);
  m_wordSaid->setObjectName(QStringLiteral("keysWordSaid"));
  QPushButton* undo = makeButton(tr("Undo: on nobody’s word"), Icon::Back, m_word);
  undo->setObjectName(QStringLiteral("keysWordUndo"));
  connect(undo, &QPushButton::clicked, this, [this] { Q_EMIT wordRequested(QString()); });
  row->addWidget(m_wordSaid, 1);
  row->addWidget(undo);
  return m_word;
}

QWidget* EvidencePage::makeKeys() {
  auto* keys = new QWidget(m_body);
  keys->setObjectName(QStringLiteral("keys"));
  auto* column = new QVBoxLayout(keys);
  column->setContentsMargins(0, 0, 0, 0);
  column->setSpacing(px(12));
  auto* head = new QHBoxLayout;
  head->setSpacing(px(10));
  head->addWidget(new TextLabel(TextRole::CardHeading, tr("Keys"), keys));
  auto* advice = new TextLabel(
      TextRole::Small, tr("Read the 60 digits aloud with their owner, over a channel you trust."),
      keys);
  advice->setColor(ColorRole::Muted);
  advice->setElided(true);
  head->addWidget(advice, 1);
  m_allKeys = new LinkButton(QString(), keys);
  m_allKeys->setObjectName(QStringLiteral("allKeys"));
  connect(m_allKeys, &LinkButton::clicked, this, [this] {
    m_showAllKeys = !m_showAllKeys;
    fillKeys();
  });
  head->addWidget(m_allKeys);
  column->addLayout(head);
  column->addWidget(makeWord());
  m_keyGrid = new QGridLayout;
  m_keyGrid->setSpacing(px(16));
  column->addLayout(m_keyGrid);
  return keys;
}

void EvidencePage::showAudit(const OpenAudit& audit) {
  m_audit = audit;
  const bool open = audit.result != nullptr;
  m_why->showAudit(audit);
  m_files->setFiles(audit.files);
  showTabs();
  showParts();
  if (!open) return setSubtitle(QString());
  const EvidenceReport& evidence = audit.result->evidence;
  const auto parties = static_cast<std::int64_t>(evidence.parties.size());
  const auto publications = static_cast<std::int64_t>(evidence.publications.size());
  setSubtitle(words::listed({tr("%Ln files", nullptr, plural(evidence.files)),
                             tr("%Ln parties", nullptr, plural(parties)),
                             tr("%Ln publications", nullptr, plural(publications))}));
  for (std::size_t i = 0; i < evidenceQuestionCount; ++i) {
    m_rows[static_cast<qsizetype>(i)]->setEvidence(evidenceText(evidence.rows[i]));
  }
  const QStringList problems = words::problemSentences(*audit.result);
  m_problemsCard->setVisible(!problems.isEmpty());
  m_problems->setSentence(problems.join(QLatin1Char('\n')));
  m_split->setSplitView(audit.result->splitView, periodOfDifference(*audit.result));
  m_unsigned->setFiles(audit.result->unsignedFiles);
  m_quarantine->setQuarantine(audit.result->quarantine);
  m_timelineCard->setNote(logNote(evidence));
  m_timelineCard->setVisible(!evidence.publications.empty());
  m_timeline->setEvidence(evidence);
  m_keys->setVisible(!signersOf(evidence).empty());
  fillKeys();
}

void EvidencePage::fillKeys() {
  clearLayout(m_keyGrid);
  if (m_audit.result == nullptr) return;
  m_word->setVisible(m_audit.result->word() != nullptr);
  m_wordSaid->setSentence(words::wordSentence(*m_audit.result));
  const std::vector<PartyView> parties = signersOf(m_audit.result->evidence);
  const int columns = isCompact() ? 3 : 4;
  const int all = static_cast<int>(parties.size());
  const int shown = m_showAllKeys ? all : std::min(all, columns);
  for (int i = 0; i < shown; ++i) {
    auto* card = new KeyCard(parties[static_cast<std::size_t>(i)], m_keys);
    connect(card, &KeyCard::reasonsRequested, this,
            [this, party = parties[static_cast<std::size_t>(i)]] {
              askWhy(BeliefView::subjectOf(party));
            });
    m_keyGrid->addWidget(card, i / columns, i % columns);
  }
  for (int i = 0; i < 4; ++i) m_keyGrid->setColumnStretch(i, i < columns ? 1 : 0);
  m_allKeys->setText(m_showAllKeys ? tr("Fewer keys") : tr("All %Ln keys", nullptr, all));
  m_allKeys->setAccessibleName(m_allKeys->text());
  m_allKeys->setVisible(all > columns);
  m_allKeys->updateGeometry();
}

void EvidencePage::showDifference() {
  const std::optional<SplitView>& split = m_audit.result->splitView;
  findChild<QScrollArea*>(QStringLiteral("pageScroll"))->ensureWidgetVisible(m_timelineCard);
  m_timeline->setFocus(Qt::OtherFocusReason);
  m_timeline->setCurrentStop(m_timeline->stopOfEntry(split->party, split->firstDifference));
}

void EvidencePage::askWhy(const QString& subject) {
  Q_EMIT navigate({PageId::Evidence, kWhy + QLatin1Char('/') + subject});
}

/// Two tabs where there are tracks.
void EvidencePage::showTabs() {
  const bool any = m_audit.result != nullptr && !m_audit.result->tracks.isEmpty();
  const QSignalBlocker blocker(m_tabs);
  while (m_tabs->count() > 0) m_tabs->removeTab(m_tabs->count() - 1);
  if (any) {
    m_tabs->addCounted(tr("Checks"), -1);
    m_tabs->addCounted(tr("Tracks"), static_cast<std::int64_t>(m_audit.result->tracks.list.size()));
  }
  m_tracks->setTracks(any ? std::shared_ptr<const Tracks>(m_audit.result, &m_audit.result->tracks) : nullptr);
}

void EvidencePage::showParts() {
  const bool open = m_audit.result != nullptr;
  const bool why = open && asksWhy(m_item);
  const bool tracks = open && m_item == kTracks && m_tabs->count() > 0;
  m_empty->setVisible(!open);
  const bool files = open && showsFiles(m_item);
  m_body->setVisible(open && !why && !files && !tracks);
  m_tracks->setVisible(tracks);
  m_tabs->setVisible(m_tabs->count() > 0 && !why && !files);
  const QSignalBlocker blocker(m_tabs);
  if (m_tabs->count() > 0) m_tabs->setCurrentIndex(tracks ? TracksTab : ChecksTab);
  m_why->setVisible(why);
  m_files->setVisible(files);
  m_back->setVisible(why || files);
  m_allFiles->setVisible(open && !files);
}

void EvidencePage::followStep(std::size_t question) {
  if (asksForTrust(m_audit.result->evidence.rows[question])) return askWhy(QStringLiteral("trust"));
  // The next step of a chain of reasons lies on the page itself.
  if (asksWhy(m_item)) Q_EMIT navigate({PageId::Evidence, {}});
  auto* scroll = findChild<QScrollArea*>(QStringLiteral("pageScroll"));
  switch (static_cast<EvidenceQuestion>(question)) {
    case EvidenceQuestion::Intact:
      return Q_EMIT navigate({PageId::Records, {}});
    case EvidenceQuestion::SignedBy:
      m_showAllKeys = true;
      fillKeys();
      return scroll->ensureWidgetVisible(m_keys);
    case EvidenceQuestion::InTheLog:
    case EvidenceQuestion::NotLaterThan:
      scroll->ensureWidgetVisible(m_timelineCard);
      return m_timeline->setFocus(Qt::OtherFocusReason);
    case EvidenceQuestion::SameForEveryone:
      if (m_audit.result->splitView) return scroll->ensureWidgetVisible(m_split);
      return Q_EMIT glossaryRequested(termOf("witness"));
  }
}

QString EvidencePage::trail() const {
  if (showsFiles(m_item)) return tr("Files");
  if (m_item == kTracks) return tr("Tracks");
  return asksWhy(m_item) ? tr("Why does this program believe this?") : QString();
}

void EvidencePage::openItem(const QString& item) {
  const bool another = item != m_item;
  m_item = item;
  showParts();
  if (another && asksWhy(item)) m_why->choose(item.mid(kWhy.size() + 1));
  if (showsFiles(item)) m_files->choose(item.mid(kFiles.size() + 1));
  if (item == QLatin1String("files")) {
    findChild<QScrollArea*>(QStringLiteral("pageScroll"))->ensureWidgetVisible(m_unsigned);
  }
  if (item == QLatin1String("keys"))
    followStep(static_cast<std::size_t>(EvidenceQuestion::SignedBy));
}

void EvidencePage::setCompact(bool compact) {
  const bool changed = compact != isCompact();
  Page::setCompact(compact);
  for (EvidencePageRow* row : std::as_const(m_rows)) row->setCompact(compact);
  m_tracks->setCompact(compact);
  m_why->setCompact(compact);
  if (changed) fillKeys();
}

namespace {

PageBadge badgeOf(const AuditResult& audit) {
  const auto& rows = audit.evidence.rows;
  const auto count = [&](CheckState state) {
    return std::count_if(rows.begin(), rows.end(),
                         [state](const EvidenceRow& row) { return row.state == state; });
  };
  const auto passed = count(CheckState::Passed);
  Mark mark = Mark::Passed;
  if (passed < static_cast<std::ptrdiff_t>(rows.size())) mark = Mark::CannotTell;
  if (count(CheckState::Failed) > 0) mark = Mark::Failed;
  return {QCoreApplication::translate("plumbline::Page", "%1 of %2").arg(passed).arg(rows.size()),
          mark};
}

}  // namespace

namespace pages {

extern constinit const PageEntry Evidence{
    .id = PageId::Evidence,
    .icon = Icon::Evidence,
    .title = QT_TRANSLATE_NOOP("plumbline::Page", "Evidence"),
    .help =
        QT_TRANSLATE_NOOP("plumbline::Page",
                          "Who said it, and has it changed since? Five questions, each answered on "
                          "its own. The timeline shows what was published when. The digits of a "
                          "key are for reading aloud with its owner."),
    .create = createPage<EvidencePage>,
    .badge = badgeOf};

}  // namespace pages

}  // namespace plumbline
