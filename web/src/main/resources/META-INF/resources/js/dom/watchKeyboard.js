// @ts-check

/** Lets the style sheet tell a map that is used by keyboard. */
export function watchKeyboard() {
  const { dataset } = document.documentElement;
  document.addEventListener('keydown', () => {
    dataset.keyboard = 'true';
  }, true);
  document.addEventListener('pointerdown', () => {
    delete dataset.keyboard;
  }, true);
}
