"""The data: CSV sources, schema, build and versions. Never imports streamlit."""
