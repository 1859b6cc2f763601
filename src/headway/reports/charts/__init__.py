"""Charts: one Vega-Lite specification each, drawn with fonts of our own, the same in every document."""
