// SPDX-FileCopyrightText: Plumbline contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/pages/report_page.h"

#include <algorithm>

#include <QAction>
#include <QButtonGroup>
#include <QCheckBox>
#include <QComboBox>
#include <QFileDialog>
#include <QHBoxLayout>
#include <QPushButton>
#include <QRadioButton>
#include <QScrollArea>
#include <QStackedWidget>
#include <QtConcurrent>

#include "model/records/visible_text.h"

#include "ui/pages/page_entry.h"
#include "ui/report/preview.h"
#include "ui/theme/components.h"
#include "ui/theme/plain_tip.h"
#include "ui/words/format.h"

namespace plumbline {

namespace {

QString askPath(QWidget* parent, ExportFormat format, const QString& suggestion) {
  switch (format) {
    case ExportFormat::Tables:
      return QFileDialog::getExistingDirectory(parent, ReportPage::tr("Folder for the tables"));
    case ExportFormat::AuditFile:
      return QFileDialog::getSaveFileName(parent, ReportPage::tr("Save audit file"), suggestion,
                                          ReportPage::tr("Audit file (*.plumb)"));
    case ExportFormat::WebPage:
      return QFileDialog::getSaveFileName(parent, ReportPage::tr("Save web page"), suggestion,
                                          ReportPage::tr("Web page (*.html)"));
    case ExportFormat::Pdf:
      break;
  }
  return QFileDialog::getSaveFileName(parent, ReportPage::tr("Save PDF"), suggestion,
                                      ReportPage::tr("PDF (*.pdf)"));
}

QString suffixOf(ExportFormat format) {
  switch (format) {
    case ExportFormat::Pdf:
      return QStringLiteral(".pdf");
    case ExportFormat::WebPage:
      return QStringLiteral(".html");
    case ExportFormat::Tables:
      return {};
    case ExportFormat::AuditFile:
      break;
  }
  return QStringLiteral(".plumb");
}

QPushButton* makeTurner(Icon which, const QString& name, const QString& keys, QWidget* parent) {
  QPushButton* button = makeButton(QString(), which, parent);
  button->setAccessibleName(name);
  button->setToolTip(plainTip(QStringLiteral("%1 (%2)").arg(name, keys)));
  button->setFixedWidth(px(32));
  return button;
}

}  // namespace

ReportPage::ReportPage(QWidget* parent)
    : Page(pages::Report, Body::Fills, parent),
      m_askPath(askPath),
      m_askKey(askForKey),
      m_exportAction(new QAction(tr("Save Report..."), this)) {
  setObjectName(QStringLiteral("reportPage"));
  m_states = new QStackedWidget(this);
  m_states->setObjectName(QStringLiteral("reportStates"));
  auto* widget = new QWidget(m_states);
  widget->setObjectName(QStringLiteral("reportContent"));
  auto* row = new QHBoxLayout(widget);
  row->setContentsMargins(0, 0, 0, 0);
  row->setSpacing(px(16));
  row->addWidget(makeChoices());
  row->addWidget(makePreview(), 1);
  m_states->addWidget(widget);
  auto* empty = new EmptyState(Icon::Report, tr("No audit is open"),
                               tr("Here an audit becomes a report that can be read and printed."),
                               tr("Import files..."), {}, m_states);
  empty->setObjectName(QStringLiteral("reportEmpty"));
  connect(empty, &EmptyState::primaryActivated, this, &Page::importRequested);
  m_states->addWidget(empty);
  content()->addWidget(m_states, 1);
  m_exportAction->setObjectName(QStringLiteral("reportExport"));
  connect(m_exportAction, &QAction::triggered, this, &ReportPage::startExport);
  connect(&m_layingOut, &QFutureWatcherBase::finished, this, [this] {
    if (m_layingOut.isCanceled()) return;
    m_preview->showDocument(m_layingOut.result());
    m_pdfNote->setText(tr("For reading and print, %Ln pages", nullptr, m_preview->pageCount()));
  });
  connect(&m_writing, &QFutureWatcherBase::finished, this, [this] {
    const Result<void> written = m_writing.result();
    const QString message =
        written ? QString() : visibleLine(QString::fromStdString(written.error().text()));
    m_status->setSentence(written ? tr("Written: %1").arg(visibleLine(m_path))
                                  : tr("Nothing was written. %1").arg(message));
    m_export->setEnabled(true);
    m_exportAction->setEnabled(true);
    Q_EMIT exported(m_path, message);
  });
  showAudit({});
}

ReportPage::~ReportPage() {
  m_layingOut.waitForFinished();
  m_writing.waitForFinished();
}

Card* ReportPage::makeChoices() {
  m_choices = new Card(this);
  m_choices->setObjectName(QStringLiteral("reportChoices"));
  m_choices->setFlush(true);
  m_choices->setFixedWidth(px(308));
  auto* scroll = new QScrollArea(m_choices);
  scroll->setObjectName(QStringLiteral("choicesScroll"));
  scroll->setAccessibleName(tr("What is saved"));
  scroll->setFrameShape(QFrame::NoFrame);
  scroll->setWidgetResizable(true);
  scroll->setFocusPolicy(Qt::NoFocus);
  scroll->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
  auto* inner = new QWidget(scroll);
  inner->setObjectName(QStringLiteral("choicesBody"));
  auto* column = new QVBoxLayout(inner);
  column->setContentsMargins(px(16), px(12), px(16), px(12));
  column->setSpacing(px(2));
  makeFormats(column);
  makeContents(column);
  makePaper(column);
  makeSignature(column);
  column->addStretch(1);
  scroll->setWidget(inner);
  scroll->viewport()->setAutoFillBackground(false);
  inner->setAutoFillBackground(false);
  m_choices->body()->addWidget(scroll, 1);
  m_choices->body()->addWidget(new Separator(m_choices));
  m_choices->body()->addWidget(makeFoot());
  connect(m_format, &QButtonGroup::idToggled, this, [this](int, bool on) {
    if (on) showFormat();
  });
  return m_choices;
}

void ReportPage::makeFormats(QVBoxLayout* column) {
  column->addWidget(new TextLabel(TextRole::CardHeading, tr("Format"), m_choices));
  m_format = new QButtonGroup(this);
  const auto radio = [&](ExportFormat format, const QString& text, const QString& note) {
    auto* button = new QRadioButton(text, m_choices);
    button->setObjectName(QStringLiteral("format%1").arg(static_cast<int>(format)));
    button->setAccessibleName(text);
    button->setAccessibleDescription(note);
    m_format->addButton(button, static_cast<int>(format));
    column->addWidget(button);
    auto* label = new TextLabel(TextRole::Small, note, m_choices);
    label->setColor(ColorRole::Muted);
    label->setIndent(px(22));
    column->addWidget(label);
    column->addSpacing(px(2));
    return label;
  };
  m_pdfNote = radio(ExportFormat::Pdf, tr("PDF"), tr("For reading and print"));
  radio(ExportFormat::WebPage, tr("Web page"), tr("For screen readers, one file"));
  radio(ExportFormat::Tables, tr("Tables"), tr("CSV with units and methods"));
  radio(ExportFormat::AuditFile, tr("Audit file (.plumb)"), tr("Anyone can check and continue"));
  m_format->button(0)->setChecked(true);
}

void ReportPage::makeContents(QVBoxLayout* column) {
  column->addSpacing(px(8));
  column->addWidget(new TextLabel(TextRole::CardHeading, tr("Contents"), m_choices));
  const auto box = [&](const QString& text, const QString& name, bool on) {
    auto* check = new QCheckBox(text, m_choices);
    check->setObjectName(name);
    check->setAccessibleName(text);
    check->setChecked(on);
    column->addWidget(check);
    connect(check, &QCheckBox::toggled, this, &ReportPage::relayout);
    return check;
  };
  m_balance = box(tr("Balance"), QStringLiteral("withBalance"), true);
  m_scheduler = box(tr("Scheduler"), QStringLiteral("withScheduler"), true);
  m_findings = box(tr("Findings"), QStringLiteral("withFindings"), true);
  m_bothSides = box(tr("Findings with both sides"), QStringLiteral("withSides"), true);
  m_all = box(tr("All findings (else: top 20)"), QStringLiteral("allFindings"), false);
  m_method = box(tr("Method, what it could not see"), QStringLiteral("withMethod"), true);
  m_hidePlates = box(tr("Hide vehicle plates"), QStringLiteral("hidePlates"), true);
  connect(m_findings, &QCheckBox::toggled, this, &ReportPage::showFormat);
}

void ReportPage::makePaper(QVBoxLayout* column) {
  column->addSpacing(px(8));
  auto* heading = new TextLabel(TextRole::CardHeading, tr("Paper"), m_choices);
  column->addWidget(heading);
  column->addSpacing(px(4));
  m_paper = new QComboBox(m_choices);
  m_paper->setObjectName(QStringLiteral("reportPaper"));
  m_paper->setAccessibleName(tr("Paper"));
  m_paper->addItem(tr("A4"), static_cast<int>(Paper::A4));
  m_paper->addItem(tr("Letter"), static_cast<int>(Paper::Letter));
  heading->setBuddy(m_paper);
  column->addWidget(m_paper);
  connect(m_paper, &QComboBox::currentIndexChanged, this, &ReportPage::relayout);
}

void ReportPage::makeSignature(QVBoxLayout* column) {
  column->addSpacing(px(8));
  column->addWidget(new TextLabel(TextRole::CardHeading, tr("Signature"), m_choices));
  m_signatures = new SentenceLabel(TextRole::Small, m_choices);
  m_signatures->setObjectName(QStringLiteral("reportSignatures"));
  m_signatures->setColor(ColorRole::Muted);
  column->addWidget(m_signatures);
  column->addSpacing(px(4));
  m_sign = makeButton(tr("Sign with your key..."), Icon::Key, m_choices);
  m_sign->setObjectName(QStringLiteral("signAudit"));
  m_sign->setToolTip(tr("A key file is made under File, “Make a key of your own…”"));
  connect(m_sign, &QPushButton::clicked, this, &ReportPage::startSigning);
  column->addWidget(m_sign);
}

QWidget* ReportPage::makeFoot() {
  auto* foot = new QWidget(m_choices);
  foot->setObjectName(QStringLiteral("choicesFoot"));
  auto* column = new QVBoxLayout(foot);
  column->setContentsMargins(px(16), px(12), px(16), px(12));
  m_export = makePrimaryButton(tr("Save PDF..."), Icon::Export, foot);
  m_export->setObjectName(QStringLiteral("exportButton"));
  m_export->setSizePolicy(QSizePolicy::Fixed, QSizePolicy::Fixed);
  connect(m_export, &QPushButton::clicked, this, &ReportPage::startExport);
  column->addWidget(m_export);
  m_status = new SentenceLabel(TextRole::Small, foot);
  m_status->setObjectName(QStringLiteral("exportStatus"));
  m_status->setColor(ColorRole::Muted);
  m_status->hide();
  column->addWidget(m_status);
  return foot;
}

/// What the choices mean for the format chosen.
void ReportPage::showFormat() {
  const auto format = static_cast<ExportFormat>(m_format->checkedId());
  static const char* const texts[] = {QT_TR_NOOP("Save PDF..."), QT_TR_NOOP("Save web page..."),
                                      QT_TR_NOOP("Save tables..."),
                                      QT_TR_NOOP("Share audit file...")};
  m_export->setText(tr(texts[static_cast<std::size_t>(m_format->checkedId())]));
  m_export->setAccessibleName(m_export->text());
  const bool report = format == ExportFormat::Pdf || format == ExportFormat::WebPage;
  for (QCheckBox* check : {m_balance, m_scheduler, m_findings, m_method, m_hidePlates}) {
    check->setEnabled(report);
  }
  m_bothSides->setEnabled(report && m_findings->isChecked());
  m_all->setEnabled(report && m_findings->isChecked());
  m_paper->setEnabled(format == ExportFormat::Pdf);
  m_paper->setToolTip(m_paper->isEnabled() ? QString() : tr("Only a PDF has pages"));
  const QString whole = report ? QString() : tr("Tables and the audit file always hold everything");
  for (QCheckBox* check :
       {m_balance, m_scheduler, m_findings, m_bothSides, m_all, m_method, m_hidePlates}) {
    check->setToolTip(plainTip(whole));
  }
  m_shown->setCurrentIndex(report ? 0 : 1);
  if (format == ExportFormat::Tables) {
    m_what->setSentence(
        tr("**Tables**\nA folder with findings.csv, claims.csv, balance_months.csv, "
           "balance_outcomes.csv, waiting.csv and checks.csv, and a README.txt that names every "
           "unit. Always everything, whatever the contents of a report."));
  } else if (format == ExportFormat::AuditFile) {
    m_what->setSentence(tr(
        "**Audit file**\nThe evidence, byte for byte, the plan, and who signed. Whoever opens it "
        "computes everything again and must come to the same results digest. Your notes on "
        "findings stay in this workspace and are not in it."));
  }
  showPosition();
}

/// Then the sign-off is not void: it is about another set of keys.
static bool namedKeysThatDoNotCount(const AuditResult& audit, const std::string& vkey) {
  return std::any_of(audit.authors.begin(), audit.authors.end(), [&vkey](const AuthorsWord& author) {
    return author.vkey == vkey && !author.counts();
  });
}

void ReportPage::showSignatures() {
  QStringList lines;
  for (const SignOff& sign : m_audit.result->signOffs) {
    const QString name = visibleLine(QString::fromStdString(sign.name));
    if (!sign.signatureGood) {
      lines << tr("A signature in the name of %1 fails.").arg(name);
    } else if (!sign.current && sign.kind == "other_author") {
      lines << tr("%1 signed another audit, which was opened here too.").arg(name);
    } else if (!sign.current && namedKeysThatDoNotCount(*m_audit.result, sign.vkey)) {
      lines << tr("%1 signed what comes out where the keys that they named count. Here they do not, or "
                  "others do.")
                   .arg(name);
    } else if (!sign.current) {
      lines << tr("%1 signed other results than these.").arg(name);
    } else {
      lines << tr("Signed by **%1**.").arg(name);
    }
  }
  if (lines.isEmpty()) lines << tr("Nobody has signed these results.");
  m_signatures->setSentence(lines.join(QLatin1Char('\n')));
  const bool possible = !m_audit.workspace.empty();
  m_sign->setEnabled(possible);
}

void ReportPage::startSigning() {
  if (m_audit.result == nullptr) return;
  if (const auto choice = m_askKey(this)) Q_EMIT signRequested(choice->file, choice->passphrase);
}

Card* ReportPage::makePreview() {
  auto* card = new Card(this);
  card->setObjectName(QStringLiteral("previewCard"));
  card->setFlush(true);
  auto* bar = new QWidget(card);
  bar->setObjectName(QStringLiteral("previewBar"));
  bar->setFixedHeight(px(48));
  auto* row = new QHBoxLayout(bar);
  row->setContentsMargins(px(12), px(8), px(12), px(8));
  row->setSpacing(px(8));
  m_previous = makeTurner(Icon::Back, tr("Previous page"), tr("Page Up"), bar);
  m_previous->setObjectName(QStringLiteral("previewPrevious"));
  m_next = makeTurner(Icon::Forward, tr("Next page"), tr("Page Down"), bar);
  m_next->setObjectName(QStringLiteral("previewNext"));
  m_position = new TextLabel(TextRole::Body, bar);
  m_position->setObjectName(QStringLiteral("previewPosition"));
  m_fit = makeButton(tr("Page width"), Icon::Search, bar);
  m_fit->setObjectName(QStringLiteral("previewFit"));
  m_fit->setCheckable(true);
  row->addWidget(m_previous);
  row->addWidget(m_position);
  row->addWidget(m_next);
  row->addStretch(1);
  row->addWidget(m_fit);
  card->body()->addWidget(bar);
  card->body()->addWidget(new Separator(card));
  m_scroll = new QScrollArea(card);
  m_scroll->setObjectName(QStringLiteral("previewScroll"));
  m_scroll->setFrameShape(QFrame::NoFrame);
  m_scroll->setFocusPolicy(Qt::NoFocus);
  m_scroll->setWidgetResizable(true);
  m_preview = new ReportPreview(m_scroll);
  m_scroll->setWidget(m_preview);
  auto* words = new QWidget(card);
  words->setObjectName(QStringLiteral("reportWords"));
  auto* column = new QVBoxLayout(words);
  column->setContentsMargins(px(24), px(24), px(24), px(24));
  m_what = new SentenceLabel(TextRole::Panel, words);
  m_what->setObjectName(QStringLiteral("reportWhat"));
  m_what->setMaximumWidth(px(640));
  column->addWidget(m_what);
  column->addStretch(1);
  m_shown = new QStackedWidget(card);
  m_shown->setObjectName(QStringLiteral("reportShown"));
  m_shown->addWidget(m_scroll);
  m_shown->addWidget(words);
  card->body()->addWidget(m_shown, 1);
  connect(m_previous, &QPushButton::clicked, m_preview,
          [this] { m_preview->setPage(m_preview->page() - m_preview->pagesShown()); });
  connect(m_next, &QPushButton::clicked, m_preview,
          [this] { m_preview->setPage(m_preview->page() + m_preview->pagesShown()); });
  connect(m_fit, &QPushButton::toggled, m_preview, &ReportPreview::setWide);
  connect(m_preview, &ReportPreview::pageChanged, this, &ReportPage::showPosition);
  return card;
}

void ReportPage::showAudit(const OpenAudit& audit) {
  m_audit = audit;
  m_deliveries = {};
  const bool open = m_audit.result != nullptr;
  m_states->setCurrentIndex(open ? 0 : 1);
  m_exportAction->setEnabled(open);
  m_status->hide();
  if (!open) return setSubtitle({});
  bool signedOff = false;
  for (const SignOff& sign : m_audit.result->signOffs) {
    signedOff = signedOff || (sign.signatureGood && sign.current);
  }
  setSubtitle(signedOff ? tr("Signed off") : tr("Draft, not yet signed"));
  showSignatures();
  showFormat();
  m_format->button(static_cast<int>(ExportFormat::AuditFile))->setEnabled(!audit.workspace.empty());
  relayout();
}

ExportRequest ReportPage::request() const {
  ExportRequest request;
  request.format = static_cast<ExportFormat>(m_format->checkedId());
  request.options.balance = m_balance->isChecked();
  request.options.scheduler = m_scheduler->isChecked();
  request.options.findings = m_findings->isChecked();
  request.options.paper = static_cast<Paper>(m_paper->currentData().toInt());
  request.options.bothSides = m_bothSides->isChecked();
  request.options.method = m_method->isChecked();
  request.options.allFindings = m_all->isChecked();
  request.options.hidePlates = m_hidePlates->isChecked();
  return request;
}

/// Laying out reads the records for who got what: it waits until somebody looks at the page, so that
/// the pages which are looked at have the machine to themselves.
void ReportPage::showEvent(QShowEvent* event) {
  Page::showEvent(event);
  if (m_stale) relayout();
}

void ReportPage::relayout() {
  m_stale = !isVisible();
  if (m_stale) return;
  if (m_audit.result == nullptr) return;
  if (!m_deliveries.isValid()) {
    m_deliveries = QtConcurrent::run([audit = m_audit] {
      auto found = deliveriesFor(*audit.result, audit.workspace, Progress());
      // The preview does without; whoever saves the report is told.
      return found ? std::move(*found) : nullptr;
    });
  }
  m_layingOut.setFuture(QtConcurrent::run(
      [audit = m_audit.result, options = request().options,
       deliveries = m_deliveries]() mutable -> std::shared_ptr<const Document> {
        if (options.balance) options.deliveries = deliveries.result();
        return std::make_shared<const Document>(layOutReport(*audit, options));
      }));
}

void ReportPage::showPosition() {
  const bool pages = m_shown->currentIndex() == 0;
  for (QWidget* widget : {static_cast<QWidget*>(m_previous), static_cast<QWidget*>(m_next),
                          static_cast<QWidget*>(m_fit)}) {
    widget->setVisible(pages);
  }
  if (!pages) return m_position->setText(tr("What is in it"));
  const int first = m_preview->page();
  const int last = std::min(first + m_preview->pagesShown(), m_preview->pageCount());
  const QString count = formatCount(m_preview->pageCount());
  const bool web = m_format->checkedId() == static_cast<int>(ExportFormat::WebPage);
  m_fit->setToolTip(web ? tr("The web page has the same words and pictures, in one column")
                        : QString());
  m_position->setText(last - first > 1 ? tr("Pages %1–%2 of %3").arg(first + 1).arg(last).arg(count)
                                       : tr("Page %1 of %2").arg(first + 1).arg(count));
  m_previous->setEnabled(first > 0);
  m_next->setEnabled(last < m_preview->pageCount());
}

void ReportPage::startExport() {
  if (m_audit.result == nullptr || m_writing.isRunning()) return;
  ExportRequest wanted = request();
  QString name = QString::fromStdString(m_audit.result->title).simplified();
  name.replace(QLatin1Char('/'), QLatin1Char('-'));
  wanted.path = m_askPath(this, wanted.format, name + suffixOf(wanted.format));
  if (wanted.path.isEmpty()) return;
  m_path = wanted.path;
  m_status->show();
  m_status->setSentence(tr("Writing %1").arg(visibleLine(m_path)));
  m_export->setEnabled(false);
  m_exportAction->setEnabled(false);
  m_writing.setFuture(QtConcurrent::run([audit = m_audit, wanted]() -> Result<void> {
    return runExport(*audit.result, audit.workspace, wanted, Progress());
  }));
}

QList<QAction*> ReportPage::pageActions() const {
  return {m_exportAction};
}

void ReportPage::setCompact(bool compact) {
  Page::setCompact(compact);
  m_choices->setFixedWidth(px(compact ? 268 : 308));
}

namespace {

PageBadge badgeOf(const AuditResult& audit) {
  const bool anySigned =
      std::any_of(audit.signOffs.begin(), audit.signOffs.end(),
                  [](const SignOff& signOff) { return signOff.signatureGood && signOff.current; });
  return {anySigned ? QCoreApplication::translate("plumbline::Page", "signed")
                    : QCoreApplication::translate("plumbline::Page", "draft"),
          Mark::None};
}

}  // namespace

namespace pages {

extern constinit const PageEntry Report{
    .id = PageId::Report,
    .icon = Icon::Report,
    .title = QT_TRANSLATE_NOOP("plumbline::Page", "Report"),
    .help =
        QT_TRANSLATE_NOOP("plumbline::Page",
                          "The audit as pages to print, as tables and as an audit file for others "
                          "to check."),
    .create = createPage<ReportPage>,
    .badge = badgeOf};

}  // namespace pages

}  // namespace plumbline
