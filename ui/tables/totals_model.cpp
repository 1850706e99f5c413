// SPDX-FileCopyrightText: Plumbline contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/tables/totals_model.h"

#include <algorithm>

#include "ui/theme/plain_tip.h"
#include "ui/theme/theme.h"
#include "ui/theme/typography.h"
#include "ui/words/totals_words.h"

namespace plumbline {
namespace {

bool isNumber(int column) {
  return column >= TotalsModel::SentColumn && column <= TotalsModel::GapColumn;
}

QString plain(QString marked) {
  return marked.remove(QStringLiteral("**"));
}

ColorRole inkOf(TotalsResult result) {
  switch (result) {
    case TotalsResult::Confirmed:
      return ColorRole::PassInk;
    case TotalsResult::Differs:
      return ColorRole::WarnInk;
    case TotalsResult::SenderOnly:
    case TotalsResult::ReceiverOnly:
      return ColorRole::InfoInk;
    case TotalsResult::CannotTell:
      break;
  }
  return ColorRole::Muted;
}

qlonglong sortKey(const TotalsPair& pair, int column) {
  if (column == TotalsModel::SentColumn) return pair.sent.value_or(0);
  if (column == TotalsModel::ReceivedColumn) return pair.received.value_or(0);
  return std::abs(pair.gap);
}

}  // namespace

Mark markOf(TotalsResult result) {
  switch (result) {
    case TotalsResult::Confirmed:
      return Mark::Passed;
    case TotalsResult::Differs:
      return Mark::Conflict;
    case TotalsResult::SenderOnly:
    case TotalsResult::ReceiverOnly:
      return Mark::Look;
    case TotalsResult::CannotTell:
      break;
  }
  return Mark::CannotTell;
}

void TotalsModel::setTotals(std::shared_ptr<const TotalsComparison> totals) {
  beginResetModel();
  m_totals = std::move(totals);
  m_pairs = m_totals != nullptr ? byGap(*m_totals) : std::vector<const TotalsPair*>();
  endResetModel();
}

int TotalsModel::rowCount(const QModelIndex& parent) const {
  return parent.isValid() ? 0 : static_cast<int>(m_pairs.size());
}

int TotalsModel::columnCount(const QModelIndex& parent) const {
  return parent.isValid() ? 0 : ColumnCount;
}

const TotalsPair* TotalsModel::pairAt(int row) const {
  return row < 0 || row >= rowCount() ? nullptr : m_pairs[static_cast<std::size_t>(row)];
}

std::int64_t TotalsModel::count(TotalsResult result) const {
  return std::count_if(m_pairs.begin(), m_pairs.end(),
                       [result](const TotalsPair* pair) { return pair->result == result; });
}

QVariant TotalsModel::display(const TotalsPair& pair, int column) const {
  switch (column) {
    case PartnersColumn:
      return words::totalsPartners(pair);
    case MaterialColumn:
      return words::totalsMaterial(pair);
    case PeriodColumn:
      return words::totalsPeriod(pair);
    case SentColumn:
      return pair.sent ? words::quantity(*pair.sent, pair.unit) : tr("nothing");
    case ReceivedColumn:
      return pair.received ? words::quantity(*pair.received, pair.receivedUnit.empty() ? pair.unit : pair.receivedUnit)
                           : tr("nothing");
    case GapColumn:
      return pair.result == TotalsResult::CannotTell ? QString() : words::quantity(pair.gap, pair.unit);
    default:
      return words::totalsState(pair);
  }
}

QVariant TotalsModel::data(const QModelIndex& index, int role) const {
  const TotalsPair* const pair = pairAt(index.row());
  if (pair == nullptr || index.column() >= ColumnCount) return {};
  const int column = index.column();
  if (role == ResultRole) return static_cast<int>(pair->result);
  if (role == Qt::DisplayRole) return display(*pair, column);
  if (role == SortRole) return isNumber(column) ? QVariant(sortKey(*pair, column)) : display(*pair, column);
  if (role == Qt::ToolTipRole) return plainTip(plain(words::totalsSentence(*pair)));
  if (role == Qt::TextAlignmentRole && isNumber(column)) {
    return QVariant::fromValue(Qt::AlignRight | Qt::AlignVCenter);
  }
  if (role == Qt::DecorationRole && column == PartnersColumn) return markIcon(markOf(pair->result));
  const bool isTold = column == GapColumn || column == StateColumn;
  if (role == Qt::ForegroundRole && isTold) return roles()[inkOf(pair->result)];
  if (role == Qt::FontRole && isTold && pair->result == TotalsResult::Differs) return font(TextRole::BodyBold);
  if (role == Qt::AccessibleTextRole && column == PartnersColumn) {
    return QStringLiteral("%1, %2").arg(words::totalsPartners(*pair), words::totalsState(*pair));
  }
  return {};
}

QVariant TotalsModel::headerData(int section, Qt::Orientation orientation, int role) const {
  if (orientation != Qt::Horizontal) return {};
  if (role == Qt::TextAlignmentRole && isNumber(section)) {
    return QVariant::fromValue(Qt::AlignRight | Qt::AlignVCenter);
  }
  if (role != Qt::DisplayRole) return {};
  switch (section) {
    case PartnersColumn:
      return tr("Sender to receiver");
    case MaterialColumn:
      return tr("Material");
    case PeriodColumn:
      return tr("Period");
    case SentColumn:
      return tr("Sent");
    case ReceivedColumn:
      return tr("Received");
    case GapColumn:
      return tr("Gap");
    case StateColumn:
      return tr("State");
    default:
      return {};
  }
}

}  // namespace plumbline
