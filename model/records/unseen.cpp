// SPDX-FileCopyrightText: Plumbline contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "model/records/unseen.h"

#include <QChar>

#include "crypto/unseen_signs.h"

namespace plumbline {

bool isUnseen(char32_t code) {
  return isUnseenSign(code) || QChar::category(code) == QChar::Other_Format;
}

}  // namespace plumbline
