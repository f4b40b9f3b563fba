"""Backup of what is the site's own and in no installation: own data with all versions, decks, access, official borders.

python -m data.kopi: docs/drift.md tells what is in a copy and what a restore does.
"""
