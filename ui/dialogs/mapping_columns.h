// SPDX-FileCopyrightText: Plumbline contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

// The columns of the file, one a row, with fields in which their meaning, unit and zone are chosen.

#include <QTableView>

#include "ui/dialogs/mapping_model.h"

class QComboBox;

namespace plumbline {

class MappingColumns : public QTableView {
  Q_OBJECT
 public:
  MappingColumns(MappingModel* model, QWidget* parent);
  /// Makes the fields anew; the keyboard comes to them after `before`.
  void fill(QWidget* before);

 Q_SIGNALS:
  /// Another column may just have lost its field: all are to be filled again.
  void meaningChosen();

 private:
  QComboBox* makeMeans(int row);
  QComboBox* makeUnit(int row);
  QComboBox* makeZone(int row);
  QComboBox* makeExtra(int row);
  void setMeaning(int row, const std::string& field);
  [[nodiscard]] QString headingOf(int row) const;

  MappingModel* m_model;
};

}  // namespace plumbline
