// @ts-check
/** Finding: from a query to the concepts that have such a name. */
(() => {
  "use strict";

  const shared = /** @type {any} */ (window).glossaryIndex;

  /**
   * @typedef {string | [string, string] | [string, string, 1]} Name a text, with a reading or as
   *   a name to avoid
   * @typedef {[number, string, number[], string, Name[][]]} Concept page, anchor, subjects, a
   *   coverage letter per locale, names per locale
   * @typedef {object} Data the file of names
   * @property {string} digest
   * @property {string[]} locales
   * @property {string[]} pages
   * @property {[string, string][]} subjects as written, and in the language of the page
   * @property {[string, number][]} letters headings with the number of concepts under each
   * @property {Concept[]} concepts
   * @typedef {object} Matches
   * @property {number[]} concepts
   * @property {Int32Array | null} lines of each concept, the line of its name that matched best;
   *   null if nothing was asked
   * @typedef {object} Choice
   * @property {readonly string[]} subjects only concepts of one of these; none means all
   * @property {readonly string[]} letters only concepts under one of these; none means all
   * @property {string} subject only concepts of this one, unless empty
   * @property {string} sort the locale by whose names to sort; empty for the page's own order
   */

  /** @param {Name} name */
  const textOf = (name) => (typeof name === "string" ? name : name[0]);
  /** @param {Name} name */
  const readingOf = (name) => (typeof name === "string" ? "" : name[1]);
  /** @param {Name} name */
  const isToAvoid = (name) => typeof name !== "string" && name[2] === 1;
  /** Whether one is to be used; it stands before those to avoid. @param {Name[] | undefined} names */
  const hasName = (names) => Boolean(names?.length && !isToAvoid(names[0]));

  /** All names, folded at once; asking it costs little. */
  class Finder {
    /** @param {Data} data */
    constructor(data) {
      const { fold, initials } = shared.folding;
      this.data = data;
      /** Of each line: the concept, the locale and the name that it stands for. */
      this.concepts = /** @type {number[]} */ ([]);
      this.locales = /** @type {number[]} */ ([]);
      this.names = /** @type {number[]} */ ([]);
      const joined = `\n${this.lines().join("\n")}\n`;
      this.folded = new Lines(fold(joined));
      this.initials = new Lines(initials(joined));
      this.orders = new Map([["", data.concepts.map((_concept, number) => number)]]);
      this.headings = data.letters.flatMap(([heading, count]) => Array(count).fill(heading));
    }

    /** Return every name and every reading, and note whose they are. */
    lines() {
      /** @type {string[]} */
      const lines = [];
      const { concepts, locales, names } = this;
      this.data.concepts.forEach((concept, number) => {
        concept[4].forEach((renderings, locale) => {
          renderings.forEach((name, position) => {
            for (const text of [textOf(name), readingOf(name)]) {
              if (text === "") continue;
              lines.push(text);
              concepts.push(number);
              locales.push(locale);
              names.push(position);
            }
          });
        });
      });
      return lines;
    }

    /**
     * Return what matches the query: names that are it, then those that begin with it, then others.
     *
     * @param {string} query
     * @param {Choice} choice
     * @returns {Matches}
     */
    find(query, choice) {
      const { fold, isInitials, withoutInvisible, withoutUnfinishedKana } = shared.folding;
      const typed = withoutInvisible(query);
      const asked = fold(withoutUnfinishedKana(typed));
      const where = isInitials(typed) ? this.initials : this.folded;
      const best = asked === "" ? null : this.best(where, asked);
      const order = this.order(choice.sort);
      const isEveryone = !(choice.subjects.length || choice.letters.length || choice.subject);
      const isFound = (/** @type {number} */ concept) =>
        (!best || best.lines[concept] >= 0) && (isEveryone || this.isChosen(concept, choice));
      const found = order.filter(isFound);
      const lines = best ? best.lines : null;
      if (!best) return { concepts: found, lines };
      const { ranks } = best;
      const ofRank = (/** @type {number} */ rank) => found.filter((c) => ranks[c] === rank);
      return { concepts: [0, 1, 2].flatMap(ofRank), lines };
    }

    /**
     * Return each concept's best line and its rank; -1 for a concept without one.
     *
     * @param {Lines} where
     * @param {string} asked
     */
    best(where, asked) {
      const lines = new Int32Array(this.data.concepts.length).fill(-1);
      const ranks = new Uint8Array(this.data.concepts.length);
      where.find(asked, (line, rank) => {
        const concept = this.concepts[line];
        if (lines[concept] < 0 || rank < ranks[concept]) {
          lines[concept] = line;
          ranks[concept] = rank;
        }
      });
      return { lines, ranks };
    }

    /**
     * Return whose name a line is: the positions of its locale and of the name in that.
     *
     * @param {number} line -1 if nothing was asked
     */
    origin(line) {
      if (line < 0) return { locale: -1, name: -1 };
      return { locale: this.locales[line], name: this.names[line] };
    }

    /**
     * @param {number} number
     * @param {Choice} choice
     */
    isChosen(number, { subjects, subject, letters }) {
      if (letters.length && !letters.includes(this.headings[number])) return false;
      if (!subjects.length && !subject) return true;
      const own = this.data.concepts[number][2].map((position) => this.data.subjects[position][0]);
      const isIn = !subjects.length || own.some((name) => subjects.includes(name));
      return isIn && (!subject || own.includes(subject));
    }

    /**
     * Return all concepts as readers of a locale sort them, by readings where names have them.
     *
     * @param {string} locale
     * @returns {number[]}
     */
    order(locale) {
      let order = this.orders.get(locale);
      if (!order) {
        const { compare } = new Intl.Collator(shared.tagOf(locale));
        const position = this.data.locales.indexOf(locale);
        const keys = this.data.concepts.map((concept) => {
          const [name] = concept[4][hasName(concept[4][position]) ? position : 0];
          return readingOf(name) || textOf(name);
        });
        order = keys.map((_key, number) => number).sort((a, b) => compare(keys[a], keys[b]));
        this.orders.set(locale, order);
      }
      return order;
    }
  }

  /** A text of many lines, each between two line ends. */
  class Lines {
    /** @param {string} text */
    constructor(text) {
      this.text = text;
      const ends = [];
      for (let at = text.indexOf("\n"); at >= 0; at = text.indexOf("\n", at + 1)) ends.push(at);
      this.ends = Int32Array.from(ends);
    }

    /**
     * Report the lines that hold a text, in their order: with 0 those that are it, 1 those that
     * begin with it, 2 others.
     *
     * @param {string} part
     * @param {(line: number, rank: number) => void} report
     */
    find(part, report) {
      const { text, ends } = this;
      let line = 0;
      for (let at = text.indexOf(part); at >= 0; at = text.indexOf(part, ends[line + 1])) {
        while (ends[line + 1] < at) line += 1;
        const begins = ends[line] + 1 === at;
        report(line, begins ? (ends[line + 1] === at + part.length ? 0 : 1) : 2);
      }
    }
  }

  Object.assign(shared, { Finder, textOf, readingOf, isToAvoid, hasName });
})();
