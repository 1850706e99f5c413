// SPDX-FileCopyrightText: Plumbline contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <optional>

#include <QDialog>

#include "model/tracks/fix.h"

#include "ui/dialogs/key_choice.h"

class QLineEdit;
class QPushButton;

namespace plumbline {

class SentenceLabel;

/// What somebody says of a device and a load, or takes back, and the key they sign it with.
struct TieRequest {
  std::string device;
  Hash file;
  std::string load;  // "SH-0417" or "party/SH-0417"
  std::optional<Timestamp> from = {}, to = {};
  bool withdraw = false;
  KeyChoice key;
};

/// In which load was this tag? The answer is signed with a key of one's own.
class TieTrackDialog : public QDialog {
  Q_OBJECT
 public:
  TieTrackDialog(const Track& track, AskKey ask, QWidget* parent);

 Q_SIGNALS:
  void tied(const plumbline::TieRequest& request);

 private:
  QLineEdit* addField(const QString& name, const char* object, const QString& example);
  void refresh();
  void sign();

  TieRequest m_request;
  AskKey m_ask;
  QLineEdit* m_load = nullptr;
  QLineEdit* m_from = nullptr;
  QLineEdit* m_to = nullptr;
  SentenceLabel* m_missing = nullptr;
  QPushButton* m_sign = nullptr;
};

}  // namespace plumbline
