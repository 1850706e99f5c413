# SPDX-FileCopyrightText: Plumbline contributors
# SPDX-License-Identifier: GPL-3.0-or-later
"""Measures Plumbline against peers in the same run and prints one table of ratios.

    bench.py BUILD_DIR [--rows N] [--rounds N] [--seeds N] [--only NAME,...]

Machines differ and are noisy, so only ratios mean anything: rounds are paired (ours, peer, ours, peer,
...) and the median of the ratios is printed. Nothing here fails because of a time. A peer that is not
here is said. The stage "growth" (ten times the rows) runs only when it is named.
"""
import argparse
import pathlib
import tempfile

import records
import verdicts
import windows
from harness import Bench

STAGES = {"grid": verdicts.bench_grid, "shipments": records.bench_shipments, "import": records.bench_import,
          "match": verdicts.bench_match, "shared": records.bench_shared, "sealed": records.bench_sealed,
          "scan": records.bench_scan,
          "leaves": records.bench_leaves, "xlsx": records.bench_xlsx, "signatures": verdicts.bench_signatures,
          "network": verdicts.bench_network, "table": windows.bench_table, "chart": windows.bench_chart, "pdf": windows.bench_pdf,
          "watchdog": windows.bench_watchdog}
ON_REQUEST = {"growth": records.bench_growth}


def main():
    parser = argparse.ArgumentParser()
    parser.add_argument("build", type=pathlib.Path)
    parser.add_argument("--rows", type=int, default=1_000_000)
    parser.add_argument("--rounds", type=int, default=5)
    parser.add_argument("--seeds", type=int, default=20)
    parser.add_argument("--only", default=",".join(STAGES), help="of " + ", ".join(STAGES | ON_REQUEST))
    given = parser.parse_args()
    with tempfile.TemporaryDirectory() as folder:
        bench = Bench(given.build, given.rows, given.rounds, given.seeds, pathlib.Path(folder))
        for name in given.only.split(","):
            (STAGES | ON_REQUEST)[name](bench)


if __name__ == "__main__":
    main()
