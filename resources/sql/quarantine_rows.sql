-- SPDX-FileCopyrightText: Plumbline contributors
-- SPDX-License-Identifier: GPL-3.0-or-later
-- The first rows that could not be used, file by file.
SELECT e.sha256, q.row, q.place, q.value, q.reason, q.expected
FROM quarantine AS q JOIN evidence AS e ON e.id = q.evidence
ORDER BY e.sha256, q.row, q.id LIMIT ?1
