import type { CheckName, CheckOutcome, Overall } from 'yushen/receipts';

/** What is checked, in the words of someone at a counter. */
export const CHECKS: { [name in CheckName]: string } = {
  format: '格式',
  body: '正文完整性',
  head: '正文与签名的首部一致',
  'trust-list': '信任列表',
  issued: '出具时间',
  key: '签名密钥',
  issuer: '出具机关',
  signature: '签名',
  catalogue: '目录版本',
  deadlines: '办结日',
  files: '文件',
  history: '上一文书',
  expected: '与预期一致',
  seal: '电子印章',
  status: '办理状态',
  characters: '字符',
  age: '自查时间',
};

/** How a check came out. A mark stands before the word, so that the colour is never alone. */
export const RESULTS: { [result in CheckOutcome]: [string, string] } = {
  pass: ['✓ 通过', 'good'],
  fail: ['✕ 不通过', 'bad'],
  warn: ['! 留意', 'note'],
  skipped: ['－ 未检查', 'calm'],
};

export const OVERALL: { [overall in Overall]: [string, string] } = {
  valid: ['✓ 通过', 'good'],
  warning: ['! 通过，有需要留意的地方', 'note'],
  invalid: ['✕ 没有通过', 'bad'],
  unsigned: ['－ 没有机关签名', 'note'],
};

/** What cannot even be read, by code. */
export const UNREADABLE: { [code: string]: string } = {
  JSON_ENCODING: '这个文件不是文书：它不是 UTF-8 文本，也不是版式文件。',
  RECEIPT_INVALID: '这个文件里没有可以查验的文书。',
  NO_CODE: '图片里没有找到二维码。请拍得近一些、正一些，光线均匀，再试一次。',
  PICTURE: '这张图片打不开。请换成 JPG 或者 PNG 再试。',
  TOO_LARGE: '这个文件太大，不像是文书。',
  OPTION_NOT_OF_FORM: '材料自查结果单没有上一文书，不能与以前的文书核对。请去掉以前的文书再试。',
  EMPTY: '请先粘贴文书内容、打开文件或者扫描二维码。',
};

/** 2026年11月24日 15:04, as the document has it: the zone is always Shanghai's. */
export function moment(instant: string): string {
  const [date = '', time = ''] = instant.split('T');
  const [year, month, day] = date.split('-').map(Number);
  return `${year}年${month}月${day}日${time ? ` ${time.slice(0, 5)}` : ''}`;
}
