// @ts-check

/**
 * Puts new content in place of the old, and the keyboard back on the part of the same `data-key`, if the old one had it;
 * what was unfolded stays so.
 *
 * @param {HTMLElement} root @param {...(Node | string | null)} children
 */
export function replaceKeeping(root, ...children) {
  const active = document.activeElement;
  const key = active instanceof HTMLElement && root.contains(active) ? active.dataset.key : undefined;
  const open = new Map([...root.querySelectorAll('details[data-key]')].map((node) => [keyOf(node), node.hasAttribute('open')]));
  root.replaceChildren(.../** @type {(Node | string)[]} */ (children.filter((child) => child !== null)));
  for (const node of root.querySelectorAll('details[data-key]')) {
    const wasOpen = open.get(keyOf(node));
    if (wasOpen !== undefined) {
      node.toggleAttribute('open', wasOpen);
    }
  }
  if (key !== undefined) {
    /** @type {HTMLElement | null} */ (root.querySelector(`[data-key="${CSS.escape(key)}"]`))?.focus({ preventScroll: true });
  }
}

/** @param {Element} node */
function keyOf(node) {
  return node.getAttribute('data-key') ?? '';
}
