"""Posture Ledger: a daily ledger of sourced claims about military posture."""

__version__ = "0.1.0"
