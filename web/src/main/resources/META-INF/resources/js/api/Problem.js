// @ts-check

/** Why the server would not do it, in its own words (RFC 9457); or that it could not be asked. */
export class Problem extends Error {
  /** @param {number} status 0: no answer came @param {string} code @param {import('./types.js').LocalizedText | null} text */
  constructor(status, code, text) {
    super(`${status} ${code}`);
    this.name = 'Problem';
    this.status = status;
    this.code = code;
    this.text = text;
  }

  /** No answer: a cable, a laptop that slept, a server that restarts. Asking again may help. */
  get isLost() {
    return this.status === 0 || this.status === 502 || this.status === 503 || this.status === 504;
  }

  /** @param {number} status @param {string} body problem+json, or anything */
  static of(status, body) {
    try {
      const { title, detail, detail_vi: vi } = JSON.parse(body);
      const text = detail || vi ? { vi: String(vi ?? detail), en: String(detail ?? vi) } : null;
      return new Problem(status, String(title ?? ''), text);
    } catch {
      return new Problem(status, '', null);
    }
  }

  static lost() {
    return new Problem(0, 'Offline', null);
  }
}
