// @ts-check
/**
 * The card of a concept, shown beside a link to it while a pointer rests on the link or the
 * keyboard's focus is there. Escape dismisses it, the pointer can enter it, and it stays as long as
 * pointer or focus (WCAG 2.2, 1.4.13). It describes and is no dialogue: it holds no link and takes
 * no focus (WAI-ARIA, role "tooltip").
 */
(() => {
  "use strict";

  /** @typedef {{text: string, lang?: string, reading?: string}} Run */
  /**
   * @typedef {object} Card
   * @property {Run[]} name
   * @property {Run[]} grammar
   * @property {Run[]} definition
   * @property {[Run[], Run[]][]} names each a language and the name in it
   */

  const TERM = "a.glossary-term";
  /** Milliseconds: a pointer on its way across a link opens nothing, from it to the card closes
   * nothing. */
  const DELAY = 300;
  /** Pixels between the card and the edges of the window. */
  const MARGIN = 8;

  const data = document.getElementById("glossary-cards");
  // in a browser without popovers the links are links, as they are without this script
  if (!data || !("popover" in HTMLElement.prototype)) return;

  /** @type {Record<string, Card>} by the address in the link, as written */
  const cards = JSON.parse(data.textContent ?? "");
  const element = document.createElement("div");
  element.id = element.className = "glossary-card";
  element.role = "tooltip";
  element.popover = "manual";
  // within the text: what stands outside all landmarks is hard to find with a screen reader
  data.after(element);

  /** @type {Element | null} the link whose card is shown */
  let link = null;
  let timer = 0;

  /** @param {Run} run */
  function makeRun({ text, lang, reading }) {
    const made = document.createElement(reading ? "ruby" : "span");
    if (lang) made.lang = lang;
    made.append(text);
    if (reading) made.appendChild(document.createElement("rt")).append(reading);
    return made;
  }

  /**
   * @param {string} name
   * @param {Run[]} runs
   */
  function makePart(name, runs) {
    const part = document.createElement("div");
    part.className = `glossary-card-${name}`;
    part.dir = "auto";
    part.append(...runs.map(makeRun));
    return part;
  }

  /** @param {Card} card */
  function fill({ name, grammar, definition, names }) {
    const list = makePart("names", []);
    for (const [language, translation] of names) {
      list.append(makePart("language", language), makePart("translation", translation));
    }
    element.replaceChildren(
      makePart("name", name),
      makePart("grammar", grammar),
      makePart("definition", definition),
      list,
    );
  }

  /**
   * Put the card below the line of the link that is pointed at, or above where only there is room;
   * it begins where the link begins.
   * @param {Element} anchor
   * @param {number} [y] where the pointer is
   */
  function place(anchor, y = NaN) {
    const lines = [...anchor.getClientRects()];
    const line = lines.find(({ top, bottom }) => top <= y && y <= bottom) ?? lines[0];
    if (!line) return;
    const { offsetWidth, offsetHeight, style } = element;
    const { clientWidth, clientHeight } = document.documentElement;
    const { direction } = getComputedStyle(anchor);
    const start = direction === "rtl" ? line.right - offsetWidth : line.left;
    const left = Math.max(MARGIN, Math.min(start, clientWidth - offsetWidth - MARGIN));
    const above = line.top - offsetHeight;
    const top = line.bottom + offsetHeight > clientHeight && above >= 0 ? above : line.bottom;
    // of the page and not of the window, so that the card moves with the text
    style.left = `${left + scrollX}px`;
    style.top = `${top + scrollY}px`;
  }

  /**
   * @param {Element} anchor
   * @param {number} [y]
   */
  function show(anchor, y) {
    const card = cards[anchor.getAttribute("href") ?? ""];
    if (!card || anchor === link) return;
    hide();
    link = anchor;
    fill(card);
    link.setAttribute("aria-describedby", element.id);
    element.showPopover();
    place(link, y);
  }

  function hide() {
    clearTimeout(timer);
    if (!link) return;
    link.removeAttribute("aria-describedby");
    link = null;
    element.hidePopover();
  }

  /**
   * @param {Event} event
   * @param {string} selector
   */
  function find({ target }, selector) {
    return target instanceof Element ? target.closest(selector) : null;
  }

  addEventListener("pointerover", (event) => {
    // a touch follows the link
    if (event.pointerType === "touch") return;
    const pointed = find(event, TERM);
    // a way within a link begins and ends nothing
    if (pointed?.contains(/** @type {Node | null} */ (event.relatedTarget))) return;
    clearTimeout(timer);
    if (pointed) timer = setTimeout(show, DELAY, pointed, event.clientY);
    else if (!find(event, ".glossary-card") && !link?.matches(":focus-visible")) {
      timer = setTimeout(hide, DELAY);
    }
  });

  addEventListener("focusin", (event) => {
    const focused = find(event, TERM);
    if (focused?.matches(":focus-visible")) show(focused);
  });

  addEventListener("focusout", ({ target }) => {
    if (target === link && !link?.matches(":hover") && !element.matches(":hover")) hide();
  });

  addEventListener("click", (event) => {
    if (find(event, TERM)) hide();
  });

  addEventListener("keydown", (event) => {
    // keys of an input method are its own
    if (event.key !== "Escape" || event.isComposing) return;
    // the first Escape is for the card, the next one for whatever else listens
    if (link) event.stopPropagation();
    hide();
  }, true);

  addEventListener("resize", () => link && place(link));

  // a frame that scrolls takes the link along
  addEventListener("scroll", ({ target }) => {
    const frame = /** @type {Node} */ (target);
    if (link && frame !== document && frame.contains(link)) place(link);
  }, true);
})();
