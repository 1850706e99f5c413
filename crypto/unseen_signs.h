// SPDX-FileCopyrightText: Plumbline contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

// Code points that have no sign of their own on screen. A name with one looks like another name.

#include <algorithm>
#include <array>

namespace plumbline {

struct CodeRange {
  char32_t first;
  char32_t last;
};

/// Default_Ignorable_Code_Point (DerivedCoreProperties.txt) and the format characters, general
/// category Cf (UnicodeData.txt), of Unicode 15.0. All that steer the writing direction are here.
inline constexpr std::array<CodeRange, 25> unseenRanges = {
    {{0x00AD, 0x00AD},   {0x034F, 0x034F},   {0x0600, 0x0605},   {0x061C, 0x061C},
     {0x06DD, 0x06DD},   {0x070F, 0x070F},   {0x0890, 0x0891},   {0x08E2, 0x08E2},
     {0x115F, 0x1160},   {0x17B4, 0x17B5},   {0x180B, 0x180F},   {0x200B, 0x200F},
     {0x202A, 0x202E},   {0x2060, 0x206F},   {0x3164, 0x3164},   {0xFE00, 0xFE0F},
     {0xFEFF, 0xFEFF},   {0xFFA0, 0xFFA0},   {0xFFF0, 0xFFFB},   {0x110BD, 0x110BD},
     {0x110CD, 0x110CD}, {0x13430, 0x1343F}, {0x1BCA0, 0x1BCA3}, {0x1D173, 0x1D17A},
     {0xE0000, 0xE0FFF}}};

[[nodiscard]] constexpr bool isUnseenSign(char32_t code) {
  return std::any_of(unseenRanges.begin(), unseenRanges.end(), [code](const CodeRange& range) {
    return code >= range.first && code <= range.last;
  });
}

}  // namespace plumbline
