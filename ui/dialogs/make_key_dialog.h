// SPDX-FileCopyrightText: Plumbline contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <functional>

#include <QDialog>
#include <QFutureWatcher>

#include "model/decisions/key_file.h"

#include "ui/dialogs/key_vault.h"

class QComboBox;
class QFormLayout;
class QLineEdit;
class QPushButton;
class QRadioButton;
class QStackedWidget;
class QVBoxLayout;

namespace plumbline {

class SentenceLabel;
class TextLabel;

/// Makes a signing key: name, job, passphrase or keychain, where to keep it. The file is encrypted
/// PKCS#8 in every case; afterwards the dialog shows what others need to know the key.
class MakeKeyDialog : public QDialog {
  Q_OBJECT
 public:
  using AskPath = std::function<QString(QWidget*, const QString& suggestion)>;
  MakeKeyDialog(QWidget* parent, AskPath ask, KeyVault vault);
  ~MakeKeyDialog() override;

 private:
  /// What is left of a key when the secret part is on the disk.
  struct Made {
    QString file;
    QString line;  // for other people's parties or policy file
    QString fingerprint;
    QString problem;  // empty: the key was made
  };
  QWidget* makeForm();
  QWidget* makeResult();
  void addNames(QFormLayout* form);
  void addProtection(QFormLayout* form);
  void addPlace(QFormLayout* form);
  [[nodiscard]] QWidget* makeButtons();
  void refresh();
  [[nodiscard]] QString whatIsMissing() const;
  [[nodiscard]] KeyJob job() const;
  void start();
  void keepPassphrase(Made made);
  void finish(const Made& made);

  AskPath m_ask;
  KeyVault m_vault;
  QStackedWidget* m_states = nullptr;
  QComboBox* m_job = nullptr;
  QComboBox* m_role = nullptr;
  QLineEdit* m_name = nullptr;
  QRadioButton* m_byPassphrase = nullptr;
  QRadioButton* m_byKeychain = nullptr;
  QLineEdit* m_passphrase = nullptr;
  QLineEdit* m_again = nullptr;
  TextLabel* m_hint = nullptr;
  QLineEdit* m_file = nullptr;
  SentenceLabel* m_missing = nullptr;
  QPushButton* m_make = nullptr;
  QFormLayout* m_form = nullptr;
  SentenceLabel* m_where = nullptr;
  QVBoxLayout* m_digits = nullptr;
  QLineEdit* m_line = nullptr;
  QString m_secret;  // of the key that is being made; emptied afterwards
  QFutureWatcher<Made> m_making;
};

}  // namespace plumbline
