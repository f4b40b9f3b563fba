"""The world map that plotly's `geo` fetches before it draws. Ours is empty: Denmark needs no world around it."""

LAYERS = ("coastlines", "land", "ocean", "lakes", "rivers", "countries", "subunits")

EMPTY_WORLD = {
    "type": "Topology",
    "arcs": [],
    "objects": {navn: {"type": "GeometryCollection", "geometries": []} for navn in LAYERS},
}
