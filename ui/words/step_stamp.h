// SPDX-FileCopyrightText: Plumbline contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QDateTime>

#include "model/workspace/file_steps.h"

namespace plumbline {

/// Who does something to the files of an audit, and when: told in their history, never computed with.
[[nodiscard]] inline StepStamp stampNow() {
  QString user = qEnvironmentVariable("USER");
  if (user.isEmpty()) user = qEnvironmentVariable("USERNAME");
  return {Timestamp::milliseconds(QDateTime::currentMSecsSinceEpoch()), user.toStdString()};
}

}  // namespace plumbline
