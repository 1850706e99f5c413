// SPDX-FileCopyrightText: Plumbline contributors
// SPDX-License-Identifier: GPL-3.0-or-later
// What a member is, by its name: the parts that decided are its end, and they decide the same
// alone.
#include <filesystem>

#include "model/members/member_role.h"
#include "model/members/plumb_layout.h"

#include "tests/fuzz/fuzz.h"

using namespace plumbline;

std::vector<std::string> plumbline::fuzz::seeds() {
  const std::string log = "log/" + std::string(32, 'a') + "/";
  const std::string digest(64, '0');
  return {"a/parties.txt",
          log + "checkpoint",
          log + "checkpoints-seen/" + digest,
          log + "hashes.0.bin",
          log + "entries/17.dsse.json",
          "x/" + log + "entries/17.0123.dsse.json",
          "tables/" + digest + ".csv",
          "originals/" + digest,
          "audit/plan.json",
          "audit/notes/n.dsse.json",
          "tst/" + digest + ".tsr",
          "report.pdf"};
}

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  const std::string_view name = fuzz::textOfInput(data, size);
  const MemberRole role = roleOf(name);
  fuzz::require(name.ends_with(role.tail));
  fuzz::require(!role.logIndex || (*role.logIndex >= 0 && role.originHash.size() == 32));
  if (role.kind == MemberKind::Table || role.kind == MemberKind::Original) {
    fuzz::require(role.digest && name.find(role.digest->hex()) != std::string_view::npos);
  }
  if (role.kind != MemberKind::Unknown) {
    const MemberRole alone = roleOf(role.tail);
    fuzz::require(alone.kind == role.kind && alone.tail == role.tail);
  }
  // A name in an audit file cannot lead out of a folder.
  if (isPlumbName(name)) {
    const std::filesystem::path path(name);
    fuzz::require(path.is_relative() && path.lexically_normal() == path && path.string() == name);
  }
  return 0;
}
