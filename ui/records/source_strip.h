// SPDX-FileCopyrightText: Plumbline contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "model/workspace/record_reader.h"

#include "ui/theme/card.h"

class QLineEdit;

namespace plumbline {

class Tag;

/// The exact bytes of the current record, where they stand and who signed them.
class SourceStrip : public Card {
  Q_OBJECT
 public:
  explicit SourceStrip(QWidget* parent = nullptr);
  void showNothing();
  void focusBytes();
  void showOrigin(const QString& recordId, const RecordOrigin& origin);

 private:
  Tag* m_state = nullptr;
  QLineEdit* m_bytes = nullptr;
};

}  // namespace plumbline
