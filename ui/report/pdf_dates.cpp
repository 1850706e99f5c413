// SPDX-FileCopyrightText: Plumbline contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/report/pdf_dates.h"

#include <QList>

namespace plumbline {

namespace {

/// Replaces what stands between `before` and `after` with `text`, cut or filled to its length.
void overwriteAll(QByteArray& pdf, const QByteArray& before, const QByteArray& after,
                  const QByteArray& text, char filler) {
  for (qsizetype at = pdf.indexOf(before); at >= 0; at = pdf.indexOf(before, at)) {
    at += before.size();
    const qsizetype end = pdf.indexOf(after, at);
    if (end < 0) return;
    pdf.replace(at, end - at, text.leftJustified(end - at, filler, true));
  }
}

/// Every offset of the cross-reference table (PDF 32000-1, 7.5.4) that lies behind `from`, and the
/// one of the table itself, moves by `by` bytes.
void moveOffsets(QByteArray& pdf, qsizetype from, qsizetype by) {
  constexpr qsizetype entrySize = 20;  // "0000000017 00000 n" and its line end
  const qsizetype start = pdf.lastIndexOf("startxref\n");
  const qsizetype table = pdf.lastIndexOf("xref\n", start - 1);
  if (start < 0 || table < 0) return;
  const qsizetype header = table + 5;  // "0 42"
  const qsizetype first = pdf.indexOf('\n', header) + 1;
  const qsizetype count = pdf.mid(header, first - header - 1).split(' ').value(1).toLongLong();
  for (qsizetype i = 0; i < count && first + (i + 1) * entrySize <= start; ++i) {
    const qsizetype at = first + i * entrySize;
    const qsizetype offset = pdf.mid(at, 10).toLongLong();
    if (offset > from) pdf.replace(at, 10, QByteArray::number(offset + by).rightJustified(10, '0'));
  }
  const qsizetype number = start + 10;
  qsizetype end = number;
  while (end < pdf.size() && pdf[end] >= '0' && pdf[end] <= '9') ++end;
  pdf.replace(number, end - number, QByteArray::number(table));
}

/// The date as Qt writes it has a zone of one or of seven characters, by the clock of the machine.
void setCreationDate(QByteArray& pdf, const QByteArray& date) {
  const QByteArray before("/CreationDate (D:");
  const qsizetype found = pdf.indexOf(before);
  if (found < 0) return;
  const qsizetype at = found + before.size();
  const qsizetype end = pdf.indexOf(')', at);
  if (end < 0) return;
  const qsizetype moved = date.size() - (end - at);
  pdf.replace(at, end - at, date);
  if (moved != 0) moveOffsets(pdf, at, moved);
}

}  // namespace

void fixPdfDates(QByteArray& pdf, Timestamp time, const Hash& identity) {
  const QByteArray iso = QByteArray::fromStdString(time.text()).left(19);
  QByteArray compact = iso;  // 2142-01-01T00:00:00 -> 21420101000000
  compact.replace("-", "").replace(":", "").replace("T", "");
  setCreationDate(pdf, compact + 'Z');
  const QByteArray digest = QByteArray::fromStdString(identity.hex());
  overwriteAll(pdf, "/ID [ <", "> <", digest, '0');
}

}  // namespace plumbline
