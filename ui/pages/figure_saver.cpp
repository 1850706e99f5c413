// SPDX-FileCopyrightText: Plumbline contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/pages/figure_saver.h"

#include <QCoreApplication>
#include <QFileDialog>
#include <QFileInfo>

#include "ui/theme/card.h"
#include "ui/words/error_words.h"

namespace plumbline {

namespace {

struct Words {
  Q_DECLARE_TR_FUNCTIONS(plumbline::FigureSaver)
};

QString askUser(QWidget* parent, const QString& suggestion) {
  QString chosen;
  const QString svg = Words::tr("SVG picture (*.svg)");
  const QString pdf = Words::tr("PDF picture (*.pdf)");
  const QString png = Words::tr("PNG picture (*.png)");
  const QString csv = Words::tr("CSV table (*.csv)");
  QString path = QFileDialog::getSaveFileName(
      parent, Words::tr("Save picture or table"), suggestion,
      QStringList{svg, pdf, png, csv}.join(QStringLiteral(";;")), &chosen);
  if (path.isEmpty() || !QFileInfo(path).suffix().isEmpty()) return path;
  return path + (chosen == csv   ? QStringLiteral(".csv")
                 : chosen == png ? QStringLiteral(".png")
                 : chosen == pdf ? QStringLiteral(".pdf")
                                 : QStringLiteral(".svg"));
}

}  // namespace

FigureSaver::FigureSaver() : m_ask(askUser) {}

void FigureSaver::save(Card* card, const FigureFile& file, const QString& suggestion) const {
  const QString path = m_ask(card, suggestion);
  if (path.isEmpty()) return;
  const QString name = QFileInfo(path).fileName();
  const Result<void> saved = saveFigureTo(path, file);
  card->setNote(saved ? Words::tr("Saved as %1").arg(name)
                      : words::errorText(saved.error()));
}

}  // namespace plumbline
