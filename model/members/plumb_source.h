// SPDX-FileCopyrightText: Plumbline contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

// An audit file as a source of members. Opening it checks the whole layout and every CRC, so a
// damaged file is refused before any member is taken in.

#include "model/members/member_source.h"

namespace plumbline {

class PlumbSource : public MemberSource {
 public:
  /// True when the file begins as an audit file does.
  [[nodiscard]] static bool recognises(const std::filesystem::path& path);
  /// Errors: Io, and what parsePlumb and checkPlumbCrc refuse.
  [[nodiscard]] static Result<std::unique_ptr<MemberSource>> open(
      const std::filesystem::path& path);
  [[nodiscard]] bool isAuditFile() const override { return true; }

 private:
  using MemberSource::MemberSource;
};

}  // namespace plumbline
