-- SPDX-FileCopyrightText: Plumbline contributors
-- SPDX-License-Identifier: GPL-3.0-or-later
-- Who published one record, in which file, and where in it does it start? %TABLE% is filled in.
SELECT p.id, p.party, p.sequence, p.state, envelope.member, file.member, r.row, r.at
FROM %TABLE% AS r
JOIN publications AS p ON p.id = r.publication
JOIN evidence AS envelope ON envelope.id = p.evidence
LEFT JOIN publication_tables AS t ON t.publication = p.id AND t.name = ?
LEFT JOIN evidence AS file ON file.id = t.evidence
WHERE r.rowid = ?
