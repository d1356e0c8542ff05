"""How languages compare, find and order names."""
