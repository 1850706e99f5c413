// SPDX-FileCopyrightText: Plumbline contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

// Every check of the registry, one line each.

#include "model/checks/check.h"

namespace plumbline {

// Loads: what was sent against what was received.
[[nodiscard]] Result<CheckOutcome> checkMissingReceipt(const CheckInput& input);
[[nodiscard]] Result<CheckOutcome> checkGhostReceipt(const CheckInput& input);
[[nodiscard]] Result<CheckOutcome> checkMassDifference(const CheckInput& input);
[[nodiscard]] Result<CheckOutcome> checkTimeOrder(const CheckInput& input);
[[nodiscard]] Result<CheckOutcome> checkMaterialChanged(const CheckInput& input);
[[nodiscard]] Result<CheckOutcome> checkOperationChanged(const CheckInput& input);
[[nodiscard]] Result<CheckOutcome> checkRejectedLoad(const CheckInput& input);
[[nodiscard]] Result<CheckOutcome> checkDuplicateDocument(const CheckInput& input);
[[nodiscard]] Result<CheckOutcome> checkOwnReceipt(const CheckInput& input);
[[nodiscard]] Result<CheckOutcome> checkLinkDecided(const CheckInput& input);
[[nodiscard]] Result<CheckOutcome> checkGrossError(const CheckInput& input);
// The plant's own books.
[[nodiscard]] Result<CheckOutcome> checkNegativeRunningStock(const CheckInput& input);
[[nodiscard]] Result<CheckOutcome> checkUnaccountedMass(const CheckInput& input);
[[nodiscard]] Result<CheckOutcome> checkLossOverTime(const CheckInput& input);
[[nodiscard]] Result<CheckOutcome> checkUncertaintyNotStated(const CheckInput& input);
// The codes and figures of loads against the reference tables.
[[nodiscard]] Result<CheckOutcome> checkUnknownCode(const CheckInput& input);
[[nodiscard]] Result<CheckOutcome> checkOperationNotFinal(const CheckInput& input);
[[nodiscard]] Result<CheckOutcome> checkDensityOutOfBand(const CheckInput& input);
[[nodiscard]] Result<CheckOutcome> checkPriceOutOfBand(const CheckInput& input);
[[nodiscard]] Result<CheckOutcome> checkCustomsSaysWaste(const CheckInput& input);
[[nodiscard]] Result<CheckOutcome> checkExportNeedsConsent(const CheckInput& input);
// The plant's scheduler.
[[nodiscard]] Result<CheckOutcome> checkSchedulerFavoursCommercial(const CheckInput& input);
// The publications.
[[nodiscard]] Result<CheckOutcome> checkSilentRevision(const CheckInput& input);
[[nodiscard]] Result<CheckOutcome> checkBrokenSignature(const CheckInput& input);
// Official files.
[[nodiscard]] Result<CheckOutcome> checkSourceRule(const CheckInput& input);
// UK packaging EPR summary logs.
[[nodiscard]] Result<CheckOutcome> checkSentOnExceedsReceived(const CheckInput& input);
[[nodiscard]] Result<CheckOutcome> checkIdenticalWeights(const CheckInput& input);
[[nodiscard]] Result<CheckOutcome> checkExportOrder(const CheckInput& input);
[[nodiscard]] Result<CheckOutcome> checkExportMassGrows(const CheckInput& input);
[[nodiscard]] Result<CheckOutcome> checkSummaryLogArithmetic(const CheckInput& input);
[[nodiscard]] Result<CheckOutcome> checkIncompleteLogRow(const CheckInput& input);

}  // namespace plumbline
