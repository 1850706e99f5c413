// SPDX-FileCopyrightText: Plumbline contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

// A mapping that follows from the headings and the values of a table, and the questions that they
// leave open. A question is never answered by a guess.

#include "model/mapping/mapping.h"
#include "model/mapping/table_profile.h"

namespace plumbline {

enum class QuestionKind : std::uint8_t {
  Table,      // several tables fit, or none
  Decimals,   // "1.234" could be a thousand
  Unit,       // a mass without a unit
  Density,    // a volume that is to become a mass
  DateOrder,  // every date of the column can be read both ways
  Zone,       // times of day without a zone
  Missing,    // a field that every record needs and no column has
};
[[nodiscard]] std::string_view toText(QuestionKind kind);

struct Question {
  QuestionKind kind = QuestionKind::Table;
  std::string field = {};
  std::int64_t column = 0;   // from 1; 0 where the question is about the whole file
  std::string example = {};  // a value that it is about
};

/// What is known about a file before its columns mean anything.
struct FileShape {
  std::optional<char> delimiter = {};
  TextEncoding encoding = TextEncoding::Utf8;
  std::string sheet = {};
  std::int64_t headingRow = 1;
};

struct Proposal {
  Mapping mapping;
  std::int64_t recognised = 0;  // columns that have a meaning
  bool tableIsClear = false;    // one table fits best
};

/// `table`: as chosen by a person; the best fitting one where absent. `party`: whose file it is.
[[nodiscard]] Proposal propose(const TableProfile& profile, const FileShape& shape,
                               const std::string& party, std::optional<Table> table = {});
/// What a rule for `field` should say about column `column` (from 1) of the profile.
[[nodiscard]] ColumnRule proposeRule(const TableProfile& profile, std::int64_t column, Table table,
                                     const std::string& field, const std::string& zone);
/// Who publishes such a table, as a rule.
[[nodiscard]] Role usualRole(Table table);

/// Of the column that a rule reads first; null where the file has none such (it may be one that
/// unfolding adds).
[[nodiscard]] const ColumnProfile* profileOf(const ColumnRule& rule, const TableProfile& profile);
/// Tables that fit the headings best, all equally well; none where no heading says anything.
[[nodiscard]] std::vector<Table> fittingTables(const TableProfile& profile);

/// What stands between the mapping and an import, columns from left to right.
[[nodiscard]] std::vector<Question> openQuestions(const Mapping& mapping,
                                                  const TableProfile& profile);

}  // namespace plumbline
