from __future__ import annotations

from collections import Counter

from posture.collect.report import MAX_WARNINGS, CollectReport


def test_a_report_accounts_for_all_and_reads_as_a_line() -> None:
    report = CollectReport.of("wire", "wire/2026-03-10-01", Counter(new=2, failed=1, unchanged=3), ["a", "a", "b"])
    assert (report.listed, report.warnings) == (6, ("a", "b"))
    assert str(report) == "wire: 6 listed, 2 new, 3 unchanged, 1 failed"


def test_many_and_long_warnings_are_cut_visibly() -> None:
    report = CollectReport.of("wire", None, Counter(), [f"{n}" * 500 for n in range(100)])
    assert len(report.warnings) == MAX_WARNINGS + 1
    assert report.warnings[-1].startswith("and 80 more")
