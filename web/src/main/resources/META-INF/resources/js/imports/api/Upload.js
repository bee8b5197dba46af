// @ts-check
import { OWN_HEADERS } from './ImportsApi.js';
import { Problem } from '../../api/Problem.js';

/** A connection that moves no byte for so long is given up; the reader may then try again. */
const STALLED_MS = 60_000;

/** Sends files one after the other. After a failure, sending again goes on with the first that is not there. */
export class Upload {
  /** @param {readonly File[]} files @param {(name: string) => string} urlOf */
  constructor(files, urlOf) {
    this._files = files;
    this._urlOf = urlOf;
    /** @type {(sent: number, total: number) => void} told often, in bytes */
    this.onProgress = () => {};
    this._next = 0;
    /** @type {XMLHttpRequest | null} */
    this._request = null;
    this._cancelled = false;
  }

  get totalBytes() {
    return this._files.reduce((sum, file) => sum + file.size, 0);
  }

  /** @returns {Promise<boolean>} false: it was cancelled. Rejects with a {@link Problem}. */
  async send() {
    while (this._next < this._files.length && !this._cancelled) {
      await this._put(this._files[this._next], this._bytesBefore(this._next));
      this._next += this._cancelled ? 0 : 1;
    }
    return !this._cancelled;
  }

  cancel() {
    this._cancelled = true;
    this._request?.abort();
  }

  /** @param {number} index */
  _bytesBefore(index) {
    return this._files.slice(0, index).reduce((sum, file) => sum + file.size, 0);
  }

  /**
   * Not fetch, which tells nothing about what is sent.
   *
   * @param {File} file @param {number} before bytes of the files before it @returns {Promise<void>}
   */
  _put(file, before) {
    return new Promise((resolve, reject) => {
      const request = new XMLHttpRequest();
      this._request = request;
      let stalled = 0;
      const watch = () => {
        clearTimeout(stalled);
        stalled = window.setTimeout(() => request.abort(), STALLED_MS);
      };
      const end = (/** @type {() => void} */ then) => {
        clearTimeout(stalled);
        this._request = null;
        then();
      };
      const failed = () => end(() => reject(Problem.lost()));
      request.open('PUT', this._urlOf(file.name));
      for (const [name, value] of Object.entries(OWN_HEADERS)) {
        request.setRequestHeader(name, value);
      }
      request.setRequestHeader('Content-Type', 'application/octet-stream');
      request.upload.addEventListener('progress', ({ loaded }) => {
        watch();
        this.onProgress(before + Math.min(loaded, file.size), this.totalBytes);
      });
      request.addEventListener('load', () => end(() => {
        if (request.status >= 200 && request.status < 300) {
          resolve();
        } else {
          reject(Problem.of(request.status, request.responseText));
        }
      }));
      request.addEventListener('error', failed);
      request.addEventListener('abort', () => (this._cancelled ? end(resolve) : failed()));
      watch();
      request.send(file);
    });
  }
}
