// SPDX-FileCopyrightText: Plumbline contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QDialog>

#include "model/audit/audit_result.h"
#include "model/verdict/entered_claim.h"

class QComboBox;
class QFormLayout;
class QLineEdit;
class QPushButton;

namespace plumbline {

class SentenceLabel;

/// Which claim did you read, and where? It becomes a question to the records, not a record.
class EnterClaimDialog : public QDialog {
  Q_OBJECT
 public:
  EnterClaimDialog(const AuditResult& audit, QWidget* parent);

 Q_SIGNALS:
  void entered(const plumbline::EnteredClaim& claim);

 private:
  [[nodiscard]] QFormLayout* makeForm(const AuditResult& audit);
  QLineEdit* addField(QFormLayout* form, const QString& name, const char* object,
                      const QString& example);
  QComboBox* addChoice(QFormLayout* form, const QString& name, const char* object);
  [[nodiscard]] EnteredClaim claim() const;
  [[nodiscard]] QString missing() const;
  void refresh();

  QComboBox* m_party = nullptr;
  QComboBox* m_metric = nullptr;
  QLineEdit* m_value = nullptr;
  QComboBox* m_unit = nullptr;
  QLineEdit* m_first = nullptr;
  QLineEdit* m_last = nullptr;
  QLineEdit* m_source = nullptr;
  QLineEdit* m_text = nullptr;
  SentenceLabel* m_missing = nullptr;
  QPushButton* m_enter = nullptr;
};

}  // namespace plumbline
