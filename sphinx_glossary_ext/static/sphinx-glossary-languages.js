// @ts-check
/**
 * The links to the other languages lead to the place that the reader is at, such as an entry: ids
 * are the same in all languages. What the reader searches for goes along too.
 */
(() => {
  "use strict";

  /** @type {NodeListOf<HTMLAnchorElement>} */
  const links = document.querySelectorAll(".glossary-languages a");
  const pages = [...links].map((link) => link.href);

  function carry() {
    links.forEach((link, position) => {
      const address = new URL(pages[position]);
      address.hash = location.hash;
      if (!address.search) address.search = location.search;
      link.href = address.href;
    });
  }

  carry();
  addEventListener("hashchange", carry);
  // scripts change the address without an event, but nobody follows a link without one of these;
  // what is typed while the pointer rests on a link, the last one carries along
  for (const event of ["pointerover", "focusin", "click"]) {
    document.querySelector(".glossary-languages")?.addEventListener(event, carry);
  }
})();
