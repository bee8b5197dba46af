// @ts-check
import { byId, el } from '../../dom/el.js';
import { ConfirmDialog } from '../../imports/dom/ConfirmDialog.js';

/** @typedef {import('../i18n/EditorI18n.js').EditorI18n} EditorI18n */

/** @param {EditorI18n} i18n @param {string} title @param {'device' | 'server' | 'both'} where it is lost */
export function askToDiscard(i18n, title, where) {
  return dialog().ask({
    title: i18n.t('draft.discardTitle'), body: [el('p', {}, i18n.t(`draft.discard.${where}`, { title }))],
    yes: i18n.t('draft.discardYes'), no: i18n.t('draft.discardNo'), isDangerous: true,
  });
}

/** @param {EditorI18n} i18n @param {string} title */
export function askToWithdraw(i18n, title) {
  return dialog().ask({
    title: i18n.t('drafts.withdrawTitle'), body: [el('p', {}, i18n.t('drafts.withdrawBody', { title }))],
    yes: i18n.t('drafts.withdraw'), no: i18n.t('drafts.withdrawNo'),
  });
}

function dialog() {
  return new ConfirmDialog(/** @type {HTMLDialogElement} */ (byId('editor-dialog')));
}
