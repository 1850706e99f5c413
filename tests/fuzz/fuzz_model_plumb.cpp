// SPDX-FileCopyrightText: Plumbline contributors
// SPDX-License-Identifier: GPL-3.0-or-later
// An audit has one file form: what the reader accepts, the writer writes byte for byte; what the
// writer writes, the reader reads back.
#include <QBuffer>

#include "model/members/plumb_parser.h"
#include "model/members/plumb_writer.h"

#include "tests/fuzz/fuzz.h"

using namespace plumbline;

namespace {

using Members = std::vector<std::pair<std::string, std::string>>;

std::optional<std::string> written(const Members& members) {
  QByteArray bytes;
  QBuffer device(&bytes);
  device.open(QIODevice::WriteOnly);
  PlumbWriter writer(device);
  fuzz::require(writer.begin().ok());
  for (const auto& [name, content] : members) {
    if (!writer.addMember(name, bytesOf(content))) return std::nullopt;
  }
  fuzz::require(writer.finish().ok());
  return bytes.toStdString();
}

std::optional<Members> readBack(std::string_view file) {
  const auto entries = parsePlumb(bytesOf(file));
  if (!entries) return std::nullopt;
  Members members;
  for (const PlumbEntry& entry : *entries) {
    if (!checkPlumbCrc(bytesOf(file), entry)) return std::nullopt;
    if (entry.name == plumbMimeName) continue;
    members.emplace_back(entry.name, file.substr(entry.data, entry.bytes));
  }
  return members;
}

const Members sampleMembers = {{"a", ""},
                               {"audit/plan.json", "{}"},
                               {"log/00/entries/0.dsse.json", "x"},
                               {"tables/t.csv", "id\n1\n"}};

}  // namespace

std::vector<std::string> plumbline::fuzz::seeds() {
  std::vector<std::string> parts;
  for (const auto& [name, content] : sampleMembers) {
    parts.push_back(name);
    parts.push_back(content);
  }
  return {written({}).value(), written(sampleMembers).value(), fuzz::joined(parts)};
}

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  std::string_view text = fuzz::textOfInput(data, size);
  if (const auto members = readBack(text)) {
    fuzz::require(looksLikePlumb(bytesOf(text)));
    fuzz::require(written(*members) == text);
  }
  Members members;
  while (!text.empty()) {
    std::string name(fuzz::takePart(text));
    members.emplace_back(std::move(name), fuzz::takePart(text));
  }
  if (const auto file = written(members)) fuzz::require(readBack(*file) == members);
  return 0;
}
