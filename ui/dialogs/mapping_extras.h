// SPDX-FileCopyrightText: Plumbline contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

// What a file does not say in a column: whose records they are, words that hold for every row, and
// the density of a volume.

#include <QWidget>

#include "ui/dialogs/mapping_model.h"

class QHBoxLayout;
class QLineEdit;

namespace plumbline {

class MappingExtras : public QWidget {
  Q_OBJECT
 public:
  MappingExtras(MappingModel* model, QWidget* parent);
  void fillParty();
  /// The fields that the questions and constants of the mapping ask for.
  void fillFields();
  [[nodiscard]] QWidget* partyField() const;

 private:
  QLineEdit* addEdit(QHBoxLayout* to, const QString& label, const char* name);
  QWidget* makeDensity();
  void takeDensity();
  void addConstant(const std::string& field, const QString& text);

  MappingModel* m_model;
  QLineEdit* m_party;
  QWidget* m_constants;
  QWidget* m_density;
  QLineEdit* m_densityValue = nullptr;
  QLineEdit* m_densitySource = nullptr;
};

}  // namespace plumbline
