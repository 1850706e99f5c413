// SPDX-FileCopyrightText: Plumbline contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

// Writes an audit file member by member. A member's bytes come in slices and are never held; its
// header is written once its CRC is known, in the place kept for it, so the device must be
// seekable.

#include <vector>

#include "model/members/plumb_layout.h"

class QIODevice;

namespace plumbline {

class PlumbWriter {
 public:
  /// `out` must be open for writing, empty and at position 0, and outlive the writer.
  explicit PlumbWriter(QIODevice& out) : m_out(&out) {}
  /// Writes `mimetype`. To be called first. Errors: Io.
  [[nodiscard]] Result<void> begin();
  /// Starts a member. Errors: BadValue (name grammar), Inconsistent (order), TooLarge, Io.
  [[nodiscard]] Result<void> startMember(std::string name);
  [[nodiscard]] Result<void> append(ByteView slice);
  [[nodiscard]] Result<void> finishMember();
  [[nodiscard]] Result<void> addMember(std::string name, ByteView bytes);
  /// Writes the directory and the end record. The device stays open.
  [[nodiscard]] Result<void> finish();

 private:
  Result<void> open(std::string name);
  Result<void> write(ByteView bytes);
  QIODevice* m_out;
  std::vector<PlumbEntry> m_entries;  // the last one is open while m_open
  std::uint64_t m_at = 0;
  bool m_open = false;
};

}  // namespace plumbline
