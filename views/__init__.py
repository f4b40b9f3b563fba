"""Pure functions from Filters to Views: figure, table, text and sources. Never imports streamlit."""
