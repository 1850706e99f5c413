// SPDX-FileCopyrightText: Plumbline contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

// Small workbooks for tests, and official ones with some parts replaced.

#include <map>
#include <string>

#include <zip.h>

#include <QByteArray>

namespace plumbline::test {

using Parts = std::map<std::string, std::string>;

/// A ZIP archive, each part deflated.
inline QByteArray zipOf(const Parts& parts) {
  zip_error_t error;
  zip_error_init(&error);
  zip_source_t* archive = zip_source_buffer_create(nullptr, 0, 0, &error);
  zip_source_keep(archive);
  zip_t* zip = zip_open_from_source(archive, ZIP_CREATE | ZIP_TRUNCATE, &error);
  for (const auto& [name, text] : parts) {
    zip_source_t* part = zip_source_buffer(zip, text.data(), text.size(), 0);
    const zip_int64_t index = zip_file_add(zip, name.c_str(), part, 0);
    // The same time in every run, so that a test's file has the same digest each time.
    zip_file_set_dostime(zip, static_cast<zip_uint64_t>(index), 0, 0x21, 0);
  }
  QByteArray bytes;
  if (zip_close(zip) == 0 && zip_source_open(archive) == 0) {
    char block[65536];
    for (zip_int64_t got; (got = zip_source_read(archive, block, sizeof block)) > 0;) {
      bytes.append(block, static_cast<int>(got));
    }
    zip_source_close(archive);
  }
  zip_source_free(archive);
  return bytes;
}

inline Parts partsOf(const QByteArray& bytes) {
  zip_error_t error;
  zip_error_init(&error);
  zip_source_t* source = zip_source_buffer_create(
      bytes.constData(), static_cast<zip_uint64_t>(bytes.size()), 0, &error);
  zip_t* zip = zip_open_from_source(source, ZIP_RDONLY, &error);
  Parts parts;
  for (zip_int64_t i = 0; zip != nullptr && i < zip_get_num_entries(zip, 0); ++i) {
    zip_stat_t stat;
    zip_stat_index(zip, static_cast<zip_uint64_t>(i), 0, &stat);
    std::string text(stat.size, '\0');
    zip_file_t* part = zip_fopen_index(zip, static_cast<zip_uint64_t>(i), 0);
    zip_fread(part, text.data(), stat.size);
    zip_fclose(part);
    parts[stat.name] = std::move(text);
  }
  if (zip != nullptr) zip_discard(zip);
  return parts;
}

/// The parts of a workbook with one sheet a text; what is given is the inside of <sheetData>.
inline Parts workbookParts(const std::vector<std::pair<std::string, std::string>>& sheets,
                           const std::string& sharedStrings = {},
                           const std::string& workbookProperties = "<workbookPr/>") {
  const std::string head = "<?xml version=\"1.0\" encoding=\"UTF-8\"?>";
  const std::string kind = "http://schemas.openxmlformats.org/officeDocument/2006/relationships/";
  Parts parts;
  parts["_rels/.rels"] = head + "<Relationships><Relationship Id=\"r1\" Type=\"" + kind +
                         "officeDocument\" Target=\"xl/workbook.xml\"/></Relationships>";
  std::string list, relations;
  int number = 0;
  for (const auto& [name, data] : sheets) {
    const std::string id = std::to_string(++number);
    list += "<sheet name=\"" + name + "\" sheetId=\"" + id + "\" r:id=\"s" + id + "\"/>";
    relations += "<Relationship Id=\"s" + id + "\" Type=\"" + kind +
                 "worksheet\" Target=\"worksheets/sheet" + id + ".xml\"/>";
    parts["xl/worksheets/sheet" + id + ".xml"] =
        head + "<worksheet><sheetData>" + data + "</sheetData></worksheet>";
  }
  if (!sharedStrings.empty()) {
    relations += "<Relationship Id=\"t\" Type=\"" + kind +
                 "sharedStrings\" Target=\"/xl/sharedStrings.xml\"/>";
    parts["xl/sharedStrings.xml"] = head + "<sst>" + sharedStrings + "</sst>";
  }
  parts["xl/workbook.xml"] = head + "<workbook xmlns:r=\"r\">" + workbookProperties + "<sheets>" +
                             list + "</sheets></workbook>";
  parts["xl/_rels/workbook.xml.rels"] = head + "<Relationships>" + relations + "</Relationships>";
  return parts;
}

}  // namespace plumbline::test
