// @ts-check
import { el } from '../dom/el.js';
import { button, field, form, secretBox } from './fields.js';

const ROLES = ['READER', 'OFFICER', 'APPROVER', 'DATA_MANAGER', 'ADMINISTRATOR'];

/** @typedef {import('./api/AccountsApi.js').Account} Account */

/** All accounts, for administrators. */
export class PeoplePart {
  /** @param {HTMLElement} root @param {import('./fields.js').Shared} shared */
  constructor(root, shared) {
    this._root = root;
    this._shared = shared;
    /** @type {Account[]} */
    this._accounts = [];
    /** @type {{name: string, password: string} | null} */
    this._secret = null;
    /** The name of the account whose form is open; empty: that of a new one. @type {string | null} */
    this._open = null;
  }

  async load() {
    this._accounts = (await this._shared.api.ask('GET', '/api/accounts')).accounts;
  }

  draw() {
    const { i18n } = this._shared;
    this._root.replaceChildren(
      ...(this._secret ? [secretBox(i18n.t('people.secret', { name: this._secret.name }), this._secret.password)] : []),
      el('ul', { class: 'rows' }, ...this._accounts.map((account) => this._row(account))),
      this._open === '' ? this._form(null) : el('p', { class: 'actions' }, button(i18n.t('people.make'), () => this._show(''), 'primary')));
  }

  /** @param {string | null} name */
  _show(name) {
    this._open = name;
    this._secret = null;
    this.draw();
    this._root.querySelector('form')?.querySelector('input')?.focus();
  }

  /** @param {Account} account */
  _row(account) {
    const { i18n } = this._shared;
    const { name, displayName, roles, area, disabled } = account;
    if (this._open === name) {
      return el('li', {}, this._form(account));
    }
    return el('li', {},
      el('span', { class: 'grows' }, el('strong', {}, displayName), displayName === name ? '' : ` (${name})`,
        disabled ? ` · ${i18n.t('people.disabled')}` : '', el('br'),
        el('span', { class: 'quiet' }, `${i18n.roles(roles)} · ${i18n.area(area)}`)),
      button(i18n.t('people.edit'), () => this._show(name)),
      button(i18n.t(disabled ? 'people.enable' : 'people.disable'), () => this._change('PATCH', this._at(name), { disabled: !disabled })),
      button(i18n.t('people.password'), () => this._asked(i18n.t('people.passwordAsk', { name }), 'POST', `${this._at(name)}/password`)),
      button(i18n.t('people.remove'), () => this._asked(i18n.t('people.removeAsk', { name }), 'DELETE', this._at(name))));
  }

  /** @param {Account | null} account null: a new one */
  _form(account) {
    const { i18n } = this._shared;
    const name = field(i18n.t('people.name'), { required: true, maxlength: '80', autocapitalize: 'none', spellcheck: 'false' });
    const displayName = field(i18n.t('people.displayName'), { maxlength: '100', value: account?.displayName ?? '' });
    const area = field(i18n.t('people.area'), { value: account?.area.join(', ') ?? '' });
    const mail = field(i18n.t('people.mail'), { type: 'email', value: account?.mail ?? '' });
    const roles = ROLES.map((role) => el('input', { type: 'checkbox', value: role, checked: account?.roles.includes(role) ?? false }));
    return form(() => this._change(account ? 'PATCH' : 'POST', account ? this._at(account.name) : '/api/accounts', {
      ...(account ? {} : { name: name.input.value }),
      displayName: displayName.input.value,
      roles: roles.filter((box) => box.checked).map((box) => box.value),
      area: area.input.value.split(',').map((code) => code.trim()).filter(Boolean),
      mail: mail.input.value,
    }), [
      account ? null : name.field, displayName.field, mail.field, area.field,
      el('fieldset', { class: 'roles' }, el('legend', {}, i18n.t('me.roles')),
        ...roles.map((box) => el('label', { class: 'check' }, box, i18n.role(box.value)))),
      el('p', { class: 'actions' }, el('button', { class: 'button primary', type: 'submit' }, i18n.t(account ? 'people.save' : 'people.make')),
        button(i18n.t('people.cancel'), () => this._show(null)))]);
  }

  /** @param {string} name */
  _at(name) {
    return `/api/accounts/${encodeURIComponent(name)}`;
  }

  /** @param {string} question @param {string} method @param {string} path */
  async _asked(question, method, path) {
    if (await this._shared.ask(question)) {
      await this._change(method, path);
    }
  }

  /** @param {string} method @param {string} path @param {unknown} [body] */
  _change(method, path, body) {
    return this._shared.attempt(async () => {
      const answer = await this._shared.api.ask(method, path, body);
      this._secret = answer?.password ? answer : null;
      this._open = null;
      await this.load();
      this.draw();
      this._shared.tell(this._shared.i18n.t('people.saved'));
    });
  }
}
