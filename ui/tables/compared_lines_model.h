// SPDX-FileCopyrightText: Plumbline contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

// What two audits have the same and what not, a line each.

#include <QAbstractTableModel>

#include "ui/words/comparison_words.h"

namespace plumbline {

class ComparedLinesModel : public QAbstractTableModel {
  Q_OBJECT
 public:
  enum Column { WhatColumn, WordColumn, OursColumn, TheirsColumn, ColumnCount };
  explicit ComparedLinesModel(std::vector<words::ComparedLine> lines, QObject* parent = nullptr)
      : QAbstractTableModel(parent), m_lines(std::move(lines)) {}
  [[nodiscard]] int rowCount(const QModelIndex& parent = {}) const override;
  [[nodiscard]] int columnCount(const QModelIndex& parent = {}) const override;
  [[nodiscard]] QVariant data(const QModelIndex& index, int role) const override;
  [[nodiscard]] QVariant headerData(int section, Qt::Orientation orientation,
                                    int role) const override;

 private:
  std::vector<words::ComparedLine> m_lines;
};

}  // namespace plumbline
