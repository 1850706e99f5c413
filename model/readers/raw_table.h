// SPDX-FileCopyrightText: Plumbline contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

// Rows of somebody's table, whatever kind of file it is in: delimited text, an XLSX or an ODS
// sheet.

#include "model/containers/ods_reader.h"
#include "model/mapping/proposal.h"
#include "model/readers/read_input.h"

namespace plumbline {

class RawTable {
 public:
  /// `input` must outlive the table. Errors: Unsupported (encrypted, or neither text nor a
  /// spreadsheet), Malformed, TooLarge, Io, Cancelled.
  [[nodiscard]] static Result<RawTable> open(const ReadInput& input, const Progress& progress);
  [[nodiscard]] bool isText() const { return !m_workbook && !m_ods; }
  [[nodiscard]] bool date1904() const { return m_workbook && m_workbook->workbook.date1904(); }
  /// None for text.
  [[nodiscard]] std::vector<std::string> sheetNames() const;
  /// Of text: from all its bytes.
  [[nodiscard]] Result<TextEncoding> sniffEncoding(const Progress& progress) const;
  /// The start of the text.
  [[nodiscard]] Result<std::string> head(TextEncoding encoding) const;

  /// Called for each row in its order; false stops.
  using RowFunction = std::function<Result<bool>(const RawRow&)>;
  /// An empty sheet name means the first sheet. Errors: NotFound (no such sheet), Malformed,
  /// TooLarge, Io, Cancelled.
  [[nodiscard]] Result<SheetNotes> read(const FileShape& shape, const RowFunction& row,
                                        const Progress& progress) const;

 private:
  struct OpenOds {
    Bytes bytes;
    OdsDocument document;
  };
  explicit RawTable(const ReadInput& input) : m_input(&input) {}
  [[nodiscard]] Result<void> readText(const FileShape& shape, const RowFunction& row,
                                      const Progress& progress) const;
  [[nodiscard]] Result<void> readSheet(std::size_t sheet, const RowFunction& row, SheetNotes& notes,
                                       const Progress& progress) const;

  const ReadInput* m_input;
  std::shared_ptr<const OpenWorkbook> m_workbook;
  std::shared_ptr<const OpenOds> m_ods;
};

}  // namespace plumbline
