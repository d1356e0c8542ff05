// @ts-check
/** The results under a search box: a window of rows, how many there are, steps to the others. */
(() => {
  "use strict";

  const shared = /** @type {any} */ (window).glossaryIndex;
  const { make } = shared;

  /** A table of thousands takes a browser seconds to lay out. */
  const ROWS_AT_ONCE = 200;
  /** What fits on a screen comes at once, the other rows when the browser has time. */
  const ROWS_PER_FRAME = 12;

  class Results {
    /**
     * @param {HTMLElement} root the element of the box
     * @param {Record<string, string>} words the interface's
     */
    constructor(root, words) {
      this.words = words;
      this.from = 0;
      this.frame = 0;
      /** @type {any[]} */
      this.matches = [];
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
        this.links()[0]?.focus();
      });
      return button;
    }

    clear() {
      cancelAnimationFrame(this.frame);
      this.table.replaceChildren();
      this.previous.hidden = this.more.hidden = true;
      this.status.textContent = "";
    }

    /**
     * @param {any[]} matches
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
      const shown = matches.slice(from, from + ROWS_AT_ONCE);
      if (shown.length) this.fill(shown);
      this.previous.hidden = from === 0;
      this.more.hidden = from + ROWS_AT_ONCE >= matches.length;
      const phrase = matches.length > ROWS_AT_ONCE ? this.words.window : this.words.found;
      /** @type {Record<string, number>} */
      const numbers = { number: matches.length, first: from + 1, last: from + shown.length };
      this.status.textContent = phrase.replace(/\{(number|first|last)\}/g, (_field, name) =>
        numbers[name].toLocaleString(shared.pageLanguage()),
      );
    }

    /** @param {any[]} shown */
    fill(shown) {
      const { rows, languages } = /** @type {any} */ (this);
      const table = rows.table(languages);
      const add = (/** @type {number} */ from) => {
        const some = shown.slice(from, from + ROWS_PER_FRAME);
        table.lastElementChild.append(...some.map((match) => rows.row(match, languages)));
        const next = from + ROWS_PER_FRAME;
        if (next < shown.length) this.frame = requestAnimationFrame(() => add(next));
      };
      add(0);
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
