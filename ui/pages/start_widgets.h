// SPDX-FileCopyrightText: Plumbline contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QAbstractButton>

#include "ui/pages/recent_audits.h"
#include "ui/theme/icons.h"

class QLineEdit;

namespace plumbline {

class SentenceLabel;
class TextLabel;

/// A large button with an icon, a bold line and a line of explanation.
class ActionCard : public QAbstractButton {
  Q_OBJECT
 public:
  ActionCard(Icon icon, const QString& title, const QString& explanation, bool preferred,
             QWidget* parent);
  [[nodiscard]] QSize sizeHint() const override;

 protected:
  void paintEvent(QPaintEvent* event) override;

 private:
  Icon m_icon;
  QString m_explanation;
  bool m_preferred;
};

/// One audit opened before: its verdict's mark, its name, the verdict in words, when.
class RecentRow : public QAbstractButton {
  Q_OBJECT
 public:
  RecentRow(const RecentAudit& audit, QWidget* parent);
  [[nodiscard]] QSize sizeHint() const override;

 protected:
  void paintEvent(QPaintEvent* event) override;

 private:
  RecentAudit m_audit;
  QString m_words;
  QString m_when;
  QString m_path;
};

/// A dashed frame that says that files may be dropped; the window takes the drop itself.
class DropArea : public QWidget {
  Q_OBJECT
 public:
  explicit DropArea(QWidget* parent = nullptr);

 protected:
  void paintEvent(QPaintEvent* event) override;
};

/// A field that looks words up, and the meaning of the best match.
class GlossarySearch : public QWidget {
  Q_OBJECT
 public:
  explicit GlossarySearch(QWidget* parent = nullptr);
  void lookUp(const QString& words);
  [[nodiscard]] QLineEdit* field() const { return m_field; }

 private:
  void show(const QString& words);

  QLineEdit* m_field;
  TextLabel* m_term;
  SentenceLabel* m_meaning;
  TextLabel* m_more;
};

}  // namespace plumbline
