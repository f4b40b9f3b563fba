"""Spreadsheets and csv files as sheets of text. Light to import: it is what the reading child process loads."""
