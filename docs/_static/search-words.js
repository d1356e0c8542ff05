// What the search page says where Sphinx has no words for it: it takes an empty one for a translation.
const FOUND = "Search finished, found one page matching the search query.";
const SEARCH_WORDS = {
  ja: { [FOUND]: ["検索結果：${resultCount}件"] },
  ko: { [FOUND]: ["검색 결과: ${resultCount}개"] },
  fi: {
    [FOUND]: ["Tuloksia löytyi: 1", "Tuloksia löytyi: ${resultCount}"],
    "Search Results": "Hakutulokset",
    "Searching": "Haetaan",
    "Preparing search...": "Valmistellaan hakua…",
    "Your search did not match any documents. Please make sure that all words are spelled correctly and that you've selected enough categories.":
      "Haku ei tuottanut tuloksia. Tarkista, että kaikki sanat on kirjoitettu oikein.",
    ", in ": ", sivulla ",
  },
};
Object.assign(Documentation.TRANSLATIONS, SEARCH_WORDS[Documentation.LOCALE]);
if (Documentation.LOCALE === "fi") {
  // Sphinx's rule gives true and false, which are no places in a list
  Documentation.PLURAL_EXPR = (count) => Number(count !== 1);
}
