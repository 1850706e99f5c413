// SPDX-FileCopyrightText: Plumbline contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

// Rules of the systems that official files come from. A system refuses what breaks them; here the
// row comes in, and the broken rule is kept beside it as a remark, which a check tells as a finding.
// Rules about "now" (no date in the future) are left out: an audit has no clock. Rules about consented
// totals are left out: no file states them.

#include <span>
#include <string>
#include <string_view>

namespace plumbline {

/// Kind of the remark; its text is "<id>: <what stands there>".
inline constexpr std::string_view sourceRuleRemark = "source_rule";

struct SourceRule {
  std::string_view id;      // "fr_road_load"
  std::string_view reader;  // of the format that it belongs to
  std::string_view source;  // the validator or regulation it stands in
};
[[nodiscard]] std::span<const SourceRule> allSourceRules();
[[nodiscard]] const SourceRule* findSourceRule(std::string_view id);

/// Text of the remark. The id is one of allSourceRules().
[[nodiscard]] std::string brokenRule(std::string_view id, std::string_view found);
/// The two parts of such a text; an empty id where it is none.
[[nodiscard]] std::pair<std::string_view, std::string_view> brokenRuleParts(std::string_view text);

/// Digits behind the decimal point of a plain number; zeros at the end count, as in the systems.
[[nodiscard]] int decimalsOf(std::string_view number);

}  // namespace plumbline
