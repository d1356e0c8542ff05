// What the search page says: Sphinx leaves these words empty in Finnish, and its rule for the
// plural gives true and false, which are no places in a list.
if (Documentation.LOCALE === "fi") {
  Object.assign(Documentation.TRANSLATIONS, {
    "Search Results": "Hakutulokset",
    "Searching": "Haetaan",
    "Preparing search...": "Valmistellaan hakua…",
    "Your search did not match any documents. Please make sure that all words are spelled correctly and that you've selected enough categories.":
      "Haku ei tuottanut tuloksia. Tarkista, että kaikki sanat on kirjoitettu oikein.",
    "Search finished, found one page matching the search query.": [
      "Tuloksia löytyi: 1",
      "Tuloksia löytyi: ${resultCount}",
    ],
    ", in ": ", sivulla ",
  });
  Documentation.PLURAL_EXPR = (count) => Number(count !== 1);
}
