# SPDX-FileCopyrightText: Plumbline contributors
# SPDX-License-Identifier: GPL-3.0-or-later
"""Network reconciliation against scipy's sparse solve of the same system in the same run.

    network_bench.py NETWORK_BENCH [ROUNDS]      as ./dev bench --only network does

scipy is optional (python3-scipy); without it only our own times are printed.
"""
import pathlib
import statistics
import subprocess
import sys
import tempfile

PEER = """
import sys, time
import numpy as np, scipy.sparse as sparse, scipy.sparse.linalg as linalg
lines = [line.split() for line in open(sys.argv[1])]
entries = [(int(a), int(b), float(c)) for a, b, c in (line for line in lines if len(line) == 3)]
figures, variances = np.array([line for line in lines if len(line) == 2], float).T
rows, columns, values = zip(*entries)
balances = sparse.csr_matrix((values, (rows, columns)), shape=(max(rows) + 1, len(figures)))
seconds = []
for _ in range(int(sys.argv[2])):
    start = time.perf_counter()
    spread = sparse.diags(variances)
    system = (balances @ spread @ balances.T).tocsc()
    residual = balances @ figures
    weights = linalg.spsolve(system, residual)
    reconciled = figures - spread @ (balances.T @ weights)
    seconds.append(time.perf_counter() - start)
print(sorted(seconds)[len(seconds) // 2])
print(residual @ weights)
"""


def python_with_scipy():
    for python in (sys.executable, "/usr/bin/python3", "python3"):
        try:
            if subprocess.run([python, "-c", "import scipy.sparse.linalg"], capture_output=True).returncode == 0:
                return python
        except OSError:
            continue
    return None


def run(program, rounds):
    python = python_with_scipy()
    with tempfile.TemporaryDirectory() as folder:
        path = pathlib.Path(folder) / "network.txt"
        for kind, streams, target in (("local", 1_000, 0.5), ("local", 10_000, 0.5), ("local", 100_000, 0.9),
                                      ("random", 10_000, 0.5), ("random", 100_000, 0.9)):
            ours, again, peers = [], [], []
            for _ in range(rounds):
                done = subprocess.run([program, str(streams), kind, path], check=True, capture_output=True, text=True)
                times = [float(line) for line in done.stdout.split()]
                ours.append(times[0])
                again.append(times[1])
                # spsolve fills up on large random graphs: minutes and gigabytes.
                if python and (kind, streams) != ("random", 100_000):
                    times_of_peer = "1" if kind == "random" else "5"  # seconds each
                    out = subprocess.run([python, "-c", PEER, path, times_of_peer], check=True, capture_output=True, text=True).stdout.split()
                    peers.append(float(out[0]))
                    objective = float(done.stderr.split()[-1])
                    assert abs(objective - float(out[1])) < 1e-6 * objective, (objective, out[1])
            text = f"{streams:>7,} streams, {kind:6} {statistics.median(ours) * 1e3:8.2f} ms"
            if peers:
                ratio = statistics.median(a / b for a, b in zip(ours, peers))
                text += f"  scipy {statistics.median(peers) * 1e3:8.2f} ms  ratio {ratio:5.2f}  target <= {target}"
            print(f"{text}  again {statistics.median(again) * 1e3:.2f} ms", flush=True)
            if len(times) > 2:
                print(f"{'':23} covariance {times[2]:.3f} s  target 1 s")


if __name__ == "__main__":
    run(sys.argv[1], int(sys.argv[2]) if len(sys.argv) > 2 else 5)
