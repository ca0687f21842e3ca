"""How fast it is: measured, printed, never asserted in a test. README.md beside this file says how to run it."""
