"""How right the engine was on each file of passages when it was last worked on."""

from __future__ import annotations

#: F1 of type, places and number; raised whenever the engine gains. Files of one name and several numbers are batches.
FLOORS: dict[str, float] = {
    "counts1": 0.71,
    "counts1b": 0.74,
    "counts2": 0.60,
    "in1": 0.46,
    "in1b": 0.50,
    "pages1": 0.60,
    "posts1": 0.60,
    "posts1b": 0.53,
    "posts2": 0.50,
    "out1": 0.51,
    "out1b": 0.30,
    "deals1": 0.47,
    "deals1b": 0.57,
    "deals2": 0.6,
    "in2": 0.72,
    "out2": 0.62,
    "acts1": 0.42,
    "acts2": 0.46,
    "where1": 0.67,
    "where1b": 0.61,
    "where2": 0.47,
    "posts2b": 0.60,
    "telling1": 0.61,
    "telling1b": 0.61,
    "telling2": 0.60,
}
