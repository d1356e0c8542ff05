// @ts-check
/** The columns that an index has beside its languages: its own table has them, the data has not. */
(() => {
  "use strict";

  const shared = /** @type {any} */ (window).glossaryIndex;

  class FurtherColumns {
    /**
     * @param {HTMLElement | undefined} frame what holds the index's own table, where it has one
     * @param {number} languages how many of the columns are languages
     */
    constructor(frame, languages) {
      this.frame = frame;
      this.languages = languages;
      /** @type {Map<string, Element[]> | null} by the address of an entry */
      this.known = null;
    }

    /** Return the headings of the columns, for another table. */
    heads() {
      const row = this.frame?.querySelector("thead tr");
      return this.taken(row).map((cell) => copied(cell, "columnheader"));
    }

    /**
     * Return the cells of an entry, for another table.
     *
     * @param {string} entry its address, as the data has it
     */
    cells(entry) {
      this.known ??= this.read();
      return (this.known.get(entry) ?? []).map((cell) => copied(cell, "cell"));
    }

    read() {
      const rows = /** @type {HTMLElement[]} */ ([
        ...(this.frame?.querySelectorAll("tr[data-entry]") ?? []),
      ]);
      return new Map(rows.map((row) => [row.dataset.entry ?? "", this.taken(row)]));
    }

    /** @param {Element | null | undefined} row */
    taken(row) {
      return [...(row?.children ?? [])].slice(this.languages);
    }
  }

  /**
   * @param {Element} cell
   * @param {string} role
   */
  function copied(cell, role) {
    const copy = /** @type {Element} */ (cell.cloneNode(true));
    // a table that is shown as blocks loses the roles of its parts
    copy.setAttribute("role", role);
    // where the words of the box are in another language than the page
    if (!cell.hasAttribute("lang")) copy.setAttribute("lang", document.documentElement.lang);
    return copy;
  }

  shared.FurtherColumns = FurtherColumns;
})();
