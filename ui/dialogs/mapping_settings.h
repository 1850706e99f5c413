// SPDX-FileCopyrightText: Plumbline contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

// How the whole file is to be read: which table it is, its text, its decimals and dates.

#include <QWidget>

#include "ui/dialogs/mapping_model.h"

class QComboBox;
class QHBoxLayout;

namespace plumbline {

class MappingSettings : public QWidget {
  Q_OBJECT
 public:
  MappingSettings(MappingModel* model, QWidget* parent);
  /// Shows the mapping of the model; what a file of this kind does not have is hidden.
  void fill(const TableSurvey& survey);
  /// The file is read in this shape to begin with.
  void chooseShapeOf(const Mapping& mapping);
  /// What the user said of the file's shape so far.
  [[nodiscard]] const ShapeChoice& choice() const { return m_choice; }

 Q_SIGNALS:
  void tableChosen();
  /// The file is to be read again.
  void shapeChosen();

 private:
  QComboBox* addCombo(QHBoxLayout* row, const QString& label, const char* name);
  void addEntries();
  void listen();

  MappingModel* m_model;
  ShapeChoice m_choice;
  QComboBox* m_table;
  QComboBox* m_text;
  QComboBox* m_between;
  QComboBox* m_sheet;
  QComboBox* m_decimals;
  QComboBox* m_dates;
};

}  // namespace plumbline
