// SPDX-FileCopyrightText: Plumbline contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "model/import/record_sink.h"

namespace plumbline {

Result<void> RecordSink::addExtra(std::string_view table, std::span<const NamedValue>) {
  return Error{ErrorCode::Unsupported, "this sink does not take rows of " + std::string(table)};
}

}  // namespace plumbline
