// SPDX-FileCopyrightText: Plumbline contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "model/evidence/vouch_note.h"

#include <algorithm>

#include "model/records/quantities.h"

namespace plumbline {
namespace {

constexpr std::size_t mostBytes = 400;

Result<void> checkText(const std::string& name, const std::string& text) {
  const auto control = [](char c) { return static_cast<unsigned char>(c) < 0x20 || c == 0x7F; };
  const bool good = !text.empty() && text.size() <= mostBytes && isUtf8(text) &&
                    std::none_of(text.begin(), text.end(), control);
  if (good) return {};
  return Error{ErrorCode::BadValue,
               Message("the text \"%1\" is empty, too long or has control characters", name),
               {},
               text.substr(0, 80),
               Message("1 to %1 bytes of text", mostBytes)};
}

}  // namespace

Result<void> checkVouch(const VouchText& text) {
  PLUMBLINE_CHECK(checkText("file", text.file));
  PLUMBLINE_CHECK(checkText("from", text.from));
  PLUMBLINE_CHECK(checkText("how", text.how));
  const auto day = Timestamp::parse(text.obtained);
  if (day && day->dateText() == text.obtained) return {};
  return Error{ErrorCode::BadValue,
               "the day the file was obtained is no date",
               {},
               text.obtained.substr(0, 40),
               "a day such as 2026-11-02"};
}

JsonValue saidIn(const VouchText& text) {
  return JsonObject{
      {"file", text.file}, {"from", text.from}, {"obtained", text.obtained}, {"how", text.how}};
}

std::optional<VouchText> vouchIn(const PersonNote& note) {
  if (note.kind != vouchKind) return std::nullopt;
  const auto file = note.said.stringAt("file");
  const auto from = note.said.stringAt("from");
  const auto obtained = note.said.stringAt("obtained");
  const auto how = note.said.stringAt("how");
  if (!file || !from || !obtained || !how) return std::nullopt;
  VouchText text{*file, *from, *obtained, *how};
  return checkVouch(text) ? std::optional(std::move(text)) : std::nullopt;
}

}  // namespace plumbline
