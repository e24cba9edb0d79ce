"""A local web page over a store, for analysts who use neither terminal nor notebook. It only reads."""
