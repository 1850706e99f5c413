// SPDX-FileCopyrightText: Plumbline contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include <array>

#include "model/checks/checks.h"

namespace plumbline {
namespace {

constexpr std::array registry = {
    Check{"missing_receipt", checkMissingReceipt},
    Check{"ghost_receipt", checkGhostReceipt},
    Check{"mass_difference", checkMassDifference},
    Check{"time_order", checkTimeOrder},
    Check{"material_changed", checkMaterialChanged},
    Check{"operation_changed", checkOperationChanged},
    Check{"rejected_load", checkRejectedLoad},
    Check{"duplicate_document", checkDuplicateDocument},
    Check{"own_receipt", checkOwnReceipt},
    Check{"negative_running_stock", checkNegativeRunningStock},
    Check{"unaccounted_mass", checkUnaccountedMass},
    Check{"silent_revision", checkSilentRevision},
    Check{"broken_signature", checkBrokenSignature},
    Check{"scheduler_favours_commercial", checkSchedulerFavoursCommercial},
    Check{"uncertainty_not_stated", checkUncertaintyNotStated},
    Check{"loss_over_time", checkLossOverTime},
    Check{"unknown_code", checkUnknownCode},
    Check{"operation_not_final", checkOperationNotFinal},
    Check{"density_out_of_band", checkDensityOutOfBand},
    Check{"price_out_of_band", checkPriceOutOfBand},
    Check{"customs_says_waste", checkCustomsSaysWaste},
    Check{"export_needs_consent", checkExportNeedsConsent},
    Check{"link_decided", checkLinkDecided},
    Check{"gross_error", checkGrossError},
    Check{"sent_on_exceeds_received", checkSentOnExceedsReceived},
    Check{"identical_weights", checkIdenticalWeights},
    Check{"export_order", checkExportOrder},
    Check{"export_mass_grows", checkExportMassGrows},
    Check{"summary_log_arithmetic", checkSummaryLogArithmetic},
    Check{"incomplete_log_row", checkIncompleteLogRow},
    Check{"source_rule", checkSourceRule},
};

}  // namespace

std::span<const Check> allChecks() {
  return registry;
}

}  // namespace plumbline
