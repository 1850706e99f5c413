-- SPDX-FileCopyrightText: Plumbline contributors
-- SPDX-License-Identifier: GPL-3.0-or-later
-- How many records of each publication did later ones take the place of, and how many records did
-- each give other values than the publication before? temp.candidates as in mark_superseded.sql.
-- %TABLE% and %CHANGED% are filled in.
UPDATE publication_tables SET superseded = counted.n FROM (
  SELECT record.publication AS publication, count(*) AS n
  FROM temp.candidates AS candidate
  CROSS JOIN %TABLE% AS record ON record.rowid = candidate.record
  WHERE record.superseded_by IS NOT NULL
  GROUP BY record.publication
) AS counted
WHERE publication_tables.publication = counted.publication AND name = '%TABLE%';
UPDATE publication_tables SET revised = counted.n FROM (
  SELECT later.publication AS publication, sum(%CHANGED%) AS n
  FROM temp.candidates AS candidate
  CROSS JOIN %TABLE% AS earlier ON earlier.rowid = candidate.record
  JOIN %TABLE% AS later ON later.rowid = earlier.superseded_by
  GROUP BY later.publication
) AS counted
WHERE publication_tables.publication = counted.publication AND name = '%TABLE%'
