// SPDX-FileCopyrightText: Plumbline contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QDialog>
#include <QStringList>

#include "model/evidence/authors_word.h"
#include "model/evidence/evidence_report.h"

class QPushButton;
class QTableWidget;
class QVBoxLayout;

namespace plumbline {

/// The key of who signed the audit, to be compared with them and named as a person's.
class CompareAuthorDialog : public QDialog {
  Q_OBJECT
 public:
  CompareAuthorDialog(const AuthorsWord& author, QWidget* parent);

 Q_SIGNALS:
  void vouchRequested(const QString& partiesLine, bool vouch);
};

/// Asks once, and names the author, before their choice of keys is taken over as a whole. Accepted:
/// they want it.
class TakeWordDialog : public QDialog {
  Q_OBJECT
 public:
  TakeWordDialog(const AuthorsWord& author, QWidget* parent);
};

/// What the author named, key by key: none is taken over that was not chosen.
class TakeNamesDialog : public QDialog {
  Q_OBJECT
 public:
  /// `parties`: keys that are the user's own already are left out.
  TakeNamesDialog(const AuthorsWord& author, const std::vector<PartyView>& parties,
                  QWidget* parent);

 Q_SIGNALS:
  void taken(const QStringList& partiesLines);

 private:
  void addRow(const PartyKey& name, const PartyView* party);
  [[nodiscard]] QStringList chosen() const;
  void refresh();
  void showDigits();

  QTableWidget* m_table;
  QVBoxLayout* m_digits;
  QPushButton* m_take;
};

}  // namespace plumbline
