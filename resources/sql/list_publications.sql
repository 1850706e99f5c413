-- SPDX-FileCopyrightText: Plumbline contributors
-- SPDX-License-Identifier: GPL-3.0-or-later
-- Every publication in the order of its party's chain, with what it brought.
SELECT p.id, p.party, p.role, p.name, p.sequence, p.period_start_ms, p.period_end_ms, p.previous,
       p.origin, p.log_index, p.signer, p.state, e.sha256,
       (SELECT coalesce(sum(t.rows), 0) FROM publication_tables AS t
        WHERE t.publication = p.id AND t.first_rowid IS NOT NULL),
       (SELECT coalesce(sum(t.revised), 0) FROM publication_tables AS t
        WHERE t.publication = p.id), e.member
FROM publications AS p JOIN evidence AS e ON e.id = p.evidence
ORDER BY p.party, p.sequence, e.sha256, p.id
