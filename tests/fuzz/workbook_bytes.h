// SPDX-FileCopyrightText: Plumbline contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

// A small workbook from its parts, as a stored ZIP archive.

#include "model/members/plumb_layout.h"

namespace plumbline::fuzz {

using WorkbookPart = std::pair<std::string, std::string_view>;

inline std::string workbookBytes(const std::vector<WorkbookPart>& parts) {
  std::string file;
  std::string directory;
  for (const auto& [name, content] : parts) {
    PlumbEntry entry;
    entry.name = name;
    entry.header = file.size();
    entry.bytes = content.size();
    entry.crc = crc32Of(bytesOf(content));
    file += textOf(plumbLocalHeader(entry));
    file += content;
    directory += textOf(plumbCentralHeader(entry));
  }
  const Bytes end = plumbEndRecord(parts.size(), file.size(), directory.size());
  return file + directory + std::string(textOf(end));
}

inline constexpr std::string_view rootRelations =
    R"(<Relationships><Relationship Id="r" Type="a/officeDocument" Target="xl/workbook.xml"/></Relationships>)";
inline constexpr std::string_view sampleWorkbook =
    R"(<workbook xmlns:r="r"><workbookPr date1904="0"/><sheets><sheet name="Received" r:id="s"/></sheets></workbook>)";
inline constexpr std::string_view sampleRelations =
    R"(<Relationships><Relationship Id="s" Type="a/worksheet" Target="worksheets/s.xml"/>)"
    R"(<Relationship Id="t" Type="a/sharedStrings" Target="/xl/t.xml"/></Relationships>)";
inline constexpr std::string_view sampleTexts =
    "<sst><si><t>__EPR_META_PROCESSING_TYPE</t></si><si><t>REPROCESSOR_INPUT</t></si>"
    "<si><t>__EPR_DATA_RECEIVED_LOADS_FOR_REPROCESSING</t></si><si><t>ROW_ID</t></si>"
    "<si><t>DATE_RECEIVED_FOR_REPROCESSING</t></si><si><r><t>NET_</t></r><r><t>WEIGHT</t></r></si>"
    "</sst>";
inline constexpr std::string_view sampleSheet =
    R"(<worksheet><sheetData><row r="1"><c r="A1" t="s"><v>0</v></c><c r="B1" t="s"><v>1</v></c></row>)"
    R"(<row r="4"><c r="B4" t="s"><v>2</v></c><c r="C4" t="s"><v>3</v></c><c r="D4" t="s"><v>4</v></c>)"
    R"(<c t="s"><v>5</v></c></row><row><c r="C5"><v>1000</v></c><c r="D5"><f>A1</f><v>46000.5</v></c>)"
    R"(<c r="E5" t="inlineStr"><is><t>51.634931250000001</t></is></c></row>)"
    R"(<row r="7"><c r="C7" t="b"><v>1</v></c><c r="D7" t="e"><v>#VALUE!</v></c></row></sheetData></worksheet>)";

/// The parts' names; the first is always the same.
inline std::string sampleWorkbookBytes(std::string_view workbook = sampleWorkbook,
                                       std::string_view relations = sampleRelations,
                                       std::string_view texts = sampleTexts,
                                       std::string_view sheet = sampleSheet) {
  return workbookBytes({{"_rels/.rels", rootRelations},
                        {"xl/workbook.xml", workbook},
                        {"xl/_rels/workbook.xml.rels", relations},
                        {"xl/t.xml", texts},
                        {"xl/worksheets/s.xml", sheet}});
}

}  // namespace plumbline::fuzz
