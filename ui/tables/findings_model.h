// SPDX-FileCopyrightText: Plumbline contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

// Findings as a list under headings (by kind) or flat (by amount). Rows hold numbers of findings;
// words are made when a row is painted, so that 50,000 findings cost no more than a screenful.

#include <memory>

#include <QAbstractItemModel>
#include <QFutureWatcher>

#include "model/audit/audit_result.h"

namespace plumbline {

class NoteKeeper;

/// What a search looks into: list row, heading, names and ids, in lower case.
[[nodiscard]] QString findingAsSought(const Finding& finding, const QString& title);

class FindingsModel : public QAbstractItemModel {
  Q_OBJECT
 public:
  enum class Order { ByKind, ByAmount };
  /// Which findings the list holds, by what the user made of them.
  enum class Choice { All, Open, Acknowledged, Noted };
  enum Role {
    FindingRole = Qt::UserRole + 1,  // index into the audit's findings, absent for headings
    SeverityRole,
    CountRole,   // of findings, headings only
    AmountRole,  // words
    PeriodRole,  // words: from the first to the last, headings only
    RowsRole,    // words
    AcknowledgedRole,
    NotedRole  // the user wrote a note
  };

  explicit FindingsModel(QObject* parent = nullptr);
  ~FindingsModel() override;
  Q_DISABLE_COPY_MOVE(FindingsModel)

  void setAudit(AuditPtr audit);
  void setOrder(Order order);
  [[nodiscard]] Order order() const { return m_order; }
  void setFilter(const QString& text);
  void setChoice(Choice choice);
  /// Somebody looks for something: what is left is to be seen.
  [[nodiscard]] bool isFiltered() const { return !m_filter.isEmpty(); }
  [[nodiscard]] Choice choice() const { return m_choice; }
  /// Where acknowledgements and notes come from; must outlive the model. A finding that changes
  /// stays in the list until the list is made again.
  void setNotes(const NoteKeeper* notes);
  /// Findings shown, without headings.
  [[nodiscard]] int shownCount() const;
  [[nodiscard]] const Finding* finding(const QModelIndex& index) const;
  /// The row of a finding by its place in the audit; invalid where it is filtered out.
  [[nodiscard]] QModelIndex indexOf(int findingNumber) const;
  /// Place of this row among the findings shown, from 0.
  [[nodiscard]] int position(const QModelIndex& index) const;
  [[nodiscard]] QModelIndex at(int position) const;

  [[nodiscard]] QModelIndex index(int row, int column,
                                  const QModelIndex& parent = {}) const override;
  [[nodiscard]] QModelIndex parent(const QModelIndex& child) const override;
  [[nodiscard]] int rowCount(const QModelIndex& parent = {}) const override;
  [[nodiscard]] int columnCount(const QModelIndex& parent = {}) const override;
  [[nodiscard]] QVariant data(const QModelIndex& index, int role = Qt::DisplayRole) const override;

 Q_SIGNALS:
  void rebuilt();

 private:
  struct Group {
    QString title;
    Severity severity = Severity::Look;
    Mass amount;
    Timestamp first, last;  // of those that have a time; 0: none has
    std::vector<int> findings;
  };
  void rebuild();
  void repaintAll();
  void noteChanged(const std::string& findingId);
  [[nodiscard]] bool isShown(std::size_t number) const;
  void buildGroups(const std::vector<int>& shown);
  [[nodiscard]] static QString periodOf(const Group& group);
  [[nodiscard]] QVariant groupData(const Group& group, int role) const;
  [[nodiscard]] QVariant findingData(const Finding& finding, int number, int role) const;

  AuditPtr m_audit;
  Order m_order = Order::ByKind;
  Choice m_choice = Choice::All;
  QString m_filter;
  const NoteKeeper* m_notes = nullptr;
  std::vector<Group> m_groups;  // by kind
  std::vector<int> m_flat;      // by amount
  struct Index {
    std::vector<std::uint32_t> kinds;
    std::vector<QString> titles;
    std::vector<QString> haystack;  // lower case
  };
  QFutureWatcher<std::shared_ptr<const Index>> m_indexing;
  std::shared_ptr<const Index> m_index;
};

}  // namespace plumbline
