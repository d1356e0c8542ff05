// @ts-check
/** A reading laid over the name that it reads. */
(() => {
  "use strict";

  const RUNS = /[ぁ-ゖァ-ヺー]+|[^ぁ-ゖァ-ヺー]+/g;
  const KANA = /^[ぁ-ゖァ-ヺー]/;

  /** @param {string} text */
  const toHiragana = (text) =>
    text.replace(/[ァ-ヶ]/g, (kana) => String.fromCharCode(kana.charCodeAt(0) - 0x60));

  /** @param {string} text */
  const escaped = (text) => text.replace(/[\\^$.*+?()[\]{}|/-]/g, "\\$&");

  /**
   * Return the runs of a name, each with its part of the reading; kana read themselves. Where the
   * parts cannot be told apart, the whole name has the whole reading.
   *
   * @param {string} name
   * @param {string} reading
   * @returns {[string, string][]}
   */
  function readOver(name, reading) {
    const runs = name.match(RUNS) ?? [];
    const pattern = runs.map((run) => (KANA.test(run) ? `(${escaped(toHiragana(run))})` : "(.+?)"));
    const match = toHiragana(reading).match(new RegExp(`^${pattern.join("")}$`));
    if (!match) return [[name, reading]];
    let at = 0;
    return runs.map((run, number) => {
      // folding changes no lengths, so the parts of the reading are those of the folded one
      const part = reading.slice(at, at + match[number + 1].length);
      at += part.length;
      return [run, KANA.test(run) ? "" : part];
    });
  }

  /** @type {any} */ (window).glossaryIndex.readOver = readOver;
})();
