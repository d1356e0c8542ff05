// @ts-check
/**
 * Folding: what a reader types and what a glossary writes become the same text.
 *
 * Line ends stay, so that all names can be folded at once, joined by them.
 */
(() => {
  "use strict";

  const JONGSEONG = 0x11a8;

  /** The final consonants of Hangul (U+11A8 to U+11C2) as the initials that they may become. */
  const FINALS = [
    "\u1100", "\u1101", "\u1100\u1109", "\u1102", "\u1102\u110c", "\u1102\u1112",
    "\u1103", "\u1105", "\u1105\u1100", "\u1105\u1106", "\u1105\u1107", "\u1105\u1109",
    "\u1105\u1110", "\u1105\u1111", "\u1105\u1112", "\u1106", "\u1107", "\u1107\u1109", "\u1109",
    "\u110a", "\u110b", "\u110c", "\u110e", "\u110f", "\u1110", "\u1111", "\u1112",
  ];

  /** Vowels that are typed as two. @type {Record<string, string>} */
  const DOUBLE_VOWELS = {
    "\u116a": "\u1169\u1161", // ㅘ
    "\u116b": "\u1169\u1162", // ㅙ
    "\u116c": "\u1169\u1175", // ㅚ
    "\u116f": "\u116e\u1165", // ㅝ
    "\u1170": "\u116e\u1166", // ㅞ
    "\u1171": "\u116e\u1175", // ㅟ
    "\u1174": "\u1173\u1175", // ㅢ
  };

  /** Latin letters that Unicode leaves whole. @type {Record<string, string>} */
  const WHOLE_LETTERS = {
    "ß": "ss", "æ": "ae", "œ": "oe", "ø": "o", "đ": "d", "ð": "d", "ħ": "h", "ı": "i", "ł": "l",
    "ŋ": "n", "ŧ": "t", "þ": "th",
  };

  /** What shows nothing and is pasted along unnoticed: soft hyphens, joiners, marks of direction. */
  const INVISIBLE = /[\u00ad\u061c\u200b-\u200f\u202a-\u202e\u2060\u2066-\u2069\ufeff]/g;

  /** @param {string} text */
  const withoutInvisible = (text) => text.replace(INVISIBLE, "");

  /** @param {string} kana */
  const toHiragana = (kana) => String.fromCharCode(kana.charCodeAt(0) - 0x60);

  /**
   * Return text without what readers do not distinguish: width, case, diacritics, the two kana,
   * hyphens, spaces. A Hangul syllable becomes the keys that it is typed with, so that one half
   * typed is the beginning of the whole: 고개 and even 곡 begin 고객. が stays apart from か.
   *
   * @param {string} text
   * @returns {string}
   */
  function fold(text) {
    return withoutInvisible(text)
      .normalize("NFKC")
      .toLowerCase()
      .replace(/[ァ-ヶ]/g, toHiragana)
      .normalize("NFD")
      .replace(/[\u0300-\u036f]/g, "")
      .replace(/[\u11a8-\u11c2]/g, (jamo) => FINALS[jamo.charCodeAt(0) - JONGSEONG])
      .replace(/[\u116a-\u116c\u116f-\u1171\u1174]/g, (jamo) => DOUBLE_VOWELS[jamo])
      .replace(/[ßæœøđðħıłŋŧþ]/g, (letter) => WHOLE_LETTERS[letter])
      // a long vowel at the end of a word is written or not: サーバ, サーバー
      .replace(/ー(?![ぁ-ゖー])/g, "")
      .replace(/[^\S\n]|[-_\u2010-\u2015\u30fb\u00b7]/g, "");
  }

  /**
   * Return the initial consonants of the Hangul in text, and its line ends.
   *
   * @param {string} text
   * @returns {string}
   */
  function initials(text) {
    return text.normalize("NFD").replace(/[^\u1100-\u1112\n]/g, "");
  }

  /**
   * Return whether text is nothing but consonants, as 초성 are typed: ㄱㄱ for 고객.
   *
   * @param {string} text
   * @returns {boolean}
   */
  function isInitials(text) {
    return /^[ㄱ-ㅎ\u1100-\u1112\s]+$/.test(text) && text.trim() !== "";
  }

  /**
   * Return a query as far as it is typed: an input method shows the letters of a kana that is not
   * finished behind the others, as in こk.
   *
   * @param {string} query
   * @returns {string}
   */
  function withoutUnfinishedKana(query) {
    return query.replace(/(?<=[ぁ-ゖァ-ヶー])[a-zａ-ｚ]{1,2}$/i, "");
  }

  const page = /** @type {any} */ (window);
  (page.glossaryIndex ??= {}).folding = {
    fold, initials, isInitials, withoutInvisible, withoutUnfinishedKana,
  };
})();
