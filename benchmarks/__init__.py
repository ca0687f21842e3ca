"""How fast it is: measured, printed, never asserted in a test. Run `python -m benchmarks.rebuild` or `.pages`."""
