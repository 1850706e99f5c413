-- SPDX-FileCopyrightText: Plumbline contributors
-- SPDX-License-Identifier: GPL-3.0-or-later
-- Before a large load; indexes.sql makes them again.
DROP INDEX IF EXISTS shipments_document;
DROP INDEX IF EXISTS receipts_document;
