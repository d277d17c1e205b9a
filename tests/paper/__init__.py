"""Tests of `scripts.paper`."""
