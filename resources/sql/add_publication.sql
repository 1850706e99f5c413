-- SPDX-FileCopyrightText: Plumbline contributors
-- SPDX-License-Identifier: GPL-3.0-or-later
-- A new publication; its signer and its place in a log are judged afterwards.
INSERT INTO publications (evidence, party, role, name, operator, sequence, period_start_ms,
                          period_end_ms, previous, reason, origin, log_index, signer, state)
VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, '', -1, '', ?)
