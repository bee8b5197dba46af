// @ts-check

/** What all pages beside the map have in common. */
export const texts = {
  vi: {
    'app.toMap': 'Về bản đồ',
    'pages.label': 'Các trang',
    'pages.review': 'Duyệt',
    'pages.history': 'Lịch sử',
    'pages.imports': 'Nhập dữ liệu',
    'pages.accounts': 'Tài khoản',
  },
  en: {
    'app.toMap': 'Back to the map',
    'pages.label': 'Pages',
    'pages.review': 'Review',
    'pages.history': 'History',
    'pages.imports': 'Import',
    'pages.accounts': 'Accounts',
  },
};
