// @ts-check
/**
 * The pages of entries: a button beside each name that copies name and address, and maps that start
 * at their concept where they are wider than the window. Without this script the theme's own link
 * to the entry does the first by hand, and a map is scrolled by hand.
 */
(() => {
  "use strict";

  /**
   * @typedef {object} Words
   * @property {string} copy
   * @property {string} copied
   * @property {string} refused
   * @property {string} [lang] that of the words, where it is not the page's
   */

  /** Milliseconds for which a button shows that it has copied. */
  const SHOWN = 2000;
  const SVG = "http://www.w3.org/2000/svg";

  /** @type {Partial<Words>} empty where the site wants no links to entries */
  const words = JSON.parse(document.currentScript?.dataset.words ?? "{}");

  /** Says what happened, to those who listen; it must be there before anything happens. */
  const status = document.createElement("div");
  status.className = "glossary-copy-status";
  status.role = "status";
  if (words.lang) status.lang = words.lang;

  /**
   * The name as it is read: without its readings and without the theme's link.
   * @param {Element} heading
   */
  function nameOf(heading) {
    const copy = /** @type {Element} */ (heading.cloneNode(true));
    for (const other of copy.querySelectorAll("rt, rp, .headerlink, button")) other.remove();
    return (copy.textContent ?? "").trim().replace(/\s+/g, " ");
  }

  /** @param {Element} heading */
  function languageOf(heading) {
    return heading.querySelector("span[lang]")?.getAttribute("lang") ?? document.documentElement.lang;
  }

  /** @param {Element} heading */
  function addressOf(heading) {
    const address = new URL(location.href);
    address.search = "";
    address.hash = heading.id;
    return address.href;
  }

  function makeIcon() {
    const icon = document.createElementNS(SVG, "svg");
    icon.setAttribute("viewBox", "0 0 16 16");
    icon.setAttribute("aria-hidden", "true");
    const path = icon.appendChild(document.createElementNS(SVG, "path"));
    path.setAttribute("d", "M5.5 5.5v-4h9v9h-4M1.5 5.5h9v9h-9z");
    const check = icon.appendChild(document.createElementNS(SVG, "path"));
    check.setAttribute("class", "glossary-copy-check");
    check.setAttribute("d", "M3.5 10l2 2 3.5-4");
    return icon;
  }

  /**
   * Say a sentence, what stands in the place of its field being in the language of a name.
   * @param {Element} element
   * @param {string} sentence
   * @param {string} text
   * @param {string} lang
   */
  function say(element, sentence, text, lang) {
    const [before, after] = sentence.split(/\{\w+\}/);
    const part = document.createElement("span");
    part.lang = lang;
    part.textContent = text;
    element.replaceChildren(before ?? "", part, after ?? "");
    return part;
  }

  /**
   * Show the text that could not be copied, selected, so that one key copies it.
   * @param {Element} button
   * @param {string} sentence
   * @param {string} text
   * @param {string} lang
   */
  function offer(button, sentence, text, lang) {
    const note = document.createElement("span");
    note.className = "glossary-copy-refused";
    if (words.lang) note.lang = words.lang;
    const part = say(note, sentence, text, lang);
    part.className = "glossary-copy-text";
    withdraw();
    button.after(note);
    getSelection()?.selectAllChildren(part);
  }

  function withdraw() {
    document.querySelector(".glossary-copy-refused")?.remove();
  }

  /**
   * @param {HTMLElement} heading
   * @param {Words} words
   */
  function addButton(heading, { copy, copied, refused }) {
    const [name, lang] = [nameOf(heading), languageOf(heading)];
    const button = document.createElement("button");
    button.type = "button";
    button.className = "glossary-copy";
    if (words.lang) button.lang = words.lang;
    // a function, because names may hold what replace() takes for a reference
    button.title = button.ariaLabel = copy.replace("{name}", () => name);
    button.append(makeIcon());
    button.addEventListener("click", async () => {
      const text = `${name} ${addressOf(heading)}`;
      try {
        // browsers have no clipboard for pages that anybody could have changed on their way
        await navigator.clipboard.writeText(text);
        withdraw();
        say(status, copied, name, lang);
        button.classList.add("glossary-copied");
        setTimeout(() => button.classList.remove("glossary-copied"), SHOWN);
      } catch {
        offer(button, refused, text, lang);
        say(status, refused, text, lang);
      }
    });
    // right after the name: themes keep room for a link that shows only under the pointer
    const link = heading.querySelector(".headerlink");
    if (link) link.before(button);
    else heading.append(button);
  }

  /** @param {Element} frame */
  function scrollToConcept(frame) {
    const here = frame.querySelector(".glossary-map-here")?.getBoundingClientRect();
    if (!here || frame.scrollWidth <= frame.clientWidth) return;
    const { left, width } = frame.getBoundingClientRect();
    frame.scrollLeft += here.left + here.width / 2 - left - width / 2;
  }

  const { copy, copied, refused } = words;
  /** @type {NodeListOf<HTMLElement>} */
  const headings = document.querySelectorAll("dl.glossary-entry > dt[id]");
  if (copy && copied && refused && headings.length) {
    for (const heading of headings) addButton(heading, { copy, copied, refused });
    // within the text: what stands outside all landmarks is hard to find with a screen reader
    const last = headings[headings.length - 1]?.closest("dl");
    last?.after(status);
  }
  for (const frame of document.querySelectorAll(".glossary-map")) scrollToConcept(frame);
})();
