// @ts-check
/** The results under a search box: a window of rows, how many there are, steps to the others. */
(() => {
  "use strict";

  const shared = /** @type {any} */ (window).glossaryIndex;
  const { make } = shared;

  /** Modifiers of the GNU C library's locales that tell the script, as language_tag() has them. */
  const SCRIPTS = new Map([["latin", "Latn"], ["cyrillic", "Cyrl"], ["devanagari", "Deva"]]);

  /** A locale as browsers take it: they refuse a modifier, as in sr@latin. @param {string} locale */
  shared.tagOf = (locale) => {
    const [name, modifier = ""] = locale.split("@");
    const [language, ...others] = name.split(/[-_]/);
    return [language, SCRIPTS.get(modifier), ...others].filter(Boolean).join("-");
  };

  /** @returns {string | undefined} */
  shared.pageLanguage = () => shared.tagOf(document.documentElement.lang) || undefined;

  /** A table of thousands takes a browser seconds to lay out. */
  const ROWS_AT_ONCE = 200;
  /** What fits on a screen comes at once. */
  const FIRST_ROWS = 16;
  /** The other rows come once no key has been pressed for so many milliseconds: each key throws
   * away what there is, and throwing away 200 rows costs more than finding them. */
  const PAUSE = 200;
  const ROWS_PER_FRAME = 32;

  /** @typedef {{concepts: number[], lines: Int32Array | null}} Matches */

  class Results {
    /**
     * @param {HTMLElement} root the element of the box
     * @param {Record<string, string>} words the interface's
     */
    constructor(root, words) {
      this.words = words;
      this.from = 0;
      this.timer = this.frame = 0;
      /** @type {Matches} */
      this.matches = { concepts: [], lines: null };
      this.status = make("p", { role: "status", class: "glossary-search-status" });
      this.table = make("div", { class: "glossary-search-results glossary-table-frame" });
      this.previous = this.button(words.previous, -1);
      this.more = this.button(words.more, 1);
      const steps = make("div", { class: "glossary-search-steps" }, this.previous, this.more);
      root.append(this.status, this.table, steps);
      this.clear();
    }

    /**
     * @param {string} text
     * @param {number} step
     */
    button(text, step) {
      const button = make("button", { type: "button" }, text);
      button.addEventListener("click", () => {
        this.from += step * ROWS_AT_ONCE;
        this.showWindow();
        // the button may be gone, and what is new begins at the top
        const left = [button, this.previous, this.more].find(({ hidden }) => !hidden);
        (this.links()[0] ?? left)?.focus();
      });
      return button;
    }

    /** Do what is slow the first time, before the first key. */
    prepare() {
      this.numbers = new Intl.NumberFormat(shared.pageLanguage());
      this.numbers.format(0);
    }

    clear() {
      clearTimeout(this.timer);
      cancelAnimationFrame(this.frame);
      this.table.replaceChildren();
      this.previous.hidden = this.more.hidden = true;
      this.status.textContent = "";
    }

    /**
     * @param {Matches} matches
     * @param {any} rows what makes their rows
     * @param {any[]} languages the columns
     */
    show(matches, rows, languages) {
      Object.assign(this, { matches, rows, languages, from: 0 });
      this.showWindow();
    }

    showWindow() {
      const { matches, from } = this;
      this.clear();
      const { length } = matches.concepts;
      const shown = matches.concepts.slice(from, from + ROWS_AT_ONCE);
      if (shown.length) this.fill(shown);
      this.previous.hidden = from === 0;
      this.more.hidden = from + ROWS_AT_ONCE >= length;
      const phrase = length > ROWS_AT_ONCE ? this.words.window : this.words.found;
      /** @type {Record<string, number>} */
      const numbers = { number: length, first: from + 1, last: from + shown.length };
      this.status.textContent = phrase.replace(/\{(number|first|last)\}/g, (_field, name) =>
        String(this.numbers?.format(numbers[name])),
      );
    }

    /** @param {number[]} shown */
    fill(shown) {
      const { rows, languages, matches } = /** @type {any} */ (this);
      const table = rows.table(languages);
      const add = (/** @type {number} */ from, /** @type {number} */ to) => {
        const some = shown.slice(from, to).map((concept) =>
          rows.row({ concept, line: matches.lines ? matches.lines[concept] : -1 }, languages),
        );
        table.lastElementChild.append(...some);
      };
      const addOthers = (/** @type {number} */ from) => {
        add(from, from + ROWS_PER_FRAME);
        const next = from + ROWS_PER_FRAME;
        if (next < shown.length) this.frame = requestAnimationFrame(() => addOthers(next));
      };
      add(0, FIRST_ROWS);
      if (shown.length > FIRST_ROWS) this.timer = setTimeout(addOthers, PAUSE, FIRST_ROWS);
      this.table.append(table);
    }

    /** @returns {HTMLElement[]} the first link of each row */
    links() {
      const rows = [...this.table.querySelectorAll("tbody tr")];
      return rows.flatMap((row) => row.querySelector("a") ?? []);
    }
  }

  shared.Results = Results;
})();
