"""Geography: levels and their members, shapes, map layers, and room for words. Never imports streamlit."""
