"""When tests ask: the code has no clock of its own, so neither does what it answers."""

from datetime import date, datetime

I_DAG = date(2026, 11, 26)
NU = datetime(2026, 11, 26, 14, 5).astimezone()
