// SPDX-FileCopyrightText: Plumbline contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QDialog>

#include "model/decisions/unsigned_files.h"

#include "ui/dialogs/key_choice.h"

class QLineEdit;
class QPushButton;

namespace plumbline {

class SentenceLabel;

/// What somebody says of a file, and the key they sign it with.
struct VouchRequest {
  QString original;  // SHA-256 of the file
  VouchText text;
  KeyChoice key;
};

/// Where is this file from? The answers are signed with a key of one's own.
class VouchDialog : public QDialog {
  Q_OBJECT
 public:
  VouchDialog(const UnsignedFile& file, AskKey ask, QWidget* parent);

 Q_SIGNALS:
  void vouched(const plumbline::VouchRequest& request);

 private:
  QLineEdit* addField(const QString& name, const char* object, const QString& example);
  [[nodiscard]] VouchText text() const;
  void refresh();
  void sign();

  QString m_original;
  AskKey m_ask;
  QLineEdit* m_file = nullptr;
  QLineEdit* m_from = nullptr;
  QLineEdit* m_obtained = nullptr;
  QLineEdit* m_how = nullptr;
  SentenceLabel* m_missing = nullptr;
  QPushButton* m_sign = nullptr;
};

}  // namespace plumbline
