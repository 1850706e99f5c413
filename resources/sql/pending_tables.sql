-- SPDX-FileCopyrightText: Plumbline contributors
-- SPDX-License-Identifier: GPL-3.0-or-later
-- Which tables of publications that may carry records are not loaded yet? In the order of their
-- chains, so that a party's records lie together.
SELECT t.publication, t.name, t.sha256, t.row_root, t.bytes, t.rows
FROM publication_tables AS t
JOIN publications AS p ON p.id = t.publication
JOIN evidence AS e ON e.id = p.evidence
WHERE t.state IN ('missing', 'mismatch') AND p.state IN ('good', 'table_missing', 'unknown_key')
ORDER BY p.party, p.sequence, e.sha256, t.name
