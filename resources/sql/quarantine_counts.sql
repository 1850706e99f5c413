-- SPDX-FileCopyrightText: Plumbline contributors
-- SPDX-License-Identifier: GPL-3.0-or-later
-- How many rows of each official file could not be used, and why.
SELECT e.sha256, coalesce(q.record_table, ''), q.reason, count(*)
FROM quarantine AS q JOIN evidence AS e ON e.id = q.evidence
GROUP BY 1, 2, 3 ORDER BY 1, 2, 3
