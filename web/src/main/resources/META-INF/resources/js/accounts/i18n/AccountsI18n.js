// @ts-check
import { PageI18n } from '../../i18n/PageI18n.js';
import { en } from './en.js';
import { vi } from './vi.js';

/** The sentences of signing in and of accounts. */
export class AccountsI18n extends PageI18n {
  constructor() {
    super({ vi, en });
  }

  /** @param {string} role */
  role(role) {
    const key = `role.${role}`;
    return key in vi ? this.t(key) : role;
  }

  /** @param {string[]} roles */
  roles(roles) {
    return roles.length ? roles.map((role) => this.role(role)).join(', ') : this.t('role.none');
  }

  /** Why the province's sign-in let nobody in. @param {string} code as the server puts it into the address */
  refused(code) {
    const key = `signin.refused.${code}`;
    return this.t(key in vi ? key : 'signin.refused.failed');
  }

  /** @param {string[]} area */
  area(area) {
    return area.length ? area.join(', ') : this.t('area.everywhere');
  }
}
