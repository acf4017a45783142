"""The five outlets: where each lists its articles and what an article's address looks like."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True)
class Outlet:
    """One outlet. `listing` and `index` are paths on the site, `path` a format over slug, year, month and day."""

    code: str
    name: str
    tagline: str
    #: rss, atom or news_sitemap.
    format: str
    listing: str
    path: str
    #: The same for articles that robots.txt forbids; empty where there are none.
    closed_path: str = ""
    #: The same for reports that are PDF files.
    pdf_path: str = ""

    @property
    def index(self) -> str:
        """Path of the outlet's front page."""
        return f"/{self.code}/"


OUTLETS: dict[str, Outlet] = {
    outlet.code: outlet
    for outlet in (
        Outlet(
            "harbour-wire",
            "Harbour Wire",
            "News agency. Short, sourced, on time.",
            "rss",
            "/harbour-wire/feed.xml",
            "/harbour-wire/{year}/{month}/{day}/{slug}",
            closed_path="/harbour-wire/subscribers/{slug}",
        ),
        Outlet(
            "levant-monitor",
            "Levant Monitor",
            "Reporting from Syria, Iraq, Lebanon and their neighbours.",
            "atom",
            "/levant-monitor/atom.xml",
            "/levant-monitor/{year}/{month}/{slug}/",
        ),
        Outlet(
            "defence-brief",
            "Defence Brief",
            "Orders of battle, base lists and the numbers behind them.",
            "rss",
            "/defence-brief/rss",
            "/defence-brief/posts/{slug}.html",
        ),
        Outlet(
            "sahel-dispatch",
            "Sahel Dispatch",
            "Daily news from Dakar to N'Djamena.",
            "news_sitemap",
            "/sahel-dispatch/news-sitemap.xml",
            "/sahel-dispatch/article/{slug}",
        ),
        Outlet(
            "country-reports",
            "Country Reports",
            "Country-of-origin information, with every source named.",
            "atom",
            "/country-reports/feed.atom",
            "/country-reports/reports/{slug}/",
            pdf_path="/country-reports/files/{slug}.pdf",
        ),
    )
}
