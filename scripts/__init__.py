"""Forewarned / Prevenido: turn YAML entries on vendors' tricks into a bilingual static guide."""
