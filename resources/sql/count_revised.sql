-- SPDX-FileCopyrightText: Plumbline contributors
-- SPDX-License-Identifier: GPL-3.0-or-later
-- How many records did each publication in temp.ranges give other values than the publication
-- before? %TABLE% and %CHANGED% are filled in.
UPDATE publication_tables SET revised = counted.n FROM (
  SELECT later.publication AS publication, sum(%CHANGED%) AS n
  FROM temp.ranges AS span
  CROSS JOIN %TABLE% AS earlier ON earlier.rowid BETWEEN span.first AND span.last
  JOIN %TABLE% AS later ON later.rowid = earlier.superseded_by
  GROUP BY later.publication
) AS counted
WHERE publication_tables.publication = counted.publication AND name = '%TABLE%'
