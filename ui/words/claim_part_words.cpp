// SPDX-FileCopyrightText: Plumbline contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/words/claim_part_words.h"

#include "ui/words/words.h"

namespace plumbline::words {
namespace {

QString nameOf(ClaimPart part, const ClaimVerdict& claim) {
  switch (part) {
    case ClaimPart::Confirmed:
      if (claim.stated) return Words::tr("Stated by receivers too, unsigned");
      if (claim.onlySaid) return Words::tr("Said by receivers, not confirmed");
      return claim.onWordOf.empty()
                 ? Words::tr("Confirmed by receivers")
                 : Words::tr("Confirmed by receivers, on the word of %1").arg(text(claim.onWordOf));
    case ClaimPart::OtherMass:
      return claim.isOpen() ? Words::tr("Missing from loads said to have arrived lighter")
                            : Words::tr("Missing from loads that arrived lighter");
    case ClaimPart::Residue:
      return claim.isOpen() ? Words::tr("Said to be received as residue")
                            : Words::tr("Received as residue");
    case ClaimPart::OtherOperation:
      return claim.isOpen() ? Words::tr("Said to be received for another or no stated use")
                            : Words::tr("Received for another or no stated use");
    case ClaimPart::Missing:
      return Words::tr("Receipt missing, the deadline is over");
    case ClaimPart::Pending:
      return Words::tr("Receipt pending");
    case ClaimPart::Refused:
      return claim.isOpen() ? Words::tr("Said to be refused by the receiver")
                            : Words::tr("Refused by the receiver");
    case ClaimPart::NotJudged:
      return Words::tr("Not yet judged (a receipt may belong to it)");
    case ClaimPart::NoLoad:
      break;
  }
  return claim.parts[part] < Mass() ? Words::tr("Sent beyond the claim")
                                    : Words::tr("Claimed, but no load says so");
}

/// Rounded parts would not add up: where one is not whole, all are written to the gram.
int decimalsOf(const ClaimVerdict& claim) {
  for (std::size_t i = 0; i < claimPartCount; ++i) {
    if (claim.parts[static_cast<ClaimPart>(i)].inGrams() % 1000 != 0) return 3;
  }
  return 0;
}

QString kilograms(Mass mass, int decimals) {
  return formatThousandths(mass.inGrams(), decimals) + QChar(0x00A0) + Words::tr("kg", "kilograms");
}

/// What is missing from a load is one part of it, the rest is another.
QString loadsOf(ClaimPart part, const ClaimVerdict& claim) {
  const std::int64_t loads = claim.loads[part];
  if (loads == 0) return {};
  return part == ClaimPart::OtherMass
             ? Words::tr("in %Ln loads", nullptr, plural(loads))
             : Words::tr("%Ln loads", nullptr, plural(loads));
}

}  // namespace

std::vector<PartLine> partLines(const ClaimVerdict& claim) {
  const int decimals = decimalsOf(claim);
  std::vector<PartLine> lines;
  for (std::size_t i = 0; i < claimPartCount; ++i) {
    const auto part = static_cast<ClaimPart>(i);
    const Mass mass = claim.parts[part];
    if (part == ClaimPart::NoLoad && mass == Mass()) continue;
    lines.push_back({part, mass, nameOf(part, claim), kilograms(mass, decimals),
                     loadsOf(part, claim)});
  }
  return lines;
}

QString partsSumName() {
  return Words::tr("Sum of the parts, as claimed");
}

QString partsSum(const ClaimVerdict& claim) {
  return kilograms(claim.parts.sum(), decimalsOf(claim));
}

QString partsLoads(const ClaimVerdict& claim) {
  const std::int64_t loads = claim.loads.all();
  return loads == 0 ? QString() : Words::tr("%Ln loads", nullptr, plural(loads));
}

}  // namespace plumbline::words
