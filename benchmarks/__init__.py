"""How fast it is: measured, printed, never asserted in a test. README.md beside this file tells how to run it."""
