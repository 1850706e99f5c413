-- SPDX-FileCopyrightText: Plumbline contributors
-- SPDX-License-Identifier: GPL-3.0-or-later
-- Which record did the next publication with the same key put in this one's place? temp.ranges
-- holds the publications of one party in their order. %TABLE% and %KEY% are filled in.
UPDATE %TABLE% SET superseded_by = following.next FROM (
  SELECT record.rowid AS this,
         lead(record.rowid) OVER (PARTITION BY %KEY% ORDER BY span.rank) AS next
  FROM temp.ranges AS span
  CROSS JOIN %TABLE% AS record ON record.rowid BETWEEN span.first AND span.last
) AS following
WHERE %TABLE%.rowid = following.this AND following.next IS NOT NULL
