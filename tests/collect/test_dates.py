from __future__ import annotations

from datetime import UTC, date, datetime

import pytest

from posture.collect.dates import UNDATED, When, read


@pytest.mark.parametrize(
    ("text", "on", "at"),
    [
        ("2025-10-02", date(2025, 10, 2), None),
        ("2025-10-02T23:30:00-05:00", date(2025, 10, 2), datetime(2025, 10, 3, 4, 30, tzinfo=UTC)),
        ("2025-10-02T08:00:00Z", date(2025, 10, 2), datetime(2025, 10, 2, 8, tzinfo=UTC)),
        ("2025-10-02t08:00:00z", date(2025, 10, 2), datetime(2025, 10, 2, 8, tzinfo=UTC)),
        ("2025-10-02T08:00:00.1234567+00:00", date(2025, 10, 2), datetime(2025, 10, 2, 8, 0, 0, 123456, UTC)),
        ("2025-10-02T08:00:00 +0300", date(2025, 10, 2), datetime(2025, 10, 2, 5, tzinfo=UTC)),
        ("2025-10-02 08:00", date(2025, 10, 2), None),
        ("2025-10-02T08:00:00", date(2025, 10, 2), None),
        ("Thu, 02 Oct 2025 21:00:00 -0700", date(2025, 10, 2), datetime(2025, 10, 3, 4, tzinfo=UTC)),
        ("02 Oct 2025 21:00:00 GMT", date(2025, 10, 2), datetime(2025, 10, 2, 21, tzinfo=UTC)),
        ("Thu, 02 Oct 2025 21:00:00 EST", date(2025, 10, 2), datetime(2025, 10, 3, 2, tzinfo=UTC)),
        ("Thu, 02 Oct 2025 21:00:00", date(2025, 10, 2), None),
        ("Thu, 02 Oct 2025 21:00:00 -0000", date(2025, 10, 2), None),
    ],
)
def test_days_are_the_sources_own_and_instants_need_a_zone(text: str, on: date | None, at: datetime | None) -> None:
    assert read(text) == When(on, at)


@pytest.mark.parametrize(
    "text",
    [
        None, "", "  ", "yesterday", "2025-10", "2025", "2025-02-30", "0001-01-01T00:00:00Z", "1970-01-01",
        "03/04/2026", "Thu, 99 Oct 2025 21:00:00 GMT", "2025-10-02T25:00:00Z", "9" * 5000,
        "٢٠٢٥-١٠-٠٢", "9999-12-31T23:59:59-23:00",
    ],
)  # fmt: skip
def test_what_is_no_date_is_undated(text: str | None) -> None:
    assert read(text) == UNDATED
