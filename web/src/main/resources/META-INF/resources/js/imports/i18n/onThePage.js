// @ts-check

/** What the importer advises for the command line, and where the same is found on this page. @type {[RegExp, string, string][]} */
const ADVICE = [
  [/(?:--crs (\S+) --swap-xy)/g, 'hệ tọa độ $1, đổi X và Y (bước 3)', 'system $1, X and Y swapped (step 3)'],
  [/--crs ((?:EPSG:|auto)[\w:/]*)/g, 'hệ tọa độ $1 (bước 3)', 'system $1 (step 3)'],
  [/--crs\b/g, 'mục “Vị trí” (bước 3)', '“Place” (step 3)'],
  [/--swap-xy\b/g, 'đổi X và Y (bước 3)', 'X and Y swapped (step 3)'],
  [/--charset (?:TRƯỜNG|FIELD)=\S+?(?=[.,;]?(?:\s|$))/g, 'mục “Chữ” của cột (bước 3)', '“Letters” of the column (step 3)'],
  [/--charset\b/g, 'mục “Chữ” (bước 3)', '“Letters” (step 3)'],
  [/--map (?:TRƯỜNG|FIELD)=(\w+)/g, 'mục “Cột nào là thông tin gì” (bước 3)', '“Which column is what” (step 3)'],
  [/--map\b/g, 'mục “Cột nào là thông tin gì” (bước 3)', '“Which column is what” (step 3)'],
  [/--valid-from\b/g, 'ngày có hiệu lực (bước 1)', 'the date of effect (step 1)'],
  [/--valid-to\b/g, 'ngày hết hiệu lực (bước 1)', 'the date of the end (step 1)'],
  [/--member\b(?! (?:TÊN_LỚP|LAYER))/g, 'danh sách các bộ dữ liệu (bước 2)', 'the list of data sets (step 2)'],
  [/--strict\b/g, 'nghiêm ngặt (bước 1)', 'strict (step 1)'],
];

/**
 * @param {string} text as the importer wrote it @param {'vi' | 'en'} lang
 * @returns {string} without options that the reader cannot type here
 */
export function onThePage(text, lang) {
  return text.includes('--')
    ? ADVICE.reduce((words, [option, vi, en]) => words.replace(option, lang === 'vi' ? vi : en), text)
    : text;
}
