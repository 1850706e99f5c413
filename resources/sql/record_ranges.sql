-- SPDX-FileCopyrightText: Plumbline contributors
-- SPDX-License-Identifier: GPL-3.0-or-later
-- Where do the records of each publication lie in one table? Chains of signed and of unsigned
-- publications apart, each in its order.
SELECT p.party, p.state <> 'unsigned', p.id, t.first_rowid, t.rows, t.first_key, t.last_key
FROM publication_tables AS t
JOIN publications AS p ON p.id = t.publication
JOIN evidence AS e ON e.id = p.evidence
WHERE t.name = ? AND t.first_rowid IS NOT NULL AND t.rows > 0
ORDER BY p.party, p.state <> 'unsigned', p.sequence, e.sha256, p.id
