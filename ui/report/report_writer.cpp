// SPDX-FileCopyrightText: Plumbline contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/report/report_writer.h"

#include <QBuffer>
#include <QHashSeed>
#include <QMutex>
#include <QPageLayout>
#include <QPainter>
#include <QPdfWriter>
#include <QSaveFile>

#include "ui/report/pdf_dates.h"

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
  pdf.setPageLayout(QPageLayout(QPageSize(QPageSize::A4), QPageLayout::Portrait, QMarginsF()));
  pdf.setTitle(QString::fromStdString(audit.title));
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

}  // namespace

Result<void> writeReport(const AuditResult& audit, const QString& path,
                         const ReportOptions& options) {
  const Document document = layOutReport(audit, options);
  QByteArray bytes = pdfBytes(audit, document);
  fixPdfDates(bytes, audit.end, audit.resultsDigest);
  QSaveFile file(path);
  const bool written =
      file.open(QIODevice::WriteOnly) && file.write(bytes) == bytes.size() && file.commit();
  if (!written) {
    return Error{ErrorCode::Io, file.errorString().toStdString(), {path.toStdString()}};
  }
  return {};
}

}  // namespace plumbline
