// SPDX-FileCopyrightText: Plumbline contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QDialog>

#include "model/decisions/decide_alias.h"

#include "ui/dialogs/key_choice.h"
#include "ui/tables/names_model.h"

class QPushButton;
class QTableView;
class QVBoxLayout;

namespace plumbline {

class TextLabel;

/// What somebody decided about names, and the key they sign it with.
struct NamesRequest {
  std::vector<AliasStep> steps;
  KeyChoice key;
};

/// Are these the same? Suggestions and decisions apart; what is decided is signed all at once, and can
/// be undone before that and taken back after it. S, N and L answer.
class NamesDialog : public QDialog {
  Q_OBJECT
 public:
  NamesDialog(AliasBook book, std::vector<AliasSuggestion> suggestions, AskKey ask, QWidget* parent);

 Q_SIGNALS:
  void decided(const plumbline::NamesRequest& request);

 protected:
  /// Whoever steps into a list looks at it.
  bool eventFilter(QObject* watched, QEvent* event) override;

 private:
  [[nodiscard]] QWidget* makeLists();
  [[nodiscard]] QWidget* makeDetails();
  [[nodiscard]] QWidget* makeReasons();
  [[nodiscard]] QTableView* makeTable(NamesModel* model, const QString& name, const char* object);
  void makeAnswers(QVBoxLayout* column);
  void makeFoot(QVBoxLayout* column);
  void connectKeys();

  void fill();
  [[nodiscard]] std::vector<NamesRow> suggestedRows() const;
  [[nodiscard]] std::vector<NamesRow> decidedRows() const;
  [[nodiscard]] const NamesRow* chosen() const;
  void showChosen();
  void showReasons(const AliasSuggestion& names);
  void answer(bool same);
  void later();
  void undo();
  void sign();
  /// A circle is stopped at once, and both names shown.
  [[nodiscard]] bool isStopped(const NamePair& pair);

  AliasBook m_book;
  std::vector<AliasSuggestion> m_suggestions;  // that are still open
  std::vector<AliasSuggestion> m_answered;     // of the steps; of a withdrawal only the pair
  std::vector<AliasStep> m_steps;
  AskKey m_ask;
  NamesModel* m_suggested;
  NamesModel* m_decided;
  QTableView* m_suggestedView = nullptr;
  QTableView* m_decidedView = nullptr;
  bool m_onDecided = false;  // which list is looked at
  TextLabel* m_suggestedHead = nullptr;
  TextLabel* m_decidedHead = nullptr;
  TextLabel* m_names = nullptr;
  TextLabel* m_kind = nullptr;
  QVBoxLayout* m_reasons = nullptr;
  TextLabel* m_effect = nullptr;
  TextLabel* m_message = nullptr;
  TextLabel* m_open = nullptr;
  QPushButton* m_same = nullptr;
  QPushButton* m_apart = nullptr;
  QPushButton* m_later = nullptr;
  QPushButton* m_undo = nullptr;
  QPushButton* m_sign = nullptr;
};

}  // namespace plumbline
