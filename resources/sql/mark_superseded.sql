-- SPDX-FileCopyrightText: Plumbline contributors
-- SPDX-License-Identifier: GPL-3.0-or-later
-- Which record did the next publication with the same key put in this one's place? temp.candidates
-- holds the records whose key may stand more than once, with the rank of their publication.
-- %TABLE% and %KEY% are filled in.
UPDATE %TABLE% SET superseded_by = following.next FROM (
  SELECT record.rowid AS this,
         lead(record.rowid) OVER (PARTITION BY %KEY% ORDER BY candidate.rank) AS next
  FROM temp.candidates AS candidate
  CROSS JOIN %TABLE% AS record ON record.rowid = candidate.record
) AS following
WHERE %TABLE%.rowid = following.this AND following.next IS NOT NULL
