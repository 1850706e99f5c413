// SPDX-FileCopyrightText: Plumbline contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "model/import/xlsx_xml.h"

namespace plumbline {

namespace {

constexpr std::size_t maxCellBytes = 4u * 32'767;  // Excel: 32,767 characters in a cell

// "xl/worksheets" and "../sharedStrings.xml" -> "xl/sharedStrings.xml"; "/xl/a.xml" is absolute.
std::string resolved(std::string folder, std::string_view target) {
  if (target.starts_with('/')) return std::string(target.substr(1));
  while (target.starts_with("../")) {
    target.remove_prefix(3);
    const std::size_t slash = folder.rfind('/');
    folder.resize(slash == std::string::npos ? 0 : slash);
  }
  return folder.empty() ? std::string(target) : folder + '/' + std::string(target);
}

}  // namespace

XmlPart::XmlPart(std::unique_ptr<QIODevice> device, std::string part)
    : m_device(std::move(device)),
      m_xml(std::make_unique<QXmlStreamReader>(m_device.get())),
      m_part(std::move(part)) {}

Result<XmlPart> XmlPart::open(const XlsxPackage& package, std::string part) {
  PLUMBLINE_TRY(device, package.part(part));
  return XmlPart(std::move(device), std::move(part));
}

bool XmlPart::isNamed(const char* name) const {
  return m_xml->name() == QLatin1String(name);
}

std::string XmlPart::characters() const {
  return m_xml->isCharacters() ? m_xml->text().toUtf8().toStdString() : std::string();
}

std::string XmlPart::attribute(const char* name) const {
  return m_xml->attributes().value(QLatin1String(name)).toUtf8().toStdString();
}

Error XmlPart::malformed(const std::string& message) const {
  return {ErrorCode::Malformed, "the part " + m_part + " of the workbook " + message};
}

Result<void> XmlPart::skipRest() {
  char block[16384];
  for (;;) {
    const qint64 got = m_device->read(block, sizeof block);
    if (got < 0) return malformed("is damaged");
    if (got <= 0) return {};
  }
}

Result<bool> XmlPart::next() {
  if (m_xml->atEnd()) {
    PLUMBLINE_CHECK(skipRest());
    return false;
  }
  switch (m_xml->readNext()) {
    case QXmlStreamReader::DTD:
    case QXmlStreamReader::EntityReference:
      return Error{ErrorCode::Unsupported,
                   "the part " + m_part + " of the workbook has a document type"};
    case QXmlStreamReader::Invalid:
      return malformed("cannot be read: line " + std::to_string(m_xml->lineNumber()) + ": " +
                       m_xml->errorString().toStdString());
    default:
      return true;
  }
}

Result<std::string> XmlPart::elementText() {
  std::string text;
  int depth = 0;
  int phonetic = 0;  // depth of the open rPh element
  for (;;) {
    PLUMBLINE_TRY(more, next());
    if (!more) return malformed("ends too early");
    if (isStart()) {
      ++depth;
      if (phonetic == 0 && isNamed("rPh")) phonetic = depth;
    } else if (isEnd()) {
      if (depth == 0) return text;
      if (phonetic == depth) phonetic = 0;
      --depth;
    } else if (m_xml->isCharacters() && phonetic == 0) {
      text += m_xml->text().toUtf8().toStdString();
      if (text.size() > maxCellBytes) {
        return Error{ErrorCode::TooLarge, "the text of a cell is too long"};
      }
    }
  }
}

Result<std::map<std::string, Relationship>> readRelationships(const XlsxPackage& package,
                                                              const std::string& part) {
  const std::size_t slash = part.rfind('/');
  const std::string folder = slash == std::string::npos ? "" : part.substr(0, slash);
  const std::string file = slash == std::string::npos ? part : part.substr(slash + 1);
  const std::string name = (folder.empty() ? "" : folder + '/') + "_rels/" + file + ".rels";
  std::map<std::string, Relationship> found;
  if (!package.has(name)) return found;
  PLUMBLINE_TRY(xml, XmlPart::open(package, name));
  for (;;) {
    PLUMBLINE_TRY(more, xml.next());
    if (!more) return found;
    if (!xml.isStart("Relationship") || xml.attribute("TargetMode") == "External") continue;
    const std::string type = xml.attribute("Type");
    found[xml.attribute("Id")] = {type.substr(type.rfind('/') + 1),
                                  resolved(folder, xml.attribute("Target"))};
  }
}

}  // namespace plumbline
