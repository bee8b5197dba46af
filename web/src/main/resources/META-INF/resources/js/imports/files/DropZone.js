// @ts-check
import { el } from '../../dom/el.js';
import { icon } from '../../dom/icon.js';
import { droppedFiles } from './droppedFiles.js';

/**
 * The place to drop files on; for the keyboard and for phones, a button that opens the system's own dialog.
 *
 * @param {{i18n: import('../i18n/ImportsI18n.js').ImportsI18n, limit: string, isSmall: boolean, onFiles: (files: File[]) => void}} options
 */
export function dropZone({ i18n, limit, isSmall, onFiles }) {
  const input = el('input', {
    type: 'file', multiple: true, class: 'hidden', tabindex: '-1', 'aria-hidden': 'true', 'data-testid': 'file-input',
    onchange: () => {
      onFiles([...(input.files ?? [])]);
      input.value = '';
    },
  });
  return el('div', { class: `drop ${isSmall ? 'small' : ''}`, 'data-testid': 'drop' },
    isSmall ? null : icon('upload'),
    el('p', { class: 'drop-title' }, i18n.t(isSmall ? 'files.dropMore' : 'files.drop')),
    el('button', {
      type: 'button', class: isSmall ? 'button' : 'button primary', 'data-key': 'choose', 'data-testid': 'choose', onclick: () => input.click(),
    }, i18n.t(isSmall ? 'files.chooseMore' : 'files.choose')),
    input,
    isSmall ? null : el('p', { class: 'quiet' }, i18n.t('files.kinds')),
    isSmall ? null : el('p', { class: 'quiet' }, i18n.t('files.limit', { size: limit })));
}

/**
 * Files may be let go anywhere on the page: missing the zone by a hand's width must not make the browser open the file.
 *
 * @param {(files: File[]) => void} onFiles @param {() => boolean} accepts
 */
export function watchDrops(onFiles, accepts) {
  const { dataset } = document.documentElement;
  let leaving = 0;
  document.addEventListener('dragover', (event) => {
    event.preventDefault();
    clearTimeout(leaving);
    if (event.dataTransfer) {
      event.dataTransfer.dropEffect = accepts() ? 'copy' : 'none';
    }
    if (accepts()) {
      dataset.dragging = 'true';
    }
  });
  document.addEventListener('dragleave', () => {
    leaving = window.setTimeout(() => delete dataset.dragging, 100);
  });
  document.addEventListener('drop', async (event) => {
    event.preventDefault();
    delete dataset.dragging;
    if (event.dataTransfer && accepts()) {
      onFiles(await droppedFiles(event.dataTransfer));
    }
  });
}
