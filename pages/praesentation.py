"""Præsentation: decks to choose, put in order and show full screen, with a window for the speaker."""

import streamlit as st

from ui.praesentation_adresse import is_full_screen
from ui.praesentation_vaelg import show_choice
from ui.praesentation_vindue import show_window

filters = st.session_state["_filters"]

if is_full_screen():
    show_window(filters)
else:
    show_choice(filters)
