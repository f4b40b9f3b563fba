"""Views as files to take home. Never imports streamlit."""
