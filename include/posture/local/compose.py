"""Write `.env` for docker-compose.yaml: the example, with fresh secrets where it is empty."""

from __future__ import annotations

import base64
import os
import re
import secrets
from pathlib import Path

from ..settings import REPOSITORY

EXAMPLE = REPOSITORY / ".env.example"
_EMPTY = re.compile(r"^(?P<name>[A-Z_]+)=$", re.MULTILINE)


def write_environment(target: Path, example: Path = EXAMPLE) -> bool:
    """Create `target`, readable by its owner only; False, and nothing is touched, where it is there already."""
    try:
        descriptor = os.open(target, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o600)
    except FileExistsError:
        return False
    with os.fdopen(descriptor, "w", encoding="utf-8") as file:
        file.write(filled(example.read_text("utf-8")))
    return True


def filled(text: str) -> str:
    """The example with a secret for each empty variable. They may stand in URLs, so they hold nothing to escape."""
    return _EMPTY.sub(lambda found: f"{found['name']}={_secret(found['name'])}", text)


def _secret(name: str) -> str:
    if name.endswith("FERNET_KEY"):
        return base64.urlsafe_b64encode(secrets.token_bytes(32)).decode()
    return secrets.token_urlsafe(12 if name.endswith("ADMIN_PASSWORD") else 36)
