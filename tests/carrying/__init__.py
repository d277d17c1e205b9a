"""Tests of `scripts.carrying`."""
