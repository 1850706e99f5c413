// SPDX-FileCopyrightText: Plumbline contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

// What the open audit has of the words that somebody types: records, findings, parties, plates,
// files. Everything is read and looked through on one thread; a newer question ends the one before.

#include <memory>

#include <QObject>

#include "ui/shell/search_hit.h"

namespace plumbline {

class AuditSearch : public QObject {
  Q_OBJECT
 public:
  explicit AuditSearch(QObject* parent = nullptr);
  ~AuditSearch() override;
  Q_DISABLE_COPY_MOVE(AuditSearch)

  /// From now on answers are about this audit. Nothing is read before the first question.
  void open(const OpenAudit& audit);
  /// Answered by answered(): at once where no audit is open; again while rows are still being read,
  /// and where a spelling is near.
  void ask(const QString& words);

 Q_SIGNALS:
  void answered(const plumbline::SearchAnswer& answer);

 private:
  class Worker;
  friend class Worker;
  std::shared_ptr<Worker> m_worker;
};

}  // namespace plumbline
