"""Tests of Forewarned / Prevenido: a folder a room of `scripts`, and the journeys of readers."""

from pathlib import Path

DATA = Path(__file__).parent / "data"
