// @ts-check
/** The search box of an index: what is asked, and when the page's own table gives way. */
(() => {
  "use strict";

  const shared = /** @type {any} */ (window).glossaryIndex;
  const { make } = shared;

  const OWN_TABLE = ".glossary-index";

  /**
   * Choose what an address asks for, or what stands first: anybody can write an address.
   *
   * @param {HTMLSelectElement} select
   * @param {string} value
   */
  function choose(select, value) {
    select.value = value;
    if (select.selectedIndex < 0) select.selectedIndex = 0;
  }

  class Box {
    /** @param {HTMLElement} root the element that the page has for the box */
    constructor(root) {
      this.root = root;
      this.settings = JSON.parse(root.dataset.settings ?? "{}");
      this.words = this.settings.words;
      this.isLoading = false;
      this.asked = "";
      /** @type {any} */
      this.finder = null;
      this.address = new shared.Address(this.settings.number);
      this.input = /** @type {HTMLInputElement} */ (
        make("input", {
          type: "search",
          autocomplete: "off",
          spellcheck: "false",
          placeholder: this.words.hint,
          "aria-label": this.words.label,
        })
      );
      const languages = this.settings.languages.map((/** @type {string[]} */ l) => l.slice(0, 3));
      this.first = this.select(languages);
      this.sort = this.select([["", this.words.relevance], ...languages]);
      this.subject = this.select([["", this.words.allSubjects]]);
      this.note = make("p", { class: "glossary-search-note", role: "status" });
      this.root.append(this.form(), this.note);
      this.results = new shared.Results(root, this.words);
      this.root.addEventListener("keydown", (event) => this.press(event));
      this.restore();
      this.address.follow(() => this.restore());
    }

    /** @param {[string, string, string?][]} options value, text, and its language if it has one */
    select(options) {
      const items = options.map(([value, text, lang]) =>
        make("option", lang ? { value, lang } : { value }, text),
      );
      return /** @type {HTMLSelectElement} */ (make("select", {}, ...items));
    }

    form() {
      const { first, sort, subject } = this.words;
      const choices = make("div", { class: "glossary-search-choices" });
      const labels = [
        [first, this.first],
        [sort, this.sort],
        [subject, this.subject],
      ];
      for (const [text, select] of labels) choices.append(make("label", {}, `${text} `, select));
      const attributes = { role: "search", "aria-label": this.words.label };
      const form = make("form", attributes, this.input, choices);
      form.addEventListener("submit", (/** @type {Event} */ event) => event.preventDefault());
      form.addEventListener("focusin", () => this.load());
      // whoever leaves may go to another language, and takes along what the address says
      form.addEventListener("focusout", () => this.address.write());
      for (const kind of ["input", "compositionend", "change"]) {
        form.addEventListener(kind, () => this.ask());
      }
      return form;
    }

    /** Ask what the address says. */
    restore() {
      const state = this.address.read();
      this.input.value = state.q;
      choose(this.sort, state.sort);
      choose(this.first, state.first);
      choose(this.subject, state.subject);
      this.wantedSubject = state.subject;
      if (Object.values(state).some(Boolean)) this.load();
      this.ask();
    }

    // ---- the names

    /** Load the names, once; by a script, because a page from a disk may not fetch. */
    load() {
      if (this.isLoading) return;
      this.isLoading = true;
      this.note.textContent = this.words.loading;
      const { file, digest } = this.root.dataset;
      const script = document.createElement("script");
      script.addEventListener("load", () => this.receive());
      script.addEventListener("error", () => this.receive());
      script.src = `${this.settings.root}${file}?${digest}`;
      document.head.append(script);
    }

    receive() {
      const { data } = shared;
      if (!data) {
        this.note.textContent = this.words.missing;
        return;
      }
      const isStale = data.digest !== this.root.dataset.digest;
      this.note.textContent = isStale ? this.words.stale : "";
      this.finder = new shared.Finder(data);
      const own = this.ownParts().find((part) => part.querySelector(OWN_TABLE));
      const further = new shared.FurtherColumns(own, this.settings.languages.length);
      this.rows = new shared.Rows(this.finder, this.settings, further);
      this.results.prepare();
      for (const [value, text] of data.subjects) {
        const lang = shared.pageLanguage() ?? "";
        this.subject.append(make("option", { value, lang }, text));
      }
      choose(this.subject, this.wantedSubject ?? "");
      this.ask();
    }

    // ---- the question

    ask() {
      if (!this.finder) return;
      const [standard] = this.settings.languages[0];
      const first = this.first.value === standard ? "" : this.first.value;
      const { subjects, letters } = this.settings;
      const [q, subject, sort] = [this.input.value, this.subject.value, this.sort.value];
      const state = { q, subject, sort, first };
      // the box also reports a change when it is left, and rows must not move under a click
      if (JSON.stringify(state) === this.asked) return;
      this.asked = JSON.stringify(state);
      this.address.keep(state);
      const isAsked = Boolean(q.trim() || subject || sort || first);
      this.showOwnTable(!isAsked);
      if (!isAsked) {
        this.results.clear();
        return;
      }
      const matches = this.finder.find(q, { subjects, letters, subject, sort });
      this.results.show(matches, this.rows, this.columns());
    }

    /** Return the languages, the one that is to come first at the front. */
    columns() {
      const isFirst = (/** @type {string[]} */ language) => language[0] === this.first.value;
      const { languages } = this.settings;
      return [...languages].sort((a, b) => Number(isFirst(b)) - Number(isFirst(a)));
    }

    /** @param {boolean} isShown */
    showOwnTable(isShown) {
      for (const part of this.ownParts()) part.hidden = !isShown;
    }

    /** Return what gives way to results: letters and table, up to the next index of the page. */
    ownParts() {
      const parts = [];
      let part = this.root.nextElementSibling;
      for (; part && !part.matches(".glossary-search"); part = part.nextElementSibling) {
        const isTable = part.matches(".glossary-table-frame") && part.querySelector(OWN_TABLE);
        if (isTable || part.matches(".glossary-jumps")) parts.push(/** @type {HTMLElement} */ (part));
      }
      return parts;
    }

    // ---- keys

    /** @param {KeyboardEvent} event */
    press(event) {
      // keys of an input method choose among its proposals
      if (event.isComposing || event.target instanceof HTMLSelectElement) return;
      const links = this.results.links();
      const row = document.activeElement?.closest("tr");
      const at = row ? links.indexOf(row.querySelector("a")) : -1;
      if (event.key === "ArrowDown") links[Math.min(at + 1, links.length - 1)]?.focus();
      else if (event.key === "ArrowUp" && at >= 0) (links[at - 1] ?? this.input).focus();
      else if (event.key === "Escape" && at >= 0) this.input.focus();
      else if (event.key === "Escape" && this.input.value) {
        this.input.value = "";
        this.ask();
      } else return;
      event.preventDefault();
    }
  }

  for (const root of document.querySelectorAll(".glossary-search")) {
    new Box(/** @type {HTMLElement} */ (root));
  }
})();
