"""What fills a page when it is written, once every name in every language is known."""
