// SPDX-FileCopyrightText: Plumbline contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/dialogs/vouch_dialog.h"
#include "ui/tables/unsigned_files_model.h"
#include "ui/theme/card.h"

class QTableView;

namespace plumbline {

/// Files that carry no signature, and who says where they are from. Hidden where there is none.
class UnsignedFilesCard : public Card {
  Q_OBJECT
 public:
  explicit UnsignedFilesCard(QWidget* parent = nullptr);
  void setFiles(std::vector<UnsignedFile> files);
  void setAskKey(AskKey ask) { m_ask = std::move(ask); }

 Q_SIGNALS:
  void vouched(const plumbline::VouchRequest& request);

 private:
  /// Most audits have no such file, and a table costs the page that holds it some milliseconds.
  void build();
  void choose();
  void vouch();

  AskKey m_ask = askForKey;
  UnsignedFilesModel* m_model;
  QTableView* m_view = nullptr;
  SentenceLabel* m_said = nullptr;
  QPushButton* m_vouch = nullptr;
};

}  // namespace plumbline
