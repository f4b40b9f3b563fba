"""Geography: levels and their members, shapes, map layers and the choropleth builder. Never imports streamlit."""
