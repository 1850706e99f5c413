// SPDX-FileCopyrightText: Plumbline contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/theme/plain_tip.h"

#include <QTextDocument>

#include "model/records/visible_text.h"

namespace plumbline {

QString plainTip(const QString& words) {
  const QString shown = visibleText(words);
  if (!Qt::mightBeRichText(shown)) return shown;
  return QStringLiteral("<p style=\"white-space:pre-wrap\">%1</p>").arg(shown.toHtmlEscaped());
}

}  // namespace plumbline
