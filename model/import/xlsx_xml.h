// SPDX-FileCopyrightText: Plumbline contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

// What the readers of a workbook's parts share: XML without document types, errors with a place.

#include <map>

#include <QXmlStreamReader>

#include "model/import/xlsx_package.h"

namespace plumbline {

/// One part of the package as XML tokens.
class XmlPart {
 public:
  /// Errors: NotFound, Malformed.
  [[nodiscard]] static Result<XmlPart> open(const XlsxPackage& package, std::string part);
  /// The next token; false at the end of the part. Errors: Malformed (also where the bytes are not
  /// those that were packed), Unsupported (a document type or an entity of its own).
  [[nodiscard]] Result<bool> next();
  /// Reads on to the end without parsing, so that the archive's checksum is compared.
  [[nodiscard]] Result<void> skipRest();
  /// The text of the element just begun, elements inside it included; stops at its end. Phonetic
  /// hints (rPh) are left out. Errors: as next; TooLarge.
  [[nodiscard]] Result<std::string> elementText();

  [[nodiscard]] bool isStart() const { return m_xml->isStartElement(); }
  [[nodiscard]] bool isStart(const char* name) const { return isStart() && isNamed(name); }
  [[nodiscard]] bool isEnd() const { return m_xml->isEndElement(); }
  [[nodiscard]] bool isEnd(const char* name) const { return isEnd() && isNamed(name); }
  /// The text between elements just read; empty where there is none.
  [[nodiscard]] std::string characters() const;
  [[nodiscard]] std::string attribute(const char* name) const;
  [[nodiscard]] QXmlStreamAttributes attributes() const { return m_xml->attributes(); }

 private:
  XmlPart(std::unique_ptr<QIODevice> device, std::string part);
  [[nodiscard]] bool isNamed(const char* name) const;
  [[nodiscard]] Error malformed(const std::string& message) const;
  std::unique_ptr<QIODevice> m_device;
  std::unique_ptr<QXmlStreamReader> m_xml;  // of m_device, which must not go before it
  std::string m_part;
};

struct Relationship {
  std::string type;    // last part of its URI: "worksheet"
  std::string target;  // full part name
};
/// The relationships of `part` by id; "" for those of the package. None where it has no such file.
[[nodiscard]] Result<std::map<std::string, Relationship>> readRelationships(
    const XlsxPackage& package, const std::string& part);

}  // namespace plumbline
