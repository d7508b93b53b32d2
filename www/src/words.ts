import type {
  Audience,
  CivilDate,
  ContactKind,
  Evidence,
  FileKind,
  HandlingForm,
  Item,
  Level,
  Limit,
  LimitKind,
  Material,
  Need,
  Origin,
  Outcome,
  Procedure,
  ReliefKind,
  ServiceMode,
  Severity,
  State,
  Trigger,
  Unit,
} from 'yushen';
import { make } from './dom.js';

export const AUDIENCES: { [audience in Audience]: string } = {
  'natural-person': '个人',
  enterprise: '企业法人',
  institution: '事业法人',
  'social-organisation': '社会组织法人',
  'unincorporated-enterprise': '非法人企业',
  authority: '行政机关',
  'other-organisation': '其他组织',
};
export const PROCEDURES: { [procedure in Procedure]: string } = {
  licence: '行政许可',
  registration: '登记',
  confirmation: '行政确认',
  benefit: '行政给付',
  filing: '备案',
  'public-service': '公共服务',
  complaint: '投诉处理',
  other: '其他',
};
export const LEVELS: { [level in Level]: string } = {
  national: '国家级',
  provincial: '省级',
  municipal: '市级',
  district: '区级',
  subdistrict: '街道级',
  community: '社区级',
  tiered: '分级办理',
};
export const HANDLING: { [form in HandlingForm]: string } = {
  window: '窗口办理',
  online: '网上办理',
  mobile: '手机办理',
  express: '快递申请',
  other: '其他方式',
};
export const MODES: { [mode in ServiceMode]: string } = {
  'on-application': '依申请办理',
  instant: '秒批',
  seamless: '无感申办',
  'without-application': '免申即享',
};
export const LIMITS: { [kind in LimitKind]: string } = {
  promised: '承诺办结',
  statutory: '法定办结',
  notice: '告知补正内容',
  review: '告知是否受理',
  supplement: '提交补正材料',
  delivery: '送达结果',
  announcement: '公示',
  filing: '提出申请',
  renewal: '申请延续',
  opening: '可以申请延续',
  preliminary: '下级初审',
  'hearing-request': '申请听证',
  hearing: '组织听证',
  'hearing-notice': '通知听证时间、地点',
};
export const TRIGGERS: { [trigger in Trigger]: string } = {
  received: '收到申请',
  accepted: '受理',
  notified: '补正告知',
  supplemented: '补正完成',
  decided: '作出决定',
  announced: '公示',
  expires: '有效期届满',
  elapsed: '前一时限届满',
  forwarded: '上级收到初审意见',
  'hearing-told': '告知听证权利',
  'hearing-requested': '申请听证',
  'hearing-held': '举行听证',
};
export const CONTACTS: { [kind in ContactKind]: string } = {
  phone: '电话',
  online: '网上',
  window: '窗口',
  post: '信函',
};
export const RELIEF: { [kind in ReliefKind]: string } = {
  reconsideration: '行政复议',
  litigation: '行政诉讼',
  review: '复核、申诉',
};
export const NEEDS: { [need in Need]: string } = { required: '必要', optional: '非必要', deferrable: '可容缺后补' };
export const ORIGINS: { [origin in Origin]: string } = {
  applicant: '申请人自备',
  government: '政府部门核发',
  intermediary: '中介或法定机构出具',
  other: '其他来源',
};
export const SEVERITIES: { [severity in Severity]: string } = {
  must: '必须改',
  should: '建议改',
  advice: '提示',
  info: '说明',
};
const UNITS: { [unit in Unit]: string } = {
  'working-day': '个工作日',
  'calendar-day': '日',
  month: '个月',
  year: '年',
  hour: '小时',
};

/** What a state is called, and its tone. A mark stands before the word, so that the colour is never alone. */
export const STATES: { [state in State]: [string, string] } = {
  absent: ['可不提供', 'calm'],
  given: ['✓ 已备好', 'good'],
  faulty: ['✕ 需修改', 'bad'],
  missing: ['待提供', 'todo'],
  exempt: ['✓ 免提交', 'good'],
  deferred: ['可容缺后补', 'note'],
  committed: ['✓ 以承诺代替', 'good'],
  'not-needed': ['本次不需要', 'calm'],
  unknown: ['? 待确定', 'note'],
};

export const OUTCOMES: { [outcome in Outcome]: [string, string, string] } = {
  ready: ['材料看起来齐全', '没有发现必须修改的问题。您可以生成结果单，再到窗口或者网上提交。', 'good'],
  supplement: ['还有材料要补齐或者补正', '下面一次列出全部问题。都处理好以后，再核对一次即可。', 'bad'],
  'correct-on-the-spot': [
    '还有可以当场更正的内容',
    '下面一次列出全部问题。您可以现在改好，也可以带上证件到窗口当场更正。',
    'bad',
  ],
  unknown: ['还不能确定', '有问题没有回答，或者有文件读不出内容。处理下面各项后即可确定。', 'bad'],
  'not-required': [
    '按您的回答，可能不需要办理本事项',
    '请先看清下面的说明。是否需要办理，以主管机关答复为准。',
    'note',
  ],
  'not-competent': [
    '按您的回答，可能不归本机关办理',
    '请先看清下面的说明。由哪个机关办理，以主管机关答复为准。',
    'note',
  ],
};

/** Why the demo authority did not take or sign something. */
export const REFUSALS: { [code: string]: string } = {
  NO_AUTHORITY: '示例机关没有开。请用 make demo 启动本演示后再试。',
  APPLICATION_INCOMPLETE: '还有申请人信息或者情形问题没有填好，请返回修改后再提交。',
  TOO_LARGE: '内容过多，示例机关收不下。',
  NOT_SIGNED: '示例机关没有签名：没有这个办件，或者内容与它自己的记录不同。请回到核对页重新提交。',
  FILES_WANTED: '示例机关还没有收到全部文件，没有签名。请再试一次。',
  FILE_DIFFERS: '收到的文件与登记的不同，示例机关没有签名。请回到材料页重新选择文件。',
  TOO_MANY: '示例机关一时忙不过来，请稍后再试。',
  DOCUMENT_INVALID: '示例机关的记录不能成为文书，里面可能有不能写进文书的字符。',
  SIGNATURE_REFUSED: '拿到的签名没有通过校验。',
  TRUST_LIST_INVALID: '信任列表不能使用，签名无法校验。',
};

/** 2026年11月24日, whatever the device's own language and time zone. */
export function day(date: CivilDate): string {
  const [year, month, number] = date.split('-').map(Number);
  return `${year}年${month}月${number}日`;
}

export function span(amount: number, unit: Unit): string {
  return `${amount} ${UNITS[unit]}`;
}

/** What a limit is called. Of two of a kind, by the stage that it belongs to, else by its length. */
export function limitName({ limits, stages }: Item, limit: Limit): string {
  if (limits.filter(({ kind }) => kind === limit.kind).length < 2) return LIMITS[limit.kind];
  const stage = (stages || []).find((each) => each.limit === limit.id && each.name !== LIMITS[limit.kind]);
  return `${LIMITS[limit.kind]}（${stage ? stage.name : span(limit.amount, limit.unit)}）`;
}

/** From when a limit runs, and how long. */
export function running(item: Item, { trigger, amount, unit, after, kind }: Limit): string {
  if (kind === 'opening') return `有效期届满前 ${span(amount, unit)}起`;
  if (trigger === 'expires') return amount ? `有效期届满前 ${span(amount, unit)}` : '有效期届满之前';
  const before = item.limits.find(({ id }) => id === after);
  const event = trigger === 'elapsed' ? `${before ? LIMITS[before.kind] : '前一时限'}期满` : TRIGGERS[trigger];
  return amount ? `自${event}的次日起算，${span(amount, unit)}内` : `${event}当日`;
}

/** 示例: an example, not a published fact. It says so wherever it is shown. */
export function example(evidence?: Evidence): HTMLElement[] {
  return evidence === 'example' ? [make('span', { class: 'example' }, '示例')] : [];
}

/** The same of a fact that has no evidence of its own: this catalogue keeps it under keys of its own. */
export function exampleOf(entry: Item | Material, fact: string): HTMLElement[] {
  const [facts, list] = [entry['x-evidence'], entry['x-example']] as [
    { [fact: string]: Evidence } | undefined,
    string[] | undefined,
  ];
  return example((facts && facts[fact]) || (list && list.includes(fact) ? 'example' : undefined));
}

export function tag(word: string, tone = 'calm'): HTMLElement {
  return make('span', { class: `tag ${tone}` }, word);
}

export function kindWord(kind: FileKind): string {
  return kind === 'unknown' ? '无法识别的格式' : kind.toUpperCase();
}

export function size(bytes: number): string {
  const written = (value: number): string => String(Math.ceil(value * 10) / 10);
  return bytes < 1024
    ? `${bytes} B`
    : bytes < 1_048_576
      ? `${written(bytes / 1024)} KB`
      : `${written(bytes / 1_048_576)} MB`;
}
