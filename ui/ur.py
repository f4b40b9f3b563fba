"""The clock of the app, the only one: views, queries and files are told what day it is, and a test can move it."""

from datetime import date, datetime


def now() -> datetime:
    """The time where the server stands."""
    return datetime.now().astimezone()


def today() -> date:
    """The day of `now`."""
    return now().date()
