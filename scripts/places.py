"""Where this repository's own files stand, whatever folder the program is run from."""

from pathlib import Path

REPOSITORY = Path(__file__).resolve().parent.parent
OVERRIDES = REPOSITORY / "overrides"
"""The look: HTML frame, style sheets, fonts, scripts."""
ASSETS = OVERRIDES / "assets"
"""What pages ask for (at the top), and its parts, one folder a feature."""
FONTS = ASSETS / "fonts"
FALLBACK_FONTS = REPOSITORY / "scripts" / "paper" / "fallback"
KEPT = REPOSITORY / ".build"
"""What is kept from run to run to save time: never tracked, safe to delete."""
