// SPDX-FileCopyrightText: Plumbline contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

// Every rule, a line each, in the order in which their checks run. The results list the checks in this
// order. What a rule is stands in model/checks/<rule>.cpp, its words in ui/words/rules/<rule>.cpp; where
// one of the two is missing, the program does not link.

#include "model/checks/rule.h"

#define PLUMBLINE_RULES(RULE) \
  RULE(missingReceipt)             \
  RULE(receiverNotPublished)       \
  RULE(documentNumberDiffers)      \
  RULE(ambiguousLink)              \
  RULE(ghostReceipt)               \
  RULE(massDifference)             \
  RULE(receiverHabit)              \
  RULE(timeOrder)                  \
  RULE(certificateOrder)           \
  RULE(materialChanged)            \
  RULE(hazardDropped)              \
  RULE(operationChanged)           \
  RULE(rejectedLoad)               \
  RULE(duplicateDocument)          \
  RULE(ownReceipt)                 \
  RULE(strangerReceipt)            \
  RULE(materialNotStated)          \
  RULE(otherReceiver)              \
  RULE(negativeRunningStock)       \
  RULE(unaccountedMass)            \
  RULE(unexplainedGain)            \
  RULE(silentRevision)             \
  RULE(brokenSignature)            \
  RULE(schedulerFavoursCommercial) \
  RULE(uncertaintyNotStated)       \
  RULE(lossOverTime)               \
  RULE(gainOverTime)               \
  RULE(unknownCode)                \
  RULE(operationNotFinal)          \
  RULE(densityOutOfBand)           \
  RULE(priceOutOfBand)             \
  RULE(customsSaysWaste)           \
  RULE(exportNeedsConsent)         \
  RULE(linkDecided)                \
  RULE(grossError)                 \
  RULE(tooGoodClosure)             \
  RULE(sentOnExceedsReceived)      \
  RULE(identicalWeights)           \
  RULE(exportOrder)                \
  RULE(exportMassGrows)            \
  RULE(summaryLogArithmetic)       \
  RULE(incompleteLogRow)           \
  RULE(sourceRule)                 \
  RULE(totalsDiffer)               \
  RULE(totalsOneSided)             \
  RULE(ownTotalDiffers)            \
  RULE(outputAboveInput)           \
  RULE(damagedIdentifier)          \
  RULE(trackEndsElsewhere)

namespace plumbline::rules {

#define PLUMBLINE_DECLARE(rule) extern const Rule rule;
PLUMBLINE_RULES(PLUMBLINE_DECLARE)
#undef PLUMBLINE_DECLARE

}  // namespace plumbline::rules
