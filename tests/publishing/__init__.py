"""Tests of `scripts.publishing`."""
