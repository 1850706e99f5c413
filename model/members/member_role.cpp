// SPDX-FileCopyrightText: Plumbline contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "model/members/member_role.h"

#include <algorithm>
#include <charconv>
#include <vector>

#include "model/store/evidence_slot.h"

namespace plumbline {
namespace {

constexpr std::size_t originHashDigits = 32;
constexpr std::string_view statementEnding = ".dsse.json";

using Parts = std::vector<std::string_view>;

Parts splitPath(std::string_view name) {
  Parts parts;
  while (true) {
    const std::size_t slash = name.find('/');
    parts.push_back(name.substr(0, slash));
    if (slash == std::string_view::npos) return parts;
    name.remove_prefix(slash + 1);
  }
}

bool isOriginHash(std::string_view text) {
  return text.size() == originHashDigits &&
         text.find_first_not_of("0123456789abcdef") == std::string_view::npos;
}

/// The part `back` places from the end, or an empty text.
std::string_view fromEnd(const Parts& parts, std::size_t back) {
  return back < parts.size() ? parts[parts.size() - 1 - back] : std::string_view();
}

std::string tailOf(const Parts& parts, std::size_t count) {
  std::string out;
  for (std::size_t back = std::min(count, parts.size()); back-- > 0;) {
    if (!out.empty()) out += '/';
    out += fromEnd(parts, back);
  }
  return out;
}

MemberRole make(MemberKind kind, const Parts& parts, std::size_t count) {
  MemberRole role;
  role.kind = kind;
  role.tail = tailOf(parts, count);
  return role;
}

MemberRole inLog(MemberKind kind, const Parts& parts, std::size_t count, std::string_view hash) {
  MemberRole role = make(kind, parts, count);
  role.originHash = hash;
  return role;
}

/// "17.dsse.json" and "17.<more>.dsse.json", the name of a second statement for one place.
std::optional<std::int64_t> entryIndex(std::string_view file) {
  std::int64_t index = 0;
  const auto [end, error] = std::from_chars(file.data(), file.data() + file.size(), index);
  if (error != std::errc() || index < 0 || end == file.data() + file.size() || *end != '.') {
    return std::nullopt;
  }
  return index;
}

std::optional<MemberRole> logMember(const Parts& parts) {
  const std::string_view file = fromEnd(parts, 0);
  const auto isLog = [&parts](std::size_t back) {
    return fromEnd(parts, back) == "log" && isOriginHash(fromEnd(parts, back - 1));
  };
  if (isLog(2) && file == "checkpoint") {
    return inLog(MemberKind::Checkpoint, parts, 3, fromEnd(parts, 1));
  }
  if (isLog(2) && file.starts_with("hashes.") && file.ends_with(".bin")) {
    return inLog(MemberKind::Hashes, parts, 3, fromEnd(parts, 1));
  }
  if (isLog(3) && fromEnd(parts, 1) == "checkpoints-seen") {
    return inLog(MemberKind::Checkpoint, parts, 4, fromEnd(parts, 2));
  }
  if (isLog(3) && fromEnd(parts, 1) == "entries" && file.ends_with(statementEnding)) {
    MemberRole role = inLog(MemberKind::Statement, parts, 4, fromEnd(parts, 2));
    role.logIndex = entryIndex(file);
    if (!role.logIndex) role.originHash.clear();
    return role;
  }
  return std::nullopt;
}

std::optional<MemberRole> digestMember(const Parts& parts) {
  std::string_view file = fromEnd(parts, 0);
  const std::string_view folder = fromEnd(parts, 1);
  MemberKind kind = MemberKind::Original;
  if (folder == "tables" && file.ends_with(".csv")) {
    kind = MemberKind::Table;
    file.remove_suffix(std::string_view(".csv").size());
  } else if (folder != "originals") {
    return std::nullopt;
  }
  const auto digest = Hash::fromHexText(file);
  if (!digest) return std::nullopt;
  MemberRole role = make(kind, parts, 2);
  role.digest = *digest;
  return role;
}

}  // namespace

MemberRole roleOf(std::string_view name) {
  const Parts parts = splitPath(name);
  const std::string_view file = fromEnd(parts, 0);
  const std::string_view folder = fromEnd(parts, 1);
  if (file == "parties.txt") return make(MemberKind::Parties, parts, 1);
  if (file == "policy.txt") return make(MemberKind::Policy, parts, 1);
  if (auto role = logMember(parts)) return *role;
  if (auto role = digestMember(parts)) return *role;
  if (folder == "audit" && slotOf(file) == "plan.json") return make(MemberKind::Plan, parts, 2);
  if (folder == "reference" && fromEnd(parts, 2) == "audit" && file.ends_with(".tsv")) {
    return make(MemberKind::Reference, parts, 3);
  }
  if (folder == "reading" && fromEnd(parts, 2) == "audit" && file.ends_with(".json")) {
    return make(MemberKind::Reading, parts, 3);
  }
  if (folder == "audit" && file == "statements.intoto.jsonl") {
    return make(MemberKind::Statements, parts, 2);
  }
  if (file.ends_with(statementEnding)) {
    const bool isNote = folder == "notes" && fromEnd(parts, 2) == "audit";
    return make(MemberKind::Statement, parts, isNote ? 3 : folder == "audit" ? 2 : 1);
  }
  if (slotOf(name) == "report.pdf") return make(MemberKind::Other, parts, 1);
  if (folder == "tst" && file.ends_with(".tsr")) return make(MemberKind::Other, parts, 2);
  return make(MemberKind::Unknown, parts, 1);
}

}  // namespace plumbline
