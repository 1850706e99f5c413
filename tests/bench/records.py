# SPDX-FileCopyrightText: Plumbline contributors
# SPDX-License-Identifier: GPL-3.0-or-later
"""Records coming in: import, its growth, opening somebody else's audit, and the parts of an import."""
import shutil
import subprocess
import sys

from harness import peak_megabytes, read_csv, seconds
from workbook import write_workbook


def compare_import(bench, stage, made, tables):
    """Ours against the sqlite3 shell and DuckDB, which verify nothing."""
    script, duck = bench.sqlite_import(tables), bench.duckdb_load(tables)
    ours, sqlite, duck2 = [], [], []
    for _ in range(bench.rounds):
        ours.append(seconds(bench.cli, "import", bench.fresh("ws"), made))
        sqlite.append(seconds("sqlite3", bench.fresh("peer.sqlite"), f".read {script}"))
        if bench.node_modules:
            duck2.append(bench.node(2, duck))
    bench.row(stage, "sqlite3 .import", ours, sqlite, "<= 0.8")
    if duck2:
        bench.row(stage, "DuckDB load, 2 threads", ours, duck2, "<= 1.5")
    print(f"{'':34} peak memory {peak_megabytes(bench.cli, 'import', bench.fresh('ws'), made)} MB, target 200")


def bench_import(bench):
    made = bench.data()
    compare_import(bench, "import of the whole set", made, bench.tables(made))


def bench_shipments(bench):
    made = bench.data()
    only = {"shipments": bench.tables(made)["shipments"]}
    compare_import(bench, "import of signed shipments", bench.shipments_only(made), only)


def bench_growth(bench):
    """Ten times the rows. Needs 10 GB and some minutes, so it runs only when asked for."""
    few, many = (bench.shipments_only(bench.data(rows)) for rows in (bench.rows, 10 * bench.rows))
    ours, peers = [], []
    for _ in range(min(bench.rounds, 3)):
        peers.append(seconds(bench.cli, "import", bench.fresh("few"), few))
        ours.append(seconds(bench.cli, "import", bench.fresh("many"), many))
    bench.row("import of ten times the shipments", "a tenth of them", ours, peers, "<= 11")
    print(f"{'':34} peak memory {peak_megabytes(bench.cli, 'import', bench.fresh('many'), many)} MB, target 200")
    bench.fresh("many")


def bench_shared(bench):
    """Opening a shared audit: every signature and digest, and the whole result computed again."""
    made = bench.data(bench.rows // 4)  # a load has about four records
    tables = bench.tables(made)
    workspace, file = bench.fresh("to-share"), bench.folder / "shared.plumb"
    seconds(bench.cli, "import", workspace, made)
    seconds(bench.cli, "share", workspace, file)
    script = bench.sqlite_import(tables)
    ours, peers = [], []
    for _ in range(bench.rounds):
        ours.append(seconds(bench.cli, "open", file, bench.fresh("opened"), codes=(0, 1, 3)))
        peers.append(seconds("sqlite3", bench.fresh("peer.sqlite"), f".read {script}"))
    bench.row("open a shared audit", "sqlite3 .import", ours, peers, "<= 2")


def bench_sealed(bench):
    """Before an audit: a workspace as this computer left it, and one that is made anew from its evidence.

    That writes a file beside the old one, so the import it is compared with does so, too."""
    made = bench.data()
    workspace = bench.fresh("sealed")
    look, checks, anew, imports = [], [], [], []
    for _ in range(bench.rounds):
        seconds(bench.cli, "import", bench.fresh("sealed"), made)
        imports.append(seconds(bench.cli, "import", bench.fresh("sealed-beside"), made))
        look.append(bench.stage("prepare", workspace))
        checks.append(seconds("sqlite3", workspace, "PRAGMA quick_check(1)"))
        bench.forget_seals()
        anew.append(bench.stage("prepare", workspace))
    bench.row("look at a sealed workspace", "sqlite3 quick_check", look, checks, "<= 1")
    bench.row("make a workspace anew", "import", anew, imports, "<= 1")


def bench_scan(bench):
    """CSV to typed values, without hashing and storing."""
    tables = bench.tables(bench.data())["shipments"]
    duck = bench.script("duck_scan.sql", f"-- timed\nSELECT max(COLUMNS(*)) FROM {read_csv(tables)};\n")
    if not bench.node_modules:
        return bench.missing("CSV to typed values", "DuckDB")
    ours, peers = [], []
    for _ in range(bench.rounds):
        ours.append(sum(bench.stage("scan", path) for path in tables))
        peers.append(bench.node(1, duck))
    bench.row("CSV to typed values", "DuckDB scan, 1 thread", ours, peers, "<= 0.35")


def bench_leaves(bench):
    """Record leaves and root of a table against one SHA-256 over the same bytes, the least that must be hashed."""
    table = bench.tables(bench.data())["shipments"][0]
    ours, limit = [], []
    for _ in range(bench.rounds):
        ours.append(bench.stage("leaves", table))
        limit.append(bench.stage("hash", table))
    bench.row("row leaves and Merkle root", "one SHA-256 of the file", ours, limit, "-")


def has_openpyxl(python):
    return bool(shutil.which(python)) and subprocess.run([python, "-c", "import openpyxl"], stderr=subprocess.DEVNULL, check=False).returncode == 0


def bench_xlsx(bench):
    """Every cell of a sheet of 100,000 rows."""
    workbook = write_workbook(bench.folder / "rows.xlsx", 100_000)
    # A distribution's package belongs to the distribution's interpreter.
    python = next((each for each in (sys.executable, "/usr/bin/python3") if has_openpyxl(each)), None)
    if not python:
        return bench.missing("workbook of 100,000 rows", "python3-openpyxl")
    code = ("import openpyxl, sys, time; start = time.perf_counter();"
            "sheet = openpyxl.load_workbook(sys.argv[1], read_only=True).active;"
            "cells = sum(len(row) for row in sheet.iter_rows(values_only=True));"
            "print(time.perf_counter() - start)")
    ours, peers = [], []
    for _ in range(min(bench.rounds, 3)):
        ours.append(bench.stage("xlsx", workbook))
        done = subprocess.run([python, "-c", code, str(workbook)], check=True, capture_output=True, text=True)
        peers.append(float(done.stdout))
    bench.row("workbook of 100,000 rows", "openpyxl, read-only", ours, peers, "<= 0.2")
