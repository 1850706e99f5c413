#!/usr/bin/env python3
# SPDX-FileCopyrightText: Plumbline contributors
# SPDX-License-Identifier: GPL-3.0-or-later
"""Makes outline.txt, the coasts and borders of the map, from countries-50m.json of the npm package
world-atlas 2.0.2 (Natural Earth 1:50m, public domain):

    npm pack world-atlas@2.0.2 && tar xzf world-atlas-2.0.2.tgz
    python3 make_outline.py package/countries-50m.json > outline.txt

One line a polyline: "c" (coast) or "b" (border between countries), then its points as the encoded
polyline algorithm writes them (zigzag differences of latitude and longitude, six-bit groups from
'?'), in hundredths of a degree. Coasts shorter than a few kilometres are left out.
"""
import json
import sys

UNIT = 100  # steps a degree: about a kilometre, well below the accuracy of 1:50m
TOLERANCE = 1.2  # steps a line may be off
LEAST = 6  # steps: islands smaller than this are left out


def arcs_of(topology):
    scale, translate = topology["transform"]["scale"], topology["transform"]["translate"]
    for arc in topology["arcs"]:
        x = y = 0
        points = []
        for dx, dy in arc:
            x, y = x + dx, y + dy
            point = (
                round((x * scale[0] + translate[0]) * UNIT),
                round((y * scale[1] + translate[1]) * UNIT),
            )
            if not points or points[-1] != point:
                points.append(point)
        yield points


def uses_of(topology):
    """How many countries share each arc."""
    uses = [0] * len(topology["arcs"])

    def count(item):
        if isinstance(item, int):
            uses[item if item >= 0 else ~item] += 1
        else:
            for part in item:
                count(part)

    for country in topology["objects"]["countries"]["geometries"]:
        count(country.get("arcs", []))
    return uses


def distance(point, a, b):
    (px, py), (ax, ay), (bx, by) = point, a, b
    dx, dy = bx - ax, by - ay
    length = dx * dx + dy * dy
    share = max(0, min(1, ((px - ax) * dx + (py - ay) * dy) / length)) if length else 0
    return ((px - ax - share * dx) ** 2 + (py - ay - share * dy) ** 2) ** 0.5


def simplified(points):
    """Douglas and Peucker, 1973; a ring is cut at its far side first."""
    keep = {0, len(points) - 1}
    spans = [(0, len(points) - 1)]
    if points[0] == points[-1] and len(points) > 3:
        far = max(range(len(points)), key=lambda i: distance(points[i], points[0], points[0]))
        keep.add(far)
        spans = [(0, far), (far, len(points) - 1)]
    while spans:
        first, last = spans.pop()
        worst, index = 0, None
        for i in range(first + 1, last):
            off = distance(points[i], points[first], points[last])
            if off > worst:
                worst, index = off, i
        if index is not None and worst > TOLERANCE:
            keep.add(index)
            spans += [(first, index), (index, last)]
    return [points[i] for i in sorted(keep)]


def encoded(value):
    value = value << 1 if value >= 0 else ~(value << 1)
    text = ""
    while value >= 0x20:
        text += chr((0x20 | (value & 0x1F)) + 63)
        value >>= 5
    return text + chr(value + 63)


def pieces_of(points):
    """Cut where the line would run the wrong way round the world, or along the south pole."""
    pieces = [[points[0]]]
    for before, point in zip(points, points[1:]):
        at_pole = max(point[1], before[1]) <= -89.9 * UNIT
        if abs(point[0] - before[0]) > 180 * UNIT or at_pole:
            pieces.append([])
        pieces[-1].append(point)
    return [piece for piece in pieces if len(piece) > 1]


def line_of(kind, points):
    text, x, y = kind, 0, 0
    for px, py in points:
        text += encoded(py - y) + encoded(px - x)
        x, y = px, py
    return text


def main():
    with open(sys.argv[1], encoding="utf-8") as file:
        topology = json.load(file)
    print("# Coasts and borders: Natural Earth 1:50m, public domain, by way of the npm package")
    print("# world-atlas 2.0.2 (countries-50m.json). Made by make_outline.py; do not edit.")
    for points, uses in zip(arcs_of(topology), uses_of(topology)):
        if len(points) < 2 or uses == 0:
            continue
        width = max(x for x, _ in points) - min(x for x, _ in points)
        height = max(y for _, y in points) - min(y for _, y in points)
        if points[0] == points[-1] and max(width, height) < LEAST:
            continue
        for piece in pieces_of(points):
            print(line_of("c" if uses == 1 else "b", simplified(piece)))


if __name__ == "__main__":
    main()
