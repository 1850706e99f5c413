# SPDX-FileCopyrightText: Plumbline contributors
# SPDX-License-Identifier: GPL-3.0-or-later
"""What a person sees: the window while it works, the record table, a chart, the paper."""
import json
import os
import shutil
import subprocess

from harness import seconds


def run_window(bench, *words):
    """The JSON that window-bench prints for a stage; None where this build lacks the peer."""
    environment = {**os.environ, "QT_QPA_PLATFORM": "offscreen"}
    done = subprocess.run([str(bench.window), *map(str, words)], capture_output=True, text=True, env=environment)
    if done.returncode == 3:
        return None
    done.check_returncode()
    return json.loads(done.stdout)


def bench_table(bench):
    """The record table over the workspace against QSqlTableModel over the same one."""
    workspace = bench.fresh("ws")
    seconds(bench.cli, "import", workspace, bench.shipments_only(bench.data()))
    ours = run_window(bench, "table", workspace)
    peer = run_window(bench, "table-peer", workspace)
    if not peer:
        bench.missing("record table", "QSqlTableModel")
        peer = {name: float("nan") for name in ours}
    for name, unit, target in (("first paint", "ms", "50 ms"), ("to the end", "ms", "-"), ("jump, p99", "ms", "16 ms"), ("memory", "MB", "ratio 0.15")):
        print(f"{'record table, ' + name:34} {ours[name]:8.3g} {unit}  {'QSqlTableModel':24} {peer[name]:7.3g} {unit}  "
              f"ratio {ours[name] / peer[name]:6.3f}  target {target}")


def compare_windows(bench, stage, ours, peer_name, peer, target):
    mine, theirs = [], []
    for _ in range(bench.rounds):
        mine.append(run_window(bench, *ours)["seconds"])
        answer = run_window(bench, *peer)
        if not answer:
            return bench.missing(stage, peer_name)
        theirs.append(answer["seconds"])
    bench.row(stage, peer_name, mine, theirs, target)


def bench_chart(bench):
    compare_windows(bench, "chart of 1,000,000 points", ["chart"], "QCustomPlot", ["chart-peer"], "<= 1.2")


def bench_pdf(bench):
    compare_windows(bench, "PDF of 100 pages", ["pdf", 100], "QTextDocument", ["pdf-peer", 100], "<= 0.05")
    compare_windows(bench, "PDF of 1,000 pages", ["pdf", 1000], "ten times 100 pages", ["pdf-tenfold", 100], "<= 1.15")


def bench_watchdog(bench):
    """The longest stop of the window, in a real window where a display can be had."""
    work = bench.folder / "watched"
    work.mkdir(exist_ok=True)
    words = [str(bench.inner.parent / "gui-watchdog"), str(bench.data()), str(work)]
    environment = dict(os.environ)
    if shutil.which("xvfb-run"):
        words = ["xvfb-run", "-a", "-s", "-screen 0 1600x1200x24", *words]
    else:
        environment["QT_QPA_PLATFORM"] = "offscreen"
    done = subprocess.run(words, check=True, capture_output=True, text=True, env=environment)
    for phase, stop in json.loads(done.stdout).items():
        print(f"longest stop of the window, {phase:24} {stop:8.1f} ms  target 50")
    shutil.rmtree(work)
