"""The tests. They mirror the folders they test, plus e2e/ (a real browser, a real server) and last/ (load)."""
