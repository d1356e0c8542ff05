"""The only floor that knows Sphinx and docutils."""
