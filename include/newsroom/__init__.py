"""Newsroom: the sample site that `make run` ingests when it is given nothing else.

Five made-up outlets, whose pages are built differently, served on loopback as a real site. The articles are data
(`articles/<outlet>/<slug>.md`), their sentences invented, their facts public. This package knows nothing of `posture`.
"""

from .desk import FEATURES, Article, Insert, NewsroomError, load
from .edition import Page, build
from .outlets import OUTLETS, Outlet
from .server import NewsroomServer, serve

__all__ = [
    "FEATURES",
    "OUTLETS",
    "Article",
    "Insert",
    "NewsroomError",
    "NewsroomServer",
    "Outlet",
    "Page",
    "build",
    "load",
    "serve",
]
