// @ts-check
/** Showing: matches as rows of a table. Names are text from strangers, and stay text. */
(() => {
  "use strict";

  const shared = /** @type {any} */ (window).glossaryIndex;

  /**
   * @typedef {[string, string, string, string]} Language locale, name, language tag, and where
   *   its entries are
   */

  /**
   * Return a new element; strings among its children become text.
   *
   * @param {string} tag
   * @param {Record<string, string>} attributes
   * @param {...(Node | string)} children
   * @returns {HTMLElement}
   */
  function make(tag, attributes, ...children) {
    const element = document.createElement(tag);
    for (const [name, value] of Object.entries(attributes)) element.setAttribute(name, value);
    element.append(...children);
    return element;
  }

  /**
   * Return the pieces of a phrase of the interface with something in the place of its field.
   *
   * @param {string} phrase
   * @param {string} field
   * @param {...(Node | string)} content
   */
  function filled(phrase, field, ...content) {
    const at = phrase.indexOf(field);
    return [phrase.slice(0, at), ...content, phrase.slice(at + field.length)].filter(Boolean);
  }

  /**
   * @param {string} text
   * @param {string} reading
   */
  function ruby(text, reading) {
    const over = [make("rp", {}, "("), make("rt", {}, reading), make("rp", {}, ")")];
    return make("ruby", {}, text, ...over);
  }

  /** Makes the rows for the matches in one set of data. */
  class Rows {
    /**
     * @param {any} finder what has found the matches
     * @param {any} settings what the page says
     * @param {any} further the columns that the data has not
     */
    constructor(finder, settings, further) {
      this.finder = finder;
      this.further = further;
      this.data = finder.data;
      this.words = settings.words;
      /** @type {Map<string, Language>} */
      this.known = new Map(settings.languages.map((/** @type {Language} */ l) => [l[0], l]));
    }

    /**
     * Return an empty table with a column per language.
     *
     * @param {Language[]} languages
     */
    table(languages) {
      const heads = languages.map(([, name, tag]) =>
        // roles, because a table that is shown as blocks would lose them
        make("th", { scope: "col", role: "columnheader", lang: tag }, name),
      );
      const head = make("tr", { role: "row" }, ...heads, ...this.further.heads());
      const table = make(
        "table",
        { class: "glossary-index glossary-found docutils", role: "table" },
        make("thead", { role: "rowgroup" }, head),
        make("tbody", { role: "rowgroup" }),
      );
      table.style.setProperty("--glossary-found-columns", String(head.children.length));
      return table;
    }

    /**
     * @param {{concept: number, line: number}} found
     * @param {Language[]} languages
     */
    row({ concept, line }, languages) {
      const match = { concept, ...this.finder.origin(line) };
      const cells = languages.map((language, column) => {
        const lines = this.lines(match, language);
        if (column === 0) lines.push(...this.reason(match, language));
        return make(
          column ? "td" : "th",
          column
            ? { role: "cell", "data-label": language[1] }
            : { role: "rowheader", scope: "row", class: "stub" },
          ...lines.map((pieces) => make("div", {}, ...pieces)),
        );
      });
      const [page, anchor] = this.data.concepts[concept];
      const entry = `${this.data.pages[page]}#${anchor}`;
      return make("tr", { role: "row" }, ...cells, ...this.further.cells(entry));
    }

    /**
     * Return a line for each name in a language; the first leads to the entry, where it is known.
     *
     * @param {{concept: number, locale: number, name: number}} match
     * @param {Language} language
     * @returns {(Node | string)[][]}
     */
    lines(match, [locale, , tag, address]) {
      const [page, anchor, , coverage, renderings] = this.data.concepts[match.concept];
      const position = this.data.locales.indexOf(locale);
      // data from another build may be without a language of the page
      const all = (renderings[position] ?? []).map((/** @type {any} */ name, /** @type {number} */ i) => {
        const isMatch = match.locale === position && match.name === i;
        return { name, node: this.name(name, locale, isMatch) };
      });
      const usable = all.filter((/** @type {any} */ { name }) => !shared.isToAvoid(name));
      if (!usable.length) {
        const isMatch = match.locale === 0 && match.name === 0;
        usable.push({ node: this.name(renderings[0][0], this.data.locales[0], isMatch) });
      }
      const mark = this.mark(coverage[position]);
      const link = this.link(address, page, anchor, tag, usable[0].node);
      const lines = usable.map((/** @type {any} */ { node }, /** @type {number} */ i) => [
        i ? node : link,
        ...mark.map((element) => element.cloneNode(true)),
      ]);
      for (const { name, node } of all) {
        if (!shared.isToAvoid(name)) continue;
        const avoided = make("span", { class: "glossary-avoid" }, node);
        lines.push(filled(this.words.avoid, "{name}", avoided));
      }
      return lines;
    }

    /**
     * @param {any} name
     * @param {string} locale
     * @param {boolean} isMatch
     */
    name(name, locale, isMatch) {
      const [text, reading] = [shared.textOf(name), shared.readingOf(name)];
      /** @type {[string, string][]} */
      const runs = reading ? shared.readOver(text, reading) : [[text, ""]];
      const content = runs.map(([run, over]) => (over ? ruby(run, over) : run));
      return make(isMatch ? "mark" : "span", { lang: shared.tagOf(locale) }, ...content);
    }

    /** @param {string} letter */
    mark(letter) {
      const text = this.words.marks[letter];
      if (!text) return [];
      return [make("em", {}, ...filled(this.words.remark, "{remark}", text))];
    }

    /**
     * @param {string} address
     * @param {number} page
     * @param {string} anchor
     * @param {string} tag of the language that the entry is in
     * @param {Node} content
     */
    link(address, page, anchor, tag, content) {
      if (!address) return content;
      const href = address
        .replace("{page}", () => this.data.pages[page])
        .replace("{anchor}", () => `#${encodeURIComponent(anchor)}`);
      return make("a", { class: "reference internal", href, hreflang: tag }, content);
    }

    /**
     * Say which name was found, unless the row already stands under it.
     *
     * @param {{concept: number, locale: number, name: number}} match
     * @param {Language} leading the language of the row's first cell
     */
    reason(match, leading) {
      if (match.locale < 0) return [];
      const names = this.data.concepts[match.concept][4];
      const first = this.data.locales.indexOf(leading[0]);
      if (match.locale === (shared.hasName(names[first]) ? first : 0) && match.name === 0) return [];
      const locale = this.data.locales[match.locale];
      const name = names[match.locale][match.name];
      const content = [this.name(name, locale, false)];
      const language = this.known.get(locale);
      const where = language && locale !== leading[0] ? language[1] : "";
      const remark = where ? filled(this.words.remark, "{remark}", where) : [];
      const found = filled(this.words.match, "{name}", ...content, ...remark);
      return [[make("small", { class: "glossary-match" }, ...found)]];
    }
  }

  Object.assign(shared, { make, Rows });
})();
