// @ts-check

/** @typedef {{name: string, size: number}} Named */
/** @typedef {{kind: 'tooLarge' | 'tooMany' | 'empty' | 'noShp' | 'noDbf' | 'badName', name: string}} Complaint */

const NAME_BYTES = 200;
const SHAPEFILE_PARTS = ['shx', 'dbf', 'prj', 'cpg', 'sbn', 'sbx', 'qpj'];

/** @param {Complaint} complaint @returns {boolean} sending it would be in vain */
export function isFatal({ kind }) {
  return kind !== 'noDbf';
}

/**
 * What can be told before anything is sent.
 *
 * @param {readonly Named[]} files @param {{fileBytes: number, files: number}} limits @returns {Complaint[]}
 */
export function fileComplaints(files, limits) {
  /** @type {Complaint[]} */
  const complaints = [];
  const total = files.reduce((sum, { size }) => sum + size, 0);
  if (files.length > limits.files) {
    complaints.push({ kind: 'tooMany', name: '' });
  }
  if (total > limits.fileBytes) {
    complaints.push({ kind: 'tooLarge', name: files.length === 1 ? files[0].name : '' });
  }
  for (const { name, size } of files) {
    if (size === 0 && extension(name) !== 'cpg') {
      complaints.push({ kind: 'empty', name });
    }
    if (new TextEncoder().encode(name).length > NAME_BYTES || /[/\\\u0000-\u001f\u007f]/.test(name)) {
      complaints.push({ kind: 'badName', name });
    }
  }
  return [...complaints, ...shapefileComplaints(files)];
}

/** @param {readonly Named[]} files @returns {Complaint[]} */
function shapefileComplaints(files) {
  const names = new Set(files.map(({ name }) => name.toLowerCase()));
  const has = (/** @type {string} */ name, /** @type {string} */ ext) => names.has(`${stem(name)}.${ext}`.toLowerCase());
  const shapes = files.filter(({ name }) => extension(name) === 'shp');
  const noDbf = shapes.filter(({ name }) => !has(name, 'dbf')).map(({ name }) => ({ kind: /** @type {const} */ ('noDbf'), name }));
  const alone = files.filter(({ name }) => SHAPEFILE_PARTS.includes(extension(name)) && extension(name) !== 'dbf' && !has(name, 'shp'));
  return [...noDbf, ...alone.map(({ name }) => ({ kind: /** @type {const} */ ('noShp'), name }))];
}

/** @param {string} name */
function extension(name) {
  return name.slice(name.lastIndexOf('.') + 1).toLowerCase();
}

/** @param {string} name */
function stem(name) {
  return name.slice(0, Math.max(0, name.lastIndexOf('.')));
}
