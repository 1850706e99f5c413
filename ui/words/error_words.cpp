// SPDX-FileCopyrightText: Plumbline contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/words/error_words.h"

#include <QCoreApplication>

#include "ui/words/lists.h"

namespace plumbline::words {
namespace {

struct Words {
  Q_DECLARE_TR_FUNCTIONS(plumbline::Errors)
};

std::string translated(const char* pattern) { return Words::tr(pattern).toStdString(); }

QString placeOf(const Place& where) {
  QStringList parts;
  if (!where.file.empty()) parts << QString::fromStdString(where.file);
  if (where.row > 0) parts << Words::tr("row %1").arg(where.row);
  if (!where.column.empty()) {
    parts << Words::tr("column %1").arg(QString::fromStdString(where.column));
  }
  if (where.byte >= 0) parts << Words::tr("byte %1").arg(where.byte);
  return listed(parts);
}

}  // namespace

QString messageText(const Message& message) {
  return QString::fromStdString(message.text(translated));
}

QString errorText(const Error& error) {
  QString text = messageText(error.message);
  const QString place = placeOf(error.where);
  if (!place.isEmpty()) text = Words::tr("%1: %2").arg(place, text);
  if (!error.found.empty()) {
    text = Words::tr("%1. Found: %2").arg(text, messageText(error.found.message()));
  }
  if (!error.expected.empty()) {
    text = Words::tr("%1. Expected: %2").arg(text, messageText(error.expected));
  }
  return text;
}

}  // namespace plumbline::words
