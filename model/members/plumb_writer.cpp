// SPDX-FileCopyrightText: Plumbline contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "model/members/plumb_writer.h"

#include <cerrno>

#include <QFileDevice>

#include "model/store/file_errors.h"

namespace plumbline {

namespace {

Error ioError(const QIODevice& device) {
  const auto* file = qobject_cast<const QFileDevice*>(&device);
  return {ErrorCode::Io, Message("the audit file could not be written: %1",
                                 file != nullptr ? reasonOf(*file)
                                                 : device.errorString().toStdString())};
}

Error tooLarge(Message what, std::uint64_t limit) {
  return {ErrorCode::TooLarge, std::move(what), {}, {}, Message("at most %1", limit)};
}

}  // namespace

Result<void> PlumbWriter::write(ByteView bytes) {
  const auto size = static_cast<qint64>(bytes.size());
  errno = 0;
  if (m_out->write(reinterpret_cast<const char*>(bytes.data()), size) != size) {
    return ioError(*m_out);
  }
  m_at += bytes.size();
  return {};
}

Result<void> PlumbWriter::open(std::string name) {
  PlumbEntry entry;
  entry.name = std::move(name);
  entry.header = m_at;
  m_entries.push_back(std::move(entry));
  m_open = true;
  PLUMBLINE_CHECK(write(plumbLocalHeader(m_entries.back())));
  m_entries.back().data = m_at;
  return {};
}

Result<void> PlumbWriter::begin() {
  PLUMBLINE_CHECK(open(std::string(plumbMimeName)));
  PLUMBLINE_CHECK(append(bytesOf(plumbMimeType)));
  return finishMember();
}

Result<void> PlumbWriter::startMember(std::string name) {
  if (m_open || m_entries.empty()) {
    return Error{ErrorCode::Internal, "a member was started inside another"};
  }
  if (!isPlumbName(name) || name == plumbMimeName) {
    return Error{ErrorCode::BadValue, "this name cannot stand in an audit file", {}, name};
  }
  if (m_entries.size() > 1 && m_entries.back().name >= name) {
    return Error{ErrorCode::Inconsistent,
                 "the members are not in the order of their names",
                 {},
                 name,
                 Message("a name after %1", m_entries.back().name)};
  }
  if (m_entries.size() >= plumbMaxEntries) {
    return tooLarge("the audit has too many members for one file", plumbMaxEntries);
  }
  return open(std::move(name));
}

Result<void> PlumbWriter::append(ByteView slice) {
  PlumbEntry& entry = m_entries.back();
  entry.bytes += slice.size();
  if (entry.bytes > plumbByteLimit(entry.name)) {
    return tooLarge(Message("the member %1 is too large for an audit file", entry.name),
                    plumbByteLimit(entry.name));
  }
  if (m_at + slice.size() > plumbMaxFileBytes) {
    return tooLarge("the audit is too large for one file", plumbMaxFileBytes);
  }
  entry.crc = crc32Of(slice, entry.crc);
  return write(slice);
}

Result<void> PlumbWriter::finishMember() {
  const PlumbEntry& entry = m_entries.back();
  m_open = false;
  errno = 0;
  if (!m_out->seek(static_cast<qint64>(entry.header))) return ioError(*m_out);
  const std::uint64_t end = m_at;
  PLUMBLINE_CHECK(write(plumbLocalHeader(entry)));
  m_at = end;
  if (!m_out->seek(static_cast<qint64>(end))) return ioError(*m_out);
  return {};
}

Result<void> PlumbWriter::addMember(std::string name, ByteView bytes) {
  PLUMBLINE_CHECK(startMember(std::move(name)));
  PLUMBLINE_CHECK(append(bytes));
  return finishMember();
}

Result<void> PlumbWriter::finish() {
  const std::uint64_t directory = m_at;
  for (const PlumbEntry& entry : m_entries) PLUMBLINE_CHECK(write(plumbCentralHeader(entry)));
  const Bytes end = plumbEndRecord(m_entries.size(), directory, m_at - directory);
  if (m_at + end.size() > plumbMaxFileBytes) {
    return tooLarge("the audit is too large for one file", plumbMaxFileBytes);
  }
  return write(end);
}

}  // namespace plumbline
