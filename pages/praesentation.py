"""Præsentation: decks to choose, put in order and show full screen, with a window for the speaker."""

import streamlit as st

from ui.praesentation.adresse import is_full_screen
from ui.praesentation.vaelg import show_choice
from ui.praesentation.vindue import show_window

filters = st.session_state["_filters"]

if is_full_screen():
    show_window(filters)
else:
    show_choice(filters)
