// SPDX-FileCopyrightText: Plumbline contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

// The columns of a file, one a row: heading, first value, what it means, unit or zone, state.

#include <memory>

#include <QAbstractTableModel>

#include "model/readers/table_survey.h"

namespace plumbline {

class MappingModel : public QAbstractTableModel {
  Q_OBJECT
 public:
  enum Column { Heading, FirstValue, Means, UnitOrZone, State, ColumnCount };
  /// What the last column of a row can hold besides nothing.
  enum class Extra { None, Unit, Zone };

  explicit MappingModel(QObject* parent = nullptr) : QAbstractTableModel(parent) {}
  void setSurvey(std::shared_ptr<const TableSurvey> survey, Mapping mapping, bool tableIsClear);
  [[nodiscard]] const Mapping& mapping() const { return m_mapping; }
  [[nodiscard]] const std::vector<Question>& questions() const { return m_questions; }

  /// An empty field means that the column is not read. Another column of that field is then no
  /// more.
  void setField(int row, const std::string& field);
  void setUnit(int row, std::optional<Unit> unit);
  void setZone(int row, const std::string& zone);
  void setDensity(int row, std::optional<Density> density);
  void setOrder(DateOrder order);  // of the dates that have none of their own
  void setDecimal(DecimalMark mark);
  void setParty(const std::string& party);
  void setConstant(const std::string& field, const std::string& text);
  /// Starts again from the headings.
  void setTable(Table table);

  [[nodiscard]] std::string fieldOf(int row) const;
  [[nodiscard]] Extra extraOf(int row) const;
  [[nodiscard]] const ColumnRule* ruleAt(int row) const;
  /// The first date column whose order the file leaves open, or -1.
  [[nodiscard]] bool asksForOrder() const { return m_asksForOrder; }

  [[nodiscard]] int rowCount(const QModelIndex& parent = {}) const override;
  [[nodiscard]] int columnCount(const QModelIndex& parent = {}) const override;
  [[nodiscard]] QVariant data(const QModelIndex& index, int role) const override;
  [[nodiscard]] QVariant headerData(int section, Qt::Orientation orientation,
                                    int role) const override;

 Q_SIGNALS:
  void mappingChanged();

 private:
  [[nodiscard]] ColumnRule* rule(int row);
  [[nodiscard]] const Question* questionAt(int row) const;
  [[nodiscard]] QString textOf(int row, int column) const;
  void changed();

  std::shared_ptr<const TableSurvey> m_survey;
  Mapping m_mapping;
  bool m_tableIsClear = true;
  bool m_asksForOrder = false;
  std::vector<Question> m_questions;
};

}  // namespace plumbline
