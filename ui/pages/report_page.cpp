// SPDX-FileCopyrightText: Plumbline contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/pages/report_page.h"

#include <QAction>
#include <QButtonGroup>
#include <QCheckBox>
#include <QFileDialog>
#include <QHBoxLayout>
#include <QPushButton>
#include <QRadioButton>
#include <QScrollArea>
#include <QStackedWidget>
#include <QtConcurrent>

#include "ui/report/preview.h"
#include "ui/theme/components.h"
#include "ui/words/numbers.h"

namespace plumbline {

namespace {

QString askPath(QWidget* parent, ExportFormat format, const QString& suggestion) {
  switch (format) {
    case ExportFormat::Tables:
      return QFileDialog::getExistingDirectory(parent, ReportPage::tr("Folder for the tables"));
    case ExportFormat::AuditFile:
      return QFileDialog::getSaveFileName(parent, ReportPage::tr("Save audit file"), suggestion,
                                          ReportPage::tr("Audit file (*.plumb)"));
    case ExportFormat::Pdf:
      break;
  }
  return QFileDialog::getSaveFileName(parent, ReportPage::tr("Export report"), suggestion,
                                      ReportPage::tr("PDF (*.pdf)"));
}

QPushButton* makeTurner(Icon which, const QString& name, const QString& keys, QWidget* parent) {
  QPushButton* button = makeButton(QString(), which, parent);
  button->setAccessibleName(name);
  button->setToolTip(QStringLiteral("%1 (%2)").arg(name, keys));
  button->setFixedWidth(px(32));
  return button;
}

}  // namespace

ReportPage::ReportPage(QWidget* parent)
    : Page(PageId::Report, tr("Report"), Body::Fills, parent),
      m_askPath(askPath),
      m_exportAction(new QAction(tr("Export..."), this)) {
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
    m_pdfNote->setText(tr("For reading and print, %1 pages").arg(m_preview->pageCount()));
  });
  connect(&m_writing, &QFutureWatcherBase::finished, this, [this] {
    const Result<void> written = m_writing.result();
    const QString message = written ? QString() : QString::fromStdString(written.error().text());
    m_status->setSentence(written ? tr("Written: %1").arg(m_path)
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
  m_choices->setFixedWidth(px(308));
  auto* column = m_choices->body();
  column->setSpacing(px(2));
  const auto heading = [&](const QString& text) {
    column->addWidget(new TextLabel(TextRole::CardHeading, text, m_choices));
  };
  heading(tr("Format"));
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
    label->setIndent(px(26));
    column->addWidget(label);
    column->addSpacing(px(8));
    return label;
  };
  m_pdfNote = radio(ExportFormat::Pdf, tr("PDF"), tr("For reading and print"));
  radio(ExportFormat::Tables, tr("Tables"), tr("CSV with units and methods"));
  radio(ExportFormat::AuditFile, tr("Audit file (.plumb)"), tr("Anyone can check and continue"));
  m_format->button(0)->setChecked(true);
  column->addSpacing(px(8));
  heading(tr("Contents of the PDF"));
  const auto box = [&](const QString& text, const QString& name, bool on) {
    auto* check = new QCheckBox(text, m_choices);
    check->setObjectName(name);
    check->setAccessibleName(text);
    check->setChecked(on);
    column->addWidget(check);
    connect(check, &QCheckBox::toggled, this, &ReportPage::relayout);
    return check;
  };
  m_bothSides = box(tr("Findings with rows of both sides"), QStringLiteral("withSides"), true);
  m_method = box(tr("Method and what it could not see"), QStringLiteral("withMethod"), true);
  m_all = box(tr("All findings (else: top 20)"), QStringLiteral("allFindings"), false);
  m_hidePlates = box(tr("Hide vehicle plates"), QStringLiteral("hidePlates"), true);
  column->addStretch(1);
  m_export = makePrimaryButton(tr("Export PDF..."), Icon::Export, m_choices);
  m_export->setObjectName(QStringLiteral("exportButton"));
  m_export->setSizePolicy(QSizePolicy::Fixed, QSizePolicy::Fixed);
  connect(m_export, &QPushButton::clicked, this, &ReportPage::startExport);
  column->addWidget(m_export);
  m_status = new SentenceLabel(TextRole::Small, m_choices);
  m_status->setObjectName(QStringLiteral("exportStatus"));
  m_status->setColor(ColorRole::Muted);
  column->addSpacing(px(6));
  column->addWidget(m_status);
  connect(m_format, &QButtonGroup::idToggled, this, [this](int id, bool on) {
    if (!on) return;
    static const char* const texts[] = {QT_TR_NOOP("Export PDF..."), QT_TR_NOOP("Export tables..."),
                                        QT_TR_NOOP("Export audit file...")};
    m_export->setText(tr(texts[id]));
    m_export->setAccessibleName(m_export->text());
    for (QCheckBox* check : {m_bothSides, m_method, m_all, m_hidePlates}) {
      check->setEnabled(id == static_cast<int>(ExportFormat::Pdf));
    }
  });
  return m_choices;
}

Card* ReportPage::makePreview() {
  auto* card = new Card(this);
  card->setObjectName(QStringLiteral("previewCard"));
  card->setFlush(true);
  auto* bar = new QWidget(card);
  bar->setObjectName(QStringLiteral("previewBar"));
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
  card->body()->addWidget(m_scroll, 1);
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
  const bool open = m_audit.result != nullptr;
  m_states->setCurrentIndex(open ? 0 : 1);
  m_exportAction->setEnabled(open);
  m_status->setSentence({});
  if (!open) return setSubtitle({});
  bool signedOff = false;
  for (const SignOff& sign : m_audit.result->signOffs) {
    signedOff = signedOff || (sign.signatureGood && sign.current);
  }
  setSubtitle(signedOff ? tr("Signed off") : tr("Draft, not yet signed"));
  m_format->button(static_cast<int>(ExportFormat::AuditFile))->setEnabled(!audit.workspace.empty());
  relayout();
}

ExportRequest ReportPage::request() const {
  ExportRequest request;
  request.format = static_cast<ExportFormat>(m_format->checkedId());
  request.options.bothSides = m_bothSides->isChecked();
  request.options.method = m_method->isChecked();
  request.options.allFindings = m_all->isChecked();
  request.options.hidePlates = m_hidePlates->isChecked();
  return request;
}

void ReportPage::relayout() {
  if (m_audit.result == nullptr) return;
  m_layingOut.setFuture(QtConcurrent::run(
      [audit = m_audit.result, options = request().options]() -> std::shared_ptr<const Document> {
        return std::make_shared<const Document>(layOutReport(*audit, options));
      }));
}

void ReportPage::showPosition() {
  const int first = m_preview->page();
  const int last = std::min(first + m_preview->pagesShown(), m_preview->pageCount());
  const QString count = formatCount(m_preview->pageCount());
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
  const bool pdf = wanted.format == ExportFormat::Pdf;
  wanted.path = m_askPath(this, wanted.format,
                          name + (pdf ? QStringLiteral(".pdf") : QStringLiteral(".plumb")));
  if (wanted.path.isEmpty()) return;
  m_path = wanted.path;
  m_status->setSentence(tr("Writing %1").arg(m_path));
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

}  // namespace plumbline
