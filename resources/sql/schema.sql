-- SPDX-FileCopyrightText: Plumbline contributors
-- SPDX-License-Identifier: GPL-3.0-or-later
-- The workspace, version 1. Units are in the column names: _g grams, _ms UTC milliseconds since
-- 1970, _cents hundredths of the currency, _micro millionths. No triggers, no views.

-- Evidence: bytes as they came. `member` is the name in the audit file.
CREATE TABLE evidence (
  id INTEGER PRIMARY KEY,
  sha256 TEXT NOT NULL,
  member TEXT NOT NULL UNIQUE,
  kind TEXT NOT NULL,
  bytes INTEGER NOT NULL
) STRICT;
-- Slices of at most 1 MiB, so that a large table is read without loading it.
CREATE TABLE evidence_chunks (
  evidence INTEGER NOT NULL,
  seq INTEGER NOT NULL,
  data BLOB NOT NULL,
  PRIMARY KEY (evidence, seq)
) STRICT;

-- One row per publication, or per unsigned official file (evidence is then the original). States:
-- good, table_missing (its signature is good, a table of it is not here), bad_signature,
-- unknown_key (nobody named the key), stranger_key, other_role, key_retired, key_revoked, unsigned.
-- origin is empty and log_index -1 outside a log. reader: id of the reader of an unsigned file.
CREATE TABLE publications (
  id INTEGER PRIMARY KEY,
  evidence INTEGER NOT NULL,
  party TEXT NOT NULL,
  role TEXT NOT NULL,
  name TEXT NOT NULL,
  operator TEXT NOT NULL,
  sequence INTEGER NOT NULL,
  period_start_ms INTEGER NOT NULL,
  period_end_ms INTEGER NOT NULL,
  previous TEXT NOT NULL,
  reason TEXT NOT NULL,
  origin TEXT NOT NULL,
  log_index INTEGER NOT NULL,
  signer TEXT NOT NULL,
  state TEXT NOT NULL,
  reader TEXT NOT NULL DEFAULT ''
) STRICT;
-- The tables a publication binds; evidence NULL: the table's bytes are not here. States: good,
-- missing, mismatch (other bytes came), unreadable (signed bytes that break the format),
-- unsupported (a table this program does not know), not_loaded (its publication's signature
-- fails), unsigned. The rows of a table lie together from first_rowid; first_key and last_key are
-- its first and last record key (KeyOrder in model/workspace/record_key.h), first_ms and last_ms its
-- earliest and latest moment; revised counts the records it changed, superseded those of its own
-- that a later one took the place of.
CREATE TABLE publication_tables (
  publication INTEGER NOT NULL,
  name TEXT NOT NULL,
  sha256 TEXT NOT NULL,
  row_root TEXT NOT NULL,
  bytes INTEGER NOT NULL,
  rows INTEGER NOT NULL,
  evidence INTEGER,
  state TEXT NOT NULL,
  first_rowid INTEGER,
  first_key TEXT,
  last_key TEXT,
  first_ms INTEGER,
  last_ms INTEGER,
  revised INTEGER NOT NULL DEFAULT 0,
  superseded INTEGER NOT NULL DEFAULT 0,
  PRIMARY KEY (publication, name)
) STRICT;
-- Logs as far as this workspace has verified them.
CREATE TABLE logs (
  origin TEXT PRIMARY KEY,
  member TEXT NOT NULL,
  size INTEGER NOT NULL,
  root TEXT NOT NULL,
  state TEXT NOT NULL
) STRICT;
-- Keys: what the user vouched for ('pinned') and what came with the evidence ('first_seen').
-- job: party, log or witness; a witness has its name in party.
CREATE TABLE keys (
  vkey TEXT NOT NULL,
  job TEXT NOT NULL,
  role TEXT NOT NULL,
  party TEXT NOT NULL,
  trust TEXT NOT NULL,
  PRIMARY KEY (vkey, job, role, party, trust)
) STRICT;
-- Files that were refused, so that nothing is lost silently; message: see model/records/error_form.h.
CREATE TABLE problems (
  id INTEGER PRIMARY KEY,
  file TEXT NOT NULL,
  message TEXT NOT NULL
) STRICT;
-- Rows of official files that could not be used. record_table: what the row would have become (NULL:
-- not known); place: its column or member; reasons are listed in docs/formats.md; value, expected: see
-- model/records/error_form.h.
CREATE TABLE quarantine (
  id INTEGER PRIMARY KEY,
  evidence INTEGER NOT NULL,
  record_table TEXT,
  row INTEGER NOT NULL,
  place TEXT NOT NULL,
  value TEXT NOT NULL,
  reason TEXT NOT NULL,
  expected TEXT NOT NULL,
  raw TEXT NOT NULL
) STRICT;
CREATE TABLE settings (
  name TEXT PRIMARY KEY,
  value TEXT NOT NULL
) STRICT;
-- Pieces that a person took back: no evidence, and in no root, until they are put back. Their slices
-- stand in evidence_chunks under the negative number of their row.
CREATE TABLE removed (
  id INTEGER PRIMARY KEY,
  sha256 TEXT NOT NULL,
  member TEXT NOT NULL,
  kind TEXT NOT NULL,
  bytes INTEGER NOT NULL
) STRICT;
-- What people did with the files, in the order they did it. Nothing rests on it.
CREATE TABLE file_steps (
  id INTEGER PRIMARY KEY,
  at_ms INTEGER NOT NULL,
  by_whom TEXT NOT NULL,
  step TEXT NOT NULL,
  sha256 TEXT NOT NULL,
  file TEXT NOT NULL,
  details TEXT NOT NULL
) STRICT;

-- Records, one table per published table. `row` counts records from 1, `at` is the byte offset of the
-- record in its table, `superseded_by` the row that a later publication of the same party put in
-- its place (NULL: current).
CREATE TABLE materials (
  rowid INTEGER PRIMARY KEY,
  publication INTEGER NOT NULL,
  row INTEGER NOT NULL,
  at INTEGER NOT NULL,
  superseded_by INTEGER,
  code TEXT NOT NULL,
  name TEXT NOT NULL,
  class TEXT NOT NULL,
  low_code TEXT,
  hs_code TEXT,
  density_min_kg_m3_micro INTEGER,
  density_max_kg_m3_micro INTEGER,
  hazardous INTEGER,
  synthetic INTEGER
) STRICT;

CREATE TABLE sites (
  rowid INTEGER PRIMARY KEY,
  publication INTEGER NOT NULL,
  row INTEGER NOT NULL,
  at INTEGER NOT NULL,
  superseded_by INTEGER,
  id TEXT NOT NULL,
  name TEXT NOT NULL,
  role TEXT,
  country TEXT,
  latitude_micro INTEGER,
  longitude_micro INTEGER,
  permitted_codes TEXT,
  permitted_operations TEXT,
  capacity_t_per_year_micro INTEGER
) STRICT;

CREATE TABLE instruments (
  rowid INTEGER PRIMARY KEY,
  publication INTEGER NOT NULL,
  row INTEGER NOT NULL,
  at INTEGER NOT NULL,
  superseded_by INTEGER,
  id TEXT NOT NULL,
  kind TEXT,
  calibration_id TEXT NOT NULL,
  calibrated_ms INTEGER,
  accuracy_class TEXT,
  scale_interval_g INTEGER,
  max_g INTEGER,
  u_random_g INTEGER,
  u_shared_rel_micro INTEGER
) STRICT;

CREATE TABLE intakes (
  rowid INTEGER PRIMARY KEY,
  publication INTEGER NOT NULL,
  row INTEGER NOT NULL,
  at INTEGER NOT NULL,
  superseded_by INTEGER,
  id TEXT NOT NULL,
  time_ms INTEGER NOT NULL,
  source TEXT,
  material TEXT NOT NULL,
  gross_g INTEGER,
  tare_g INTEGER,
  net_g INTEGER NOT NULL,
  instrument TEXT,
  calibration TEXT,
  vehicle TEXT,
  ticket TEXT,
  estimated INTEGER
) STRICT;

CREATE TABLE flows (
  rowid INTEGER PRIMARY KEY,
  publication INTEGER NOT NULL,
  row INTEGER NOT NULL,
  at INTEGER NOT NULL,
  superseded_by INTEGER,
  id TEXT NOT NULL,
  start_ms INTEGER NOT NULL,
  end_ms INTEGER NOT NULL,
  from_node TEXT NOT NULL,
  to_node TEXT NOT NULL,
  material TEXT NOT NULL,
  mass_g INTEGER NOT NULL,
  u_g INTEGER,
  instrument TEXT
) STRICT;

CREATE TABLE stocks (
  rowid INTEGER PRIMARY KEY,
  publication INTEGER NOT NULL,
  row INTEGER NOT NULL,
  at INTEGER NOT NULL,
  superseded_by INTEGER,
  id TEXT NOT NULL,
  time_ms INTEGER NOT NULL,
  node TEXT NOT NULL,
  material TEXT NOT NULL,
  mass_g INTEGER NOT NULL,
  u_g INTEGER,
  method TEXT
) STRICT;

-- The words of loads, each set kept once: what a shipment or receipt says the load is (status: of a
-- shipment; of a receipt its outcome), whom it names at the other end (consignee of a shipment,
-- consignor of a receipt), and what it was weighed with. They repeat columns of the rows, so that
-- matching reads two numbers a row instead of seven texts. Absent is ''. A set may be here twice.
CREATE TABLE load_words (
  id INTEGER PRIMARY KEY,
  material TEXT NOT NULL,
  low_code TEXT NOT NULL,
  operation TEXT NOT NULL,
  status TEXT NOT NULL,
  other TEXT NOT NULL
) STRICT;
CREATE TABLE load_scales (
  id INTEGER PRIMARY KEY,
  instrument TEXT NOT NULL,
  calibration TEXT NOT NULL
) STRICT;

CREATE TABLE shipments (
  rowid INTEGER PRIMARY KEY,
  publication INTEGER NOT NULL,
  row INTEGER NOT NULL,
  at INTEGER NOT NULL,
  superseded_by INTEGER,
  words INTEGER NOT NULL,
  scale INTEGER NOT NULL,
  id TEXT NOT NULL,
  document_no TEXT NOT NULL,
  line INTEGER NOT NULL,
  dispatched_ms INTEGER NOT NULL,
  consignee TEXT NOT NULL,
  final_destination TEXT,
  carrier TEXT,
  vehicle TEXT,
  container_no TEXT,
  material TEXT NOT NULL,
  low_code TEXT,
  hs_code TEXT,
  basel_code TEXT,
  operation TEXT,
  gross_g INTEGER,
  tare_g INTEGER,
  net_g INTEGER NOT NULL,
  volume_m3_micro INTEGER,
  pieces INTEGER,
  value_cents INTEGER,
  currency TEXT,
  instrument TEXT,
  calibration TEXT,
  status TEXT
) STRICT;

CREATE TABLE hauls (
  rowid INTEGER PRIMARY KEY,
  publication INTEGER NOT NULL,
  row INTEGER NOT NULL,
  at INTEGER NOT NULL,
  superseded_by INTEGER,
  id TEXT NOT NULL,
  document_no TEXT NOT NULL,
  carrier TEXT,
  vehicle TEXT,
  loaded_ms INTEGER NOT NULL,
  unloaded_ms INTEGER,
  from_site TEXT,
  to_site TEXT,
  net_g INTEGER,
  distance_km_micro INTEGER
) STRICT;

CREATE TABLE receipts (
  rowid INTEGER PRIMARY KEY,
  publication INTEGER NOT NULL,
  row INTEGER NOT NULL,
  at INTEGER NOT NULL,
  superseded_by INTEGER,
  words INTEGER NOT NULL,
  scale INTEGER NOT NULL,
  id TEXT NOT NULL,
  document_no TEXT NOT NULL,
  line INTEGER NOT NULL,
  received_ms INTEGER NOT NULL,
  consignor TEXT,
  receiver TEXT,
  vehicle TEXT,
  container_no TEXT,
  material TEXT NOT NULL,
  low_code TEXT,
  operation TEXT,
  net_g INTEGER NOT NULL,
  pieces INTEGER,
  instrument TEXT,
  calibration TEXT,
  outcome TEXT,
  certificate_ms INTEGER
) STRICT;

CREATE TABLE jobs (
  rowid INTEGER PRIMARY KEY,
  publication INTEGER NOT NULL,
  row INTEGER NOT NULL,
  at INTEGER NOT NULL,
  superseded_by INTEGER,
  id TEXT NOT NULL,
  submitted_ms INTEGER NOT NULL,
  started_ms INTEGER,
  finished_ms INTEGER,
  cancelled_ms INTEGER,
  category TEXT NOT NULL,
  urgency INTEGER,
  line TEXT,
  material TEXT,
  mass_g INTEGER,
  revenue_cents INTEGER,
  cost_cents INTEGER,
  currency TEXT,
  requires TEXT
) STRICT;

CREATE TABLE claims (
  rowid INTEGER PRIMARY KEY,
  publication INTEGER NOT NULL,
  row INTEGER NOT NULL,
  at INTEGER NOT NULL,
  superseded_by INTEGER,
  id TEXT NOT NULL,
  period_start_ms INTEGER NOT NULL,
  period_end_ms INTEGER NOT NULL,
  metric TEXT NOT NULL,
  value_micro INTEGER NOT NULL,
  unit TEXT NOT NULL,
  basis TEXT,
  counts_energy_recovery INTEGER,
  counts_unconfirmed_exports INTEGER,
  boundary TEXT,
  text TEXT
) STRICT;

-- What a party declares about a whole period, in the unit it was declared in.
CREATE TABLE totals (
  rowid INTEGER PRIMARY KEY,
  publication INTEGER NOT NULL,
  row INTEGER NOT NULL,
  at INTEGER NOT NULL,
  superseded_by INTEGER,
  id TEXT NOT NULL,
  counterparty TEXT,
  direction TEXT NOT NULL,
  period_start_ms INTEGER NOT NULL,
  period_end_ms INTEGER NOT NULL,
  material TEXT,
  low_code TEXT,
  operation TEXT,
  quantity_micro INTEGER NOT NULL,
  unit TEXT NOT NULL,
  basis TEXT,
  site TEXT
) STRICT;

-- Where a tracking device was, as it says. Positions stay as they came, also 0/0 and none.
CREATE TABLE fixes (
  rowid INTEGER PRIMARY KEY,
  publication INTEGER NOT NULL,
  row INTEGER NOT NULL,
  at INTEGER NOT NULL,
  superseded_by INTEGER,
  id TEXT NOT NULL,
  device TEXT NOT NULL,
  time_ms INTEGER NOT NULL,
  uploaded_ms INTEGER,
  latitude_micro INTEGER,
  longitude_micro INTEGER,
  source TEXT,
  accuracy_m_micro INTEGER,
  country TEXT,
  handed_out_ms INTEGER
) STRICT;

-- UK packaging EPR summary logs: what the cover says, and the figures of each load that the records
-- above have no field for. _ug micrograms (log masses are tonnes with up to 12 decimals), _pico
-- 10^-12. A load that lacks its date or its mass is here only.
CREATE TABLE summary_logs (
  publication INTEGER PRIMARY KEY,
  processing_type TEXT,
  template_version TEXT,
  material TEXT,
  registration_number TEXT,
  accreditation_number TEXT
) STRICT;
CREATE TABLE summary_log_rows (
  rowid INTEGER PRIMARY KEY,
  publication INTEGER NOT NULL,
  kind TEXT NOT NULL,
  sheet TEXT NOT NULL,
  row INTEGER NOT NULL,
  row_id TEXT NOT NULL,
  date_ms INTEGER,
  gross_ug INTEGER,
  tare_ug INTEGER,
  pallet_ug INTEGER,
  net_ug INTEGER,
  non_target_ug INTEGER,
  proportion_pico INTEGER,
  baling_wire INTEGER,
  tonnage_ug INTEGER,
  exported_ms INTEGER,
  exported_ug INTEGER,
  overseas_ms INTEGER,
  overseas_ug INTEGER,
  repatriated_ms INTEGER
) STRICT;
-- What an official file says about its records beyond their fields: estimated, corrected, refused,
-- a weight a treatment. Kinds are listed in docs/formats.md.
CREATE TABLE source_remarks (
  rowid INTEGER PRIMARY KEY,
  publication INTEGER NOT NULL,
  record_table TEXT NOT NULL,
  record_id TEXT NOT NULL,
  kind TEXT NOT NULL,
  text TEXT NOT NULL,
  amount_g INTEGER
) STRICT;
-- Trade statistics: what a commodity was worth, by year, flow and country.
CREATE TABLE trade_values (
  rowid INTEGER PRIMARY KEY,
  publication INTEGER NOT NULL,
  commodity TEXT NOT NULL,
  year INTEGER NOT NULL,
  flow TEXT NOT NULL,
  country TEXT NOT NULL,
  value_cents INTEGER NOT NULL,
  currency TEXT NOT NULL,
  net_g INTEGER NOT NULL
) STRICT;
