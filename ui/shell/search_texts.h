// SPDX-FileCopyrightText: Plumbline contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

// The texts of an audit that a search looks through beside its records.

#include "model/workspace/record_search.h"

#include "ui/shell/search_hit.h"

namespace plumbline {

class SearchTexts {
 public:
  explicit SearchTexts(OpenAudit audit) : m_audit(std::move(audit)) {}
  /// Puts some more findings into words. False: there are no more.
  bool readMore();
  /// What of each kind has the words, by kind; `records` is what the records have.
  [[nodiscard]] QList<SearchGroup> find(const QString& words, const FoundInRecords& records,
                                        const RecordSearch& search) const;

 private:
  [[nodiscard]] SearchGroup recordsOf(const FoundInRecords& records) const;
  [[nodiscard]] SearchGroup findingsWith(const QString& words) const;
  [[nodiscard]] SearchGroup partiesWith(const QString& words, const FoundInRecords& records,
                                        const RecordSearch& search) const;
  [[nodiscard]] SearchGroup filesWith(const QString& words) const;
  [[nodiscard]] SearchHit partyHit(const FoundName& party) const;
  [[nodiscard]] SearchHit publisherHit(const std::string& id) const;
  [[nodiscard]] QString partyName(const std::string& id) const;

  OpenAudit m_audit;
  std::vector<QString> m_findings;  // in lower case
};

}  // namespace plumbline
