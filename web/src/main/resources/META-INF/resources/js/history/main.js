// @ts-check
import { Api } from '../api/Api.js';
import { Problem } from '../api/Problem.js';
import { byId, el } from '../dom/el.js';
import { watchKeyboard } from '../dom/watchKeyboard.js';
import { ConfirmDialog } from '../imports/dom/ConfirmDialog.js';
import { Notices } from '../notices/Notices.js';
import { PageBar } from '../page/PageBar.js';
import { formatAddress, parseAddress } from './address.js';
import { FindForm } from './FindForm.js';
import { boundsOf, FindMap } from './FindMap.js';
import { HistoryApi } from './HistoryApi.js';
import { HistoryI18n } from './i18n/HistoryI18n.js';
import { Results } from './Results.js';
import { Timeline } from './Timeline.js';

/** @typedef {import('./address.js').Wanted} Wanted */

/** Roles whose proposals are taken. */
const WRITING = ['OFFICER', 'APPROVER', 'DATA_MANAGER'];
const FIRST_LAYER = 'material_zones';

const api = new HistoryApi();
const viewerApi = new Api();
const i18n = new HistoryI18n();
const notices = new Notices(byId('toast'), byId('status'));
const dialog = new ConfirmDialog(/** @type {HTMLDialogElement} */ (byId('confirm')));
const people = /** @type {Set<string>} */ (new Set());

let wanted = parseAddress(location.hash);
/** @type {import('../api/types.js').Catalogue | null} */
let catalogue = null;
/** @type {import('../api/JsonCalls.js').Session | null} */
let session = null;
/** @type {FindMap | null} */
let map = null;
/** Rises with every search: an answer to one before the last is not shown. */
let turn = 0;
/** What the results are of, so that a timeline that is closed again finds them there. */
let searched = '';

const form = new FindForm(i18n, viewerApi, { onWant: want, onDraw: draw, onView: () => want({ bbox: map?.view() ?? null }), onCentre: () => pick(map?.centre() ?? null) });
const results = new Results(i18n, { onFeature: (feature) => want({ feature }), onPerson: (who) => want({ find: 'person', who, feature: null }) });
const timeline = new Timeline(i18n, {
  onCompare: compare,
  onRestore: restore,
  onPerson: (who) => want({ find: 'person', who, feature: null }),
  onThen: ({ when, validFrom }, geometry) => want({
    find: 'past', moment: when, asOf: inForce(validFrom), layer: layerOf(wanted.feature ?? ''), bbox: geometry ? boundsOf(geometry) : null, feature: null,
  }),
  onBack: () => want({ feature: null }),
});

/** @param {string} id */
const layerOf = (id) => id.slice(0, id.lastIndexOf('.'));
/** A day on which a version is in force; null: today, if it began before. @param {string | null} from */
const inForce = (from) => (from && catalogue && from > catalogue.today ? from : null);
/** @returns {boolean} */
const isSignedIn = () => session?.signedIn === true;

/** @param {unknown} error */
function failed(error) {
  notices.show('error', i18n.error(error), { lasting: true });
  if (!(error instanceof Problem)) {
    throw error;
  }
}

/** Goes somewhere else on this page; the browser's button leads back. @param {Partial<Wanted>} changed */
function want(changed) {
  const before = formatAddress(wanted);
  wanted = { ...wanted, ...changed };
  if (formatAddress(wanted) !== before) {
    history.pushState(null, '', formatAddress(wanted));
  }
  show(true).catch(failed);
}

/** @param {boolean} isMoving whether the keyboard follows to what was opened */
async function show(isMoving) {
  if (!catalogue) {
    return;
  }
  notices.hide('error');
  byId('finder').hidden = !isSignedIn();
  byId('main').classList.toggle('alone', !isSignedIn());
  byId('main').classList.toggle('has-feature', wanted.feature !== null);
  if (isSignedIn()) {
    form.show({ ...wanted, layer: layer() }, catalogue, [...people]);
  }
  if (wanted.feature) {
    await Promise.all([open(wanted.feature, isMoving), isSignedIn() ? search(false) : null]);
  } else if (isSignedIn()) {
    showMap();
    await search(true);
  } else {
    byId('detail').replaceChildren(el('section', { class: 'block' },
      el('p', {}, i18n.t('page.choose')), el('p', {}, i18n.t('page.publicOnly')), signInLink()));
  }
}

function layer() {
  const layers = catalogue?.layers ?? [];
  return (layers.find(({ name }) => name === wanted.layer) ?? layers.find(({ name }) => name === FIRST_LAYER) ?? layers[0]).name;
}

function signInLink() {
  return el('p', { class: 'actions' }, i18n.t('page.signIn'), ' ',
    el('a', { class: 'button', href: `/signin.html?to=${encodeURIComponent(`/history${location.hash}`)}`, 'data-testid': 'sign-in' }, i18n.t('page.signInLink')));
}

/** @param {string} feature @param {boolean} isMoving */
async function open(feature, isMoving) {
  const detail = byId('detail');
  let told;
  try {
    told = await api.timeline(feature);
  } catch (error) {
    detail.replaceChildren(el('section', { class: 'block' }, el('p', {}, i18n.error(error)), isSignedIn() ? null : signInLink()));
    throw error;
  }
  if (wanted.feature !== feature || !catalogue) {
    return;
  }
  for (const { who } of told.versions) {
    remember(who);
  }
  const mayWrite = (session?.roles ?? []).some((role) => WRITING.includes(role));
  timeline.show(detail, told, { catalogue, signedIn: isSignedIn(), mayWrite });
  if (!isSignedIn()) {
    detail.append(el('section', { class: 'block' }, signInLink()));
  }
  const latest = told.versions.find((version) => version.op !== 'delete');
  if (latest) {
    const before = told.versions.find((version) => version.version < latest.version && version.op !== 'delete');
    timeline.compare(await api.difference(feature, before?.version ?? 0, latest.version));
  }
  if (isMoving) {
    byId('feature-name').focus({ preventScroll: true });
    detail.scrollIntoView({ block: 'nearest' });
  }
}

/** @param {number} from @param {number} to */
async function compare(from, to) {
  try {
    const heading = timeline.compare(await api.difference(/** @type {string} */ (wanted.feature), from, to));
    heading.focus();
    heading.scrollIntoView({ block: 'nearest' });
  } catch (error) {
    failed(error);
  }
}

/** @param {import('./HistoryApi.js').Version} version */
async function restore(version) {
  const id = /** @type {string} */ (wanted.feature);
  const why = el('textarea', { id: 'restore-why', maxlength: 2000, 'data-testid': 'restore-why' });
  const name = byId('feature-name').firstChild?.textContent ?? id;
  const isSure = await dialog.ask({
    title: i18n.t('restore.title', { n: version.version }),
    body: [el('p', {}, i18n.t('restore.what', { n: version.version, name })), el('label', { for: 'restore-why' }, i18n.t('restore.why')), why],
    yes: i18n.t('restore.yes'), no: i18n.t('restore.no'),
  });
  if (!isSure) {
    return;
  }
  try {
    const draft = await api.restore(id, version.version, why.value.trim());
    location.assign(`/review#${draft.id}${i18n.lang === 'en' ? '&lang=en' : ''}`);
  } catch (error) {
    failed(error);
  }
}

/** The map beside the results. */
function showMap() {
  if (!catalogue) {
    return;
  }
  map ??= new FindMap(i18n, catalogue);
  const isPast = wanted.find === 'past';
  const asOf = wanted.asOf ?? catalogue.today;
  const moment = wanted.moment ?? new Date().toISOString();
  const label = isPast ? i18n.t('map.past', { moment: i18n.instant(moment), date: i18n.date(asOf) }) : i18n.t('map.find');
  const caption = el('p', { class: 'quiet', 'data-testid': 'map-caption', hidden: !isPast }, label);
  byId('detail').replaceChildren(el('section', { class: 'block', 'data-testid': 'map-block' }, caption, map.root));
  map.open(label);
  map.onPick(isPast ? pick : () => {});
  map.show(isPast ? { url: api.tilesAt(moment), asOf, layer: layer() } : { url: '/tiles', asOf: catalogue.today, layer: layer() });
}

/** @param {boolean} isShown whether the map is beside the results */
async function search(isShown) {
  const { find, bbox, who, text } = wanted;
  const key = JSON.stringify([find, layer(), bbox, who, text, i18n.lang]);
  if (key === searched && !isShown) {
    return;
  }
  searched = key;
  turn += 1;
  const mine = turn;
  const isStale = () => mine !== turn;
  results.nameLayers(find === 'person' ? Object.fromEntries((catalogue?.layers ?? []).map(({ name, title }) => [name, i18n.pick(title)])) : {});
  if (find === 'past' || find === 'person' && !who) {
    results.clear();
    map?.mark(null, [], false);
    if (find === 'past') {
      map?.goTo(bbox);
    }
    return;
  }
  if (find === 'deleted') {
    const deleted = await api.deleted(layer(), text, bbox);
    if (!isStale()) {
      deleted.features.forEach((gone) => remember(gone.who));
      results.showDeleted(deleted);
      map?.mark(bbox, deleted.features.map(({ geometry, feature }) => ({ geometry, run: () => want({ feature }) })), isShown);
    }
    return;
  }
  const { changesets } = find === 'person' ? await api.ofPerson(who) : await api.ofArea(layer(), bbox);
  if (!isStale()) {
    changesets.forEach((changeset) => remember(changeset.who));
    results.showChangesets(changesets, find === 'person');
    map?.mark(find === 'area' ? bbox : null, [], isShown);
  }
}

/** What there was at a place. @param {import('../api/types.js').Bounds | null} box */
async function pick(box) {
  if (!box || !catalogue) {
    return;
  }
  try {
    const moment = wanted.moment ?? new Date().toISOString();
    const { features } = await api.featuresAt(layer(), moment, wanted.asOf ?? catalogue.today, box);
    if (features.length === 1) {
      want({ feature: `${layer()}.${features[0].id}` });
    } else if (features.length === 0) {
      results.say(i18n.t('find.notThere'));
      notices.say(i18n.t('find.notThere'));
    } else {
      results.showPlace(features.map(({ id, title }) => ({ feature: `${layer()}.${id}`, name: title })));
    }
  } catch (error) {
    failed(error);
  }
}

function draw() {
  if (wanted.feature) {
    want({ feature: null });
  }
  notices.show('drawing', i18n.t('find.drawing'), { lasting: true });
  map?.draw((box) => {
    notices.hide('drawing');
    if (box) {
      want({ bbox: box });
    }
  });
}

/** @param {string | undefined} who */
function remember(who) {
  if (who) {
    people.add(who);
  }
}

const bar = new PageBar(i18n, {
  here: 'history',
  onLanguage(lang, isChosen) {
    wanted = { ...wanted, lang };
    if (isChosen) {
      history.replaceState(null, '', formatAddress(wanted));
    }
    map = null;
    show(false).catch(failed);
  },
});

async function start() {
  byId('finder').replaceChildren(form.root, results.root);
  [session, catalogue] = await Promise.all([api.session(), viewerApi.catalogue()]);
  if (session.signedIn && session.name && !wanted.who) {
    wanted.who = session.name;
  }
  remember(session.name ?? undefined);
  bar.offerPages(session);
  await show(false);
}

window.addEventListener('popstate', () => {
  wanted = parseAddress(location.hash);
  if (wanted.lang === i18n.lang) {
    show(true).catch(failed);
  } else {
    bar.use(wanted.lang);
  }
});
watchKeyboard();
bar.use(wanted.lang);
start().catch(failed).finally(() => {
  document.documentElement.dataset.ready = 'true';
});
