// SPDX-FileCopyrightText: Plumbline contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <functional>

#include "ui/charts/save_picture.h"

class QWidget;

namespace plumbline {

class Card;

/// Asks where, writes a figure as SVG, PDF, PNG or its table as CSV, and says in the card what
/// became of it.
class FigureSaver {
 public:
  /// Where to? Empty: nowhere. Tests answer instead of the user.
  using AskPath = std::function<QString(QWidget* parent, const QString& suggestion)>;
  FigureSaver();
  void setAskPath(AskPath ask) { m_ask = std::move(ask); }
  void save(Card* card, const FigureFile& file, const QString& suggestion) const;

 private:
  AskPath m_ask;
};

}  // namespace plumbline
