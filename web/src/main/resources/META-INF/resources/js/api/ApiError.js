// @ts-check

/** Why a request failed, as far as the reader can do something about it. */
export class ApiError extends Error {
  /** @param {'offline' | 'timeout' | 'busy' | 'server' | 'refused'} kind @param {string} url */
  constructor(kind, url) {
    super(`${kind}: ${url}`);
    this.name = 'ApiError';
    this.kind = kind;
  }

  /** @param {number} status @param {string} url */
  static fromStatus(status, url) {
    if (status === 429 || status === 503) {
      return new ApiError('busy', url);
    }
    return new ApiError(status >= 500 ? 'server' : 'refused', url);
  }
}
