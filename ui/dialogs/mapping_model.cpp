// SPDX-FileCopyrightText: Plumbline contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/dialogs/mapping_model.h"

#include <algorithm>

#include "model/mapping/headings.h"
#include "model/records/visible_text.h"

#include "ui/theme/marks.h"
#include "ui/theme/plain_tip.h"
#include "ui/theme/typography.h"
#include "ui/words/from_std.h"
#include "ui/words/mapping_words.h"

namespace plumbline {
namespace {

const Field* fieldNamed(Table table, std::string_view name) {
  const auto fields = tableInfo(table).fields;
  const auto found = std::find_if(fields.begin(), fields.end(),
                                  [name](const Field& field) { return field.name == name; });
  return found != fields.end() ? &*found : nullptr;
}

}  // namespace

void MappingModel::setSurvey(std::shared_ptr<const TableSurvey> survey, Mapping mapping,
                             bool tableIsClear) {
  beginResetModel();
  m_survey = std::move(survey);
  m_mapping = std::move(mapping);
  m_tableIsClear = tableIsClear;
  m_questions = openQuestions(m_mapping, m_survey->profile);
  m_asksForOrder = std::any_of(m_questions.begin(), m_questions.end(), [](const Question& each) {
    return each.kind == QuestionKind::DateOrder;
  });
  if (!m_tableIsClear) m_questions.insert(m_questions.begin(), {QuestionKind::Table});
  endResetModel();
  Q_EMIT mappingChanged();
}

void MappingModel::changed() {
  m_questions = openQuestions(m_mapping, m_survey->profile);
  for (const Question& each : m_questions) {
    m_asksForOrder = m_asksForOrder || each.kind == QuestionKind::DateOrder;
  }
  if (!m_tableIsClear) m_questions.insert(m_questions.begin(), {QuestionKind::Table});
  if (rowCount() > 0) Q_EMIT dataChanged(index(0, 0), index(rowCount() - 1, ColumnCount - 1));
  Q_EMIT mappingChanged();
}

ColumnRule* MappingModel::rule(int row) {
  const auto found = std::find_if(m_mapping.columns.begin(), m_mapping.columns.end(),
                                  [row](const ColumnRule& each) { return each.column == row + 1; });
  return found != m_mapping.columns.end() ? &*found : nullptr;
}

const ColumnRule* MappingModel::ruleAt(int row) const {
  return const_cast<MappingModel*>(this)->rule(row);
}

void MappingModel::setField(int row, const std::string& field) {
  std::erase_if(m_mapping.columns, [&](const ColumnRule& each) {
    return each.column == row + 1 || each.field == field;
  });
  if (!field.empty()) {
    m_mapping.columns.push_back(
        proposeRule(m_survey->profile, row + 1, m_mapping.table, field, std::string()));
    std::sort(m_mapping.columns.begin(), m_mapping.columns.end(),
              [](const ColumnRule& a, const ColumnRule& b) { return a.column < b.column; });
  }
  changed();
}

void MappingModel::setUnit(int row, std::optional<Unit> unit) {
  if (ColumnRule* found = rule(row)) {
    found->unit = unit;
    if (!unit || !isVolume(*unit)) found->density.reset();
    changed();
  }
}

void MappingModel::setZone(int row, const std::string& zone) {
  if (ColumnRule* found = rule(row)) {
    found->zone = zone;
    changed();
  }
}

void MappingModel::setDensity(int row, std::optional<Density> density) {
  if (ColumnRule* found = rule(row)) {
    found->density = std::move(density);
    changed();
  }
}

void MappingModel::setOrder(DateOrder order) {
  for (ColumnRule& each : m_mapping.columns) {
    const Field* field = fieldNamed(m_mapping.table, each.field);
    if (field == nullptr || field->type != FieldType::Time) continue;
    const ColumnProfile* column = profileOf(each, m_survey->profile);
    if (column == nullptr) continue;
    const DateEvidence& dates = column->dates;
    if (dates.dayFirst == dates.monthFirst && dates.dayFirst > 0) each.order = order;
  }
  changed();
}

void MappingModel::setDecimal(DecimalMark mark) {
  m_mapping.decimal = mark;
  changed();
}

void MappingModel::setParty(const std::string& party) {
  m_mapping.party = party;
  changed();
}

void MappingModel::setConstant(const std::string& field, const std::string& text) {
  if (text.empty()) {
    m_mapping.constants.erase(field);
  } else {
    m_mapping.constants[field] = text;
  }
  changed();
}

void MappingModel::setTable(Table table) {
  Mapping mapping = propose(m_survey->profile, m_survey->shape, m_mapping.party, table).mapping;
  if (m_mapping.decimal) mapping.decimal = m_mapping.decimal;
  setSurvey(m_survey, std::move(mapping), true);
}

std::string MappingModel::fieldOf(int row) const {
  const ColumnRule* found = ruleAt(row);
  return found != nullptr ? found->field : std::string();
}

MappingModel::Extra MappingModel::extraOf(int row) const {
  const ColumnRule* found = ruleAt(row);
  const Field* field = found != nullptr ? fieldNamed(m_mapping.table, found->field) : nullptr;
  if (field == nullptr) return Extra::None;
  if (field->type == FieldType::Mass || field->name == "volume_m3") return Extra::Unit;
  const DateEvidence& dates = m_survey->profile.columns[static_cast<std::size_t>(row)].dates;
  const bool local = field->type == FieldType::Time && dates.timed > dates.zoned;
  return local ? Extra::Zone : Extra::None;
}

const Question* MappingModel::questionAt(int row) const {
  const auto found = std::find_if(m_questions.begin(), m_questions.end(),
                                  [row](const Question& q) { return q.column == row + 1; });
  return found != m_questions.end() ? &*found : nullptr;
}

QString MappingModel::textOf(int row, int column) const {
  const auto at = static_cast<std::size_t>(row);
  const ColumnRule* found = ruleAt(row);
  switch (column) {
    case Heading: {
      const QString heading = fromStd(m_survey->headings[at]);
      return heading.isEmpty() ? tr("column %1").arg(row + 1) : heading;
    }
    case FirstValue:
      return fromStd(m_survey->profile.columns[at].firstValue);
    case Means:
      return found != nullptr ? wordsOfField(m_mapping.table, found->field) : tr("(not read)");
    case UnitOrZone:
      if (found == nullptr) return {};
      if (extraOf(row) == Extra::Zone) return fromStd(found->zone);
      return found->unit ? fromStd(toText(*found->unit)) : QString();
    default:
      break;
  }
  if (found == nullptr) return tr("Kept in the source");
  const Question* question = questionAt(row);
  return question != nullptr ? shortQuestion(*question) : tr("Fits");
}

int MappingModel::rowCount(const QModelIndex& parent) const {
  return parent.isValid() || !m_survey ? 0 : static_cast<int>(m_survey->headings.size());
}

int MappingModel::columnCount(const QModelIndex& parent) const {
  return parent.isValid() ? 0 : static_cast<int>(ColumnCount);
}

QVariant MappingModel::data(const QModelIndex& index, int role) const {
  if (!checkIndex(index, CheckIndexOption::IndexIsValid)) return {};
  const bool isState = index.column() == State;
  const bool asks = questionAt(index.row()) != nullptr;
  if (role == Qt::DisplayRole || role == Qt::AccessibleTextRole) {
    return visibleLine(textOf(index.row(), index.column()));
  }
  if (role == Qt::ToolTipRole && index.column() <= FirstValue) {
    return plainTip(textOf(index.row(), index.column()));
  }
  if (role == Qt::DecorationRole && isState && ruleAt(index.row()) != nullptr) {
    return markIcon(asks ? Mark::CannotTell : Mark::Passed);
  }
  if (role == Qt::FontRole && (index.column() == Heading || (isState && asks))) {
    return font(TextRole::BodyBold);
  }
  const bool quiet = index.column() == FirstValue || (isState && ruleAt(index.row()) == nullptr);
  if (role == Qt::ForegroundRole && quiet) return roles()[ColorRole::Muted];
  return {};
}

QVariant MappingModel::headerData(int section, Qt::Orientation orientation, int role) const {
  if (orientation != Qt::Horizontal || role != Qt::DisplayRole) return {};
  switch (section) {
    case Heading:
      return tr("Column in the file");
    case FirstValue:
      return tr("First value");
    case Means:
      return tr("Means");
    case UnitOrZone:
      return tr("Unit or zone");
    default:
      return tr("State");
  }
}

}  // namespace plumbline
