"""The Streamlit layer: navigation, choices, and the rendering of a View.

Only ui/, pages/ and dashboard.py import streamlit.
"""
