// @ts-check
import { byId } from '../dom/el.js';
import { ProposalsApi } from './api/ProposalsApi.js';

/** Who may draw. What they may change is the server's to say. */
const ROLE = 'OFFICER';

/**
 * Offers the editor to officers who are signed in. Nobody else loads it.
 *
 * @param {import('./Editor.js').Parts} parts @param {{onOpen: () => void, onClose: () => void}} listeners
 */
export async function offerEditor(parts, { onOpen, onClose }) {
  const api = new ProposalsApi();
  const session = await api.session();
  const roles = (session.roles ?? []).map((role) => role.toUpperCase());
  if (!session.signedIn || !roles.includes(ROLE)) {
    return;
  }
  const button = byId('to-editor');
  button.hidden = false;
  button.addEventListener('click', async () => {
    if (!document.documentElement.dataset.editing) {
      const { Editor } = await import('./Editor.js');
      onOpen();
      await new Editor({ ...parts, session }, api, () => {
        onClose();
        button.focus();
      }).open();
    }
  });
}
