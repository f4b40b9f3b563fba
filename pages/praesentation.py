"""Præsentation: decks to choose, put in order and show full screen, with a window for the speaker."""

from ui import valg
from ui.praesentation.adresse import is_full_screen
from ui.praesentation.vaelg import show_choice
from ui.praesentation.vindue import show_window

filters = valg.chosen()

if is_full_screen():
    show_window(filters)
else:
    show_choice(filters)
