"""Tests of `scripts.preview`."""
