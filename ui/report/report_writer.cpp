// SPDX-FileCopyrightText: Plumbline contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/report/report_writer.h"

#include <QBuffer>
#include <QCoreApplication>
#include <QHashSeed>
#include <QMutex>
#include <QPageLayout>
#include <QPainter>
#include <QPdfWriter>

#include "model/records/visible_text.h"
#include "model/store/safe_file.h"

#include "ui/report/pdf_dates.h"
#include "ui/report/report_pages.h"
#include "ui/report/web_writer.h"

namespace plumbline {

namespace {

/// The fonts of a PDF are written in the order of a hash table. With the seed fixed while its
/// entries are made, that order is the same in every run.
class FixedHashSeed {
 public:
  FixedHashSeed() : m_lock(&mutex()) { QHashSeed::setDeterministicGlobalSeed(); }
  ~FixedHashSeed() { QHashSeed::resetRandomGlobalSeed(); }
  Q_DISABLE_COPY_MOVE(FixedHashSeed)

 private:
  static QMutex& mutex() {
    static QMutex one;
    return one;
  }
  QMutexLocker<QMutex> m_lock;
};

QByteArray pdfBytes(const AuditResult& audit, const Document& document) {
  const FixedHashSeed seed;
  QByteArray bytes;
  QBuffer buffer(&bytes);
  buffer.open(QIODevice::WriteOnly);
  QPdfWriter pdf(&buffer);
  pdf.setResolution(paper::resolution);
  const auto size = document.paper() == Paper::Letter ? QPageSize::Letter : QPageSize::A4;
  pdf.setPageLayout(QPageLayout(QPageSize(size), QPageLayout::Portrait, QMarginsF()));
  pdf.setTitle(visibleLine(QString::fromStdString(audit.title)));
  pdf.setCreator(QStringLiteral("Plumbline"));
  QPainter painter(&pdf);
  for (int page = 0; page < document.pageCount(); ++page) {
    if (page > 0) pdf.newPage();
    document.paint(&painter, page);
  }
  painter.end();
  buffer.close();
  return bytes;
}

Result<void> save(const QString& path, const QByteArray& bytes) {
  return saveFile(path.toStdU16String(),
                  {bytes.constData(), static_cast<std::size_t>(bytes.size())});
}

}  // namespace

QByteArray reportPdf(const AuditResult& audit, const ReportOptions& options) {
  const Document document = layOutReport(audit, options);
  QByteArray bytes = pdfBytes(audit, document);
  fixPdfDates(bytes, audit.end, audit.resultsDigest);
  return bytes;
}

Result<void> writeReport(const AuditResult& audit, const QString& path,
                         const ReportOptions& options) {
  return save(path, reportPdf(audit, options));
}

QByteArray webPage(const AuditResult& audit, const ReportOptions& options) {
  WebWriter writer;
  writeAll(writer, audit, options);
  return writer.page(QCoreApplication::translate("plumbline::Report", "%1: Plumbline audit")
                         .arg(visibleLine(QString::fromStdString(audit.title))));
}

Result<void> writeWebPage(const AuditResult& audit, const QString& path,
                          const ReportOptions& options) {
  return save(path, webPage(audit, options));
}

}  // namespace plumbline
