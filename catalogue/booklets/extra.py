"""Whether WeasyPrint can be used: an extra, "lanterne[pdf]", with libraries of its own. Knows no Django."""

import subprocess
import sys
from functools import lru_cache


@lru_cache
def is_available():
    """Return whether it is installed, with all it needs. Asked in another process: it is heavy."""
    asked = [sys.executable, "-c", "import weasyprint"]
    return subprocess.run(asked, capture_output=True, check=False).returncode == 0  # noqa: S603 - our own words
