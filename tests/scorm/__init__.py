"""Tests of `scripts.scorm`; package.json names what they run: a course system's runtime, ADL's schemas."""
