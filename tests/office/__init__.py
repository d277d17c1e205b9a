"""Tests of `scripts.office`."""
