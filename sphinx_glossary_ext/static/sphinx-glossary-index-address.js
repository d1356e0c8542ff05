// @ts-check
/** The state of a search box, kept in the address of the page. */
(() => {
  "use strict";

  const shared = /** @type {any} */ (window).glossaryIndex;

  /** Browsers refuse to change the address at every key. */
  const DELAY = 250;

  /** @typedef {{q: string, subject: string, sort: string, first: string}} State */

  class Address {
    /** @param {number} number which index of the page it is; the first has the short names */
    constructor(number) {
      this.ending = number ? String(number) : "";
      this.timer = 0;
      /** @type {State | null} */
      this.state = null;
      /** What the address was asked with, when it was last read or written. */
      this.search = "";
      window.addEventListener("pagehide", () => this.write());
    }

    /**
     * Call back when a step through the history has left another state; one from a place of the
     * page to the next leaves the same.
     *
     * @param {() => void} restore
     */
    follow(restore) {
      window.addEventListener("popstate", () => {
        if (location.search !== this.search) restore();
      });
    }

    /** @returns {State} */
    read() {
      this.search = location.search;
      const parameters = new URLSearchParams(location.search);
      const value = (/** @type {string} */ name) => parameters.get(name + this.ending) ?? "";
      return { q: value("q"), subject: value("subject"), sort: value("sort"), first: value("first") };
    }

    /**
     * Keep a state, once no other has followed for a moment.
     *
     * @param {State} state
     */
    keep(state) {
      this.state = state;
      clearTimeout(this.timer);
      this.timer = setTimeout(() => this.write(), DELAY);
    }

    write() {
      if (!this.state) return;
      const address = new URL(location.href);
      for (const [name, value] of Object.entries(this.state)) {
        if (value) address.searchParams.set(name + this.ending, value);
        else address.searchParams.delete(name + this.ending);
      }
      this.state = null;
      if (address.href === location.href) return;
      try {
        history.replaceState(history.state, "", address);
        this.search = location.search;
      } catch {
        // some browsers refuse it on a disk, or when asked too often; the search goes on
      }
    }
  }

  shared.Address = Address;
})();
