// SPDX-FileCopyrightText: Plumbline contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QDialog>
#include <QList>

#include "model/audit/old_list.h"

class QCheckBox;
class QPushButton;

namespace plumbline {

class TextLabel;

/// The list of keys that an earlier version kept in the workspace. Whoever made the file could have
/// written it, so it is taken over only after each key was compared with its owner.
class OldKeysDialog : public QDialog {
  Q_OBJECT
 public:
  OldKeysDialog(const OldList& list, QWidget* parent);

 Q_SIGNALS:
  /// The digest of the list that was shown.
  void taken(const QString& digest);

 private:
  [[nodiscard]] QWidget* makeKeys(const OldList& list);
  [[nodiscard]] QWidget* makeKey(const TrustedKey& key, QWidget* parent);
  void refresh();

  QList<QCheckBox*> m_agree;  // one a key
  TextLabel* m_state;
  QPushButton* m_take;
};

}  // namespace plumbline
