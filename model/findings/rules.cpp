// SPDX-FileCopyrightText: Plumbline contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "model/findings/rules.h"

#include <algorithm>
#include <array>

namespace plumbline {
namespace {

using enum RuleKind;

// By number. A number is for good: reports that are out in the world name it.
constexpr std::array rules = {
    Rule{"missing_receipt", "F1", Fact,
         "Regulation (EC) No 1013/2006 Art. 16(d); 40 CFR 262.42; deadline of the audit plan"},
    Rule{"mass_difference", "F2", Fact, "40 CFR 264.72(b); tolerance profile of the audit plan"},
    Rule{"time_order", "F3", Fact, "UK International Waste Shipments: receipt not before shipment"},
    Rule{"certificate_order", "F4", Fact, "Regulation (EC) No 1013/2006 Art. 16(e)"},
    Rule{"ghost_receipt", "F5", Fact, "40 CFR 264.72(a); own rule"},
    Rule{"document_number_differs", "F6", Statistic,
         "Fellegi and Sunter 1969; Kuhn 1955; Jonker and Volgenant 1987"},
    Rule{"material_changed", "F7", Fact,
         "40 CFR 264.72(b), difference in type; Basel Convention Art. 9.1"},
    Rule{"operation_changed", "F8", Fact, "Directive 2008/98/EC annexes I and II"},
    Rule{"hazard_dropped", "F9", Fact, "Decision 2000/532/EC, mirror entries"},
    Rule{"rejected_load", "F10", Fact, "40 CFR 264.72(a), rejected loads"},
    Rule{"duplicate_document", "F11", Fact, "40 CFR 262.20; own rule: one load, one document line"},
    Rule{"own_receipt", "F12", Fact, "own rule: only somebody else's signature confirms"},
    Rule{"stranger_receipt", "F13", Fact, "own rule: only a named key's signature confirms"},
    Rule{"material_not_stated", "F14", Fact, "own rule"},
    Rule{"negative_running_stock", "F15", Statistic, "mass balance; method: docs/methods.md"},
    Rule{"unaccounted_mass", "F16", Statistic,
         "IAEA material accountancy (MUF); Holm 1979; Benjamini and Yekutieli 2001"},
    Rule{"unexplained_gain", "F17", Statistic,
         "IAEA material accountancy (MUF); Holm 1979; Benjamini and Yekutieli 2001"},
    Rule{"silent_revision", "F18", Fact, "own rule: a correction names its reason"},
    Rule{"broken_signature", "F19", Fact, "RFC 8032; DSSE v1; docs/file-format.md"},
    Rule{"scheduler_favours_commercial", "F20", Statistic,
         "Gehan 1965, van Elteren 1960, permutation within strata; Mantel and Haenszel 1959; "
         "restricted mean of Kaplan and Meier 1958"},
    Rule{"receiver_not_published", "F21", Fact, "own rule: records conflict only with records"},
    Rule{"uncertainty_not_stated", "F22", Fact,
         "OIML R 76-1, class III in service; defaults of docs/methods.md"},
    Rule{"loss_over_time", "F23", Statistic,
         "IAEA material accountancy (SITMUF); Page, Biometrika 41 (1954)"},
    Rule{"gain_over_time", "F24", Statistic,
         "IAEA material accountancy (SITMUF); Page, Biometrika 41 (1954)"},
    Rule{"ambiguous_link", "F25", Statistic,
         "Fellegi and Sunter 1969; Kuhn 1955; Jonker and Volgenant 1987"},
    Rule{"unknown_code", "F26", Fact,
         "Decision 2000/532/EC; Directive 2008/98/EC annexes I and II; ISO 3166-1"},
    Rule{"operation_not_final", "F27", Fact, "Directive 2008/98/EC annex II, R12 and R13"},
    Rule{"density_out_of_band", "F28", Fact,
         "US EPA, Volume-to-Weight Conversion Factors, 2016; own wide bands"},
    Rule{"price_out_of_band", "F29", Fact,
         "HM Revenue and Customs trade statistics; own rule"},
    Rule{"customs_says_waste", "F30", Fact, "Harmonized System, headings of waste and scrap"},
    Rule{"export_needs_consent", "F31", Fact,
         "Basel Convention, annexes II and VIII; Regulation (EU) 2024/1157 Art. 39 and 40"},
    Rule{"link_decided", "F32", Fact, "own rule: a person's decision is signed and told"},
    Rule{"gross_error", "F33", Statistic,
         "VDI 2048; Narasimhan and Jordache 2000 (generalized likelihood ratio); Sidak 1967"},
    Rule{"too_good_closure", "F34", Statistic,
         "VDI 2048, lower tail of chi square; Fisher 1936 on Mendel"},
    Rule{"other_receiver", "F35", Fact,
         "40 CFR 262.20, designated facility; own rule: the consignee signs for its load"},
    Rule{"receiver_habit", "F36", Fact, "own rule: a habit is told once, with its size"},
    Rule{"sent_on_exceeds_received", "L1", Fact,
         "UK packaging EPR: waste balance of a summary log (DEFRA/epr-backend)"},
    Rule{"identical_weights", "L2", Fact, "own rule: two weighings seldom agree in every figure"},
    Rule{"export_order", "L3", Fact, "UK packaging EPR: dates of an exported load; own rule"},
    Rule{"export_mass_grows", "L4", Fact,
         "UK packaging EPR: masses of an exported load; tolerance profile of the audit plan"},
    Rule{"summary_log_arithmetic", "L5", Fact,
         "UK packaging EPR: validator of received loads, 1e-9 t (DEFRA/epr-backend)"},
    Rule{"incomplete_log_row", "L6", Fact,
         "UK packaging EPR: fields of a summary log, template V5 (DEFRA/epr-backend)"},
    Rule{"source_rule", "L7", Fact,
         "validators of the systems that the files come from (docs/formats.md)"},
};

}  // namespace

std::span<const Rule> allRules() { return rules; }

const Rule* findRule(std::string_view id) {
  const auto found =
      std::find_if(rules.begin(), rules.end(), [id](const Rule& rule) { return rule.id == id; });
  return found == rules.end() ? nullptr : &*found;
}

}  // namespace plumbline
