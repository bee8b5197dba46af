// @ts-check
import { el } from '../dom/el.js';
import { button, field, form } from './fields.js';

/** Who I am, my password, and the way out. */
export class MePart {
  /** @param {HTMLElement} root @param {import('./fields.js').Shared} shared @param {import('./api/AccountsApi.js').Session} session */
  constructor(root, shared, session) {
    this._root = root;
    this._shared = shared;
    this._session = session;
  }

  async load() {}

  draw() {
    const { i18n } = this._shared;
    const { name, displayName, roles, area } = this._session;
    const old = field(i18n.t('me.old'), { type: 'password', autocomplete: 'current-password', required: true });
    const next = field(i18n.t('me.new'), { type: 'password', autocomplete: 'new-password', required: true, minlength: '10' });
    this._root.replaceChildren(
      el('p', {}, el('strong', { 'data-testid': 'who' }, displayName ?? ''), displayName === name ? '' : ` (${name})`),
      el('p', {}, `${i18n.t('me.roles')}: ${i18n.roles(roles)}. ${i18n.t('me.area')}: ${i18n.area(area)}.`),
      form(() => this._change(old.input, next.input), [
        el('input', { type: 'text', autocomplete: 'username', value: name, hidden: true, readonly: true }),
        old.field, next.field,
        el('button', { class: 'button', type: 'submit' }, i18n.t('me.change'))]),
      el('p', { class: 'actions' }, button(i18n.t('signin.out'), () => this._leave())));
  }

  /** @param {HTMLInputElement} old @param {HTMLInputElement} next */
  _change(old, next) {
    return this._shared.attempt(async () => {
      await this._shared.api.changePassword(old.value, next.value);
      old.value = '';
      next.value = '';
      this._shared.tell(this._shared.i18n.t('me.changed'));
    });
  }

  _leave() {
    return this._shared.attempt(async () => {
      location.assign(await this._shared.api.signOut() ?? '/');
    });
  }
}
