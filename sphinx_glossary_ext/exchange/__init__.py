"""The glossary in formats that other programs read."""
