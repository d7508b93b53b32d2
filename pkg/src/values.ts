// Written by `cargo xtask generate` from the field tables of the core. Every value is plain JSON.

/** A day in Asia/Shanghai, `YYYY-MM-DD`. */
export type CivilDate = string;
/** An instant in Asia/Shanghai, `YYYY-MM-DDThh:mm:ss+08:00`. */
export type Instant = string;
/** 32 bytes as 64 lower-case hexadecimal digits. */
export type Digest = string;
/** Any JSON value of our subset: numbers are integers. */
export type Json = null | boolean | number | string | Json[] | { [key: string]: Json };
/** The answer to a question; `null` is no answer, and no answer is not a no. */
export type Answer = null | boolean | string | string[];

export type Action =
  /** provide the material */
  | 'supply'
  /** provide one of several materials */
  | 'supply-one-of'
  /** choose another file */
  | 'replace'
  /** correct what was filled in */
  | 'correct'
  /** answer the question */
  | 'answer'
  /** look again whether it is right */
  | 'confirm'
  /** nothing to do */
  | 'none';

export type Actor =
  /** 实施主体 */
  | 'authority'
  /** 申请人 */
  | 'applicant';

export type Applies =
  /** it is part of this applicant's list */
  | 'yes'
  /** it is not */
  | 'no'
  /** an answer is missing that decides it */
  | 'unknown';

export type Audience =
  /** 自然人 */
  | 'natural-person'
  /** 企业法人 */
  | 'enterprise'
  /** 事业法人 */
  | 'institution'
  /** 社会组织法人 */
  | 'social-organisation'
  /** 非法人企业 */
  | 'unincorporated-enterprise'
  /** 行政机关 */
  | 'authority'
  /** 其他组织 */
  | 'other-organisation';

export type Certainty =
  /** every day counted stands in a published notice */
  | 'published'
  /** the count runs into a year whose notice is not out */
  | 'estimated'
  /** the count leaves the table */
  | 'unknown';

export type Channel =
  /** 网上办理 */
  | 'online'
  /** 窗口办理 */
  | 'window';

export type Class =
  /** 补齐: something is missing */
  | 'missing'
  /** 补正: something is defective */
  | 'defective'
  /** 技术: a file that the portal cannot take; another channel stays open */
  | 'technical'
  /** 提示 */
  | 'advice'
  /** 待定: not yet known */
  | 'pending';

export type DayKind =
  /** 工作日 */
  | 'working'
  /** 调休上班日: a Saturday or Sunday that is worked */
  | 'make-up'
  /** 周休息日 */
  | 'weekend'
  /** 放假: a weekday off */
  | 'holiday';

export type ErrorCode =
  /** the text is not JSON from here on */
  | 'JSON_SYNTAX'
  /** the bytes are not UTF-8, or begin with a byte order mark */
  | 'JSON_ENCODING'
  /** nested deeper than 32 */
  | 'JSON_DEPTH'
  /** larger than the limit for this kind of document */
  | 'JSON_TOO_LARGE'
  /** the same key twice in one object */
  | 'DUPLICATE_KEY'
  /** a key that the format does not have; own keys begin with `x-` */
  | 'UNKNOWN_KEY'
  /** a key that the format requires is absent */
  | 'KEY_MISSING'
  /** the value is of another type than the format has here */
  | 'TYPE_MISMATCH'
  /** `null` stands where the key should be left out */
  | 'NULL_VALUE'
  /** a word that is not in the list for this key */
  | 'UNKNOWN_WORD'
  /** a string holds half of a surrogate pair */
  | 'LONE_SURROGATE'
  /** a number that is not an integer; amounts are in the smallest unit */
  | 'NUMBER_NOT_INTEGER'
  /** a number outside the range for this key */
  | 'NUMBER_OUT_OF_RANGE'
  /** a string longer than the limit for this key */
  | 'STRING_TOO_LONG'
  /** a string that must not be empty */
  | 'STRING_EMPTY'
  /** more entries than the limit for this list */
  | 'TOO_MANY_ENTRIES'
  /** an identifier with other characters than letters, digits, `.`, `_`, `-` */
  | 'ID_INVALID'
  /** not a date of the calendar written `YYYY-MM-DD` */
  | 'DATE_INVALID'
  /** not an instant written `YYYY-MM-DDThh:mm:ss+08:00` */
  | 'INSTANT_INVALID'
  /** not a digest written as lower-case hexadecimal of 32 bytes */
  | 'DIGEST_INVALID'
  /** the format word is not one this version reads */
  | 'FORMAT_UNKNOWN'
  /** the document was written for a later version */
  | 'FORMAT_TOO_NEW'
  /** the same identifier twice */
  | 'DUPLICATE_ID'
  /** an identifier that is declared nowhere */
  | 'REFERENCE_UNKNOWN'
  /** a period that ends before it begins */
  | 'PERIOD_INVALID'
  /** a largest that is smaller than its smallest */
  | 'RANGE_INVALID'
  /** a question with options where it has none, or without where it needs them */
  | 'QUESTION_INVALID'
  /** not a region code of six digits (GB/T 2260) */
  | 'REGION_INVALID'
  /** a condition that is not exactly one of `all`, `any`, `not`, `question` */
  | 'CONDITION_INVALID'
  /** a condition that depends on itself */
  | 'CONDITION_CYCLE'
  /** the catalogue has faults, all of them listed */
  | 'CATALOGUE_INVALID'
  /** the application has faults, all of them listed */
  | 'APPLICATION_INVALID'
  /** the request has faults, all of them listed */
  | 'REQUEST_INVALID'
  /** no such catalogue is loaded */
  | 'CATALOGUE_UNKNOWN'
  /** the catalogue has no such item */
  | 'ITEM_UNKNOWN'
  /** the catalogue is not in force on that date */
  | 'CATALOGUE_NOT_IN_FORCE'
  /** the item is not in force on that date */
  | 'ITEM_NOT_IN_FORCE'
  /** an answer to a question the item does not ask */
  | 'QUESTION_UNKNOWN'
  /** an answer that is not one of the question's options */
  | 'ANSWER_INVALID'
  /** a material that the item does not list */
  | 'MATERIAL_UNKNOWN'
  /** the plan was made for another item, date, catalogue or other answers */
  | 'PLAN_MISMATCH'
  /** an event that cannot have happened in that order */
  | 'EVENT_ORDER'
  /** a date outside 2007-01-01 to 2050-12-31 */
  | 'DATE_OUT_OF_RANGE'
  /** no such inspection is open */
  | 'INSPECTION_UNKNOWN'
  /** the bytes are not those the inspection asked for */
  | 'INSPECTION_ORDER'
  /** the receipt number is not well formed */
  | 'NUMBER_INVALID';

export type EventKind =
  /** 收到申请 */
  | 'received'
  /** 补正告知 */
  | 'notified'
  /** 补正 */
  | 'supplemented'
  /** 受理 */
  | 'accepted'
  /** 作出决定 */
  | 'decided'
  /** 送达 */
  | 'delivered';

export type Evidence =
  /** 示例: an example, not a published fact */
  | 'example'
  /** read in the text of a statute */
  | 'statute'
  /** read on an official page */
  | 'published';

export type FileKind =
  /** none of the kinds below */
  | 'unknown'
  /** PDF */
  | 'pdf'
  /** JPEG */
  | 'jpeg'
  /** PNG */
  | 'png'
  /** GIF */
  | 'gif'
  /** WebP */
  | 'webp'
  /** TIFF, `BigTIFF` included */
  | 'tiff'
  /** Windows bitmap */
  | 'bmp'
  /** HEIC or HEIF, as iPhones save photos */
  | 'heic'
  /** AVIF */
  | 'avif'
  /** OFD (GB/T 33190) */
  | 'ofd'
  /** text document, OOXML */
  | 'docx'
  /** workbook, OOXML */
  | 'xlsx'
  /** presentation, OOXML */
  | 'pptx'
  /** Open Document Format */
  | 'odf'
  /** ZIP archive that is none of the above */
  | 'zip'
  /** text document of Word or WPS of the old kind (OLE) */
  | 'doc'
  /** workbook of Excel or WPS of the old kind (OLE) */
  | 'xls'
  /** presentation of PPT or WPS of the old kind (OLE) */
  | 'ppt'
  /** OLE container that is none of the above; an encrypted OOXML document is one */
  | 'ole'
  /** RTF */
  | 'rtf'
  /** RAR archive */
  | 'rar'
  /** 7-Zip archive */
  | '7z'
  /** Windows program */
  | 'exe';

export type FindingCode =
  /** a question is not answered on which the list of materials depends */
  | 'SIT_UNANSWERED'
  /** a required material is missing */
  | 'MAT_MISSING'
  /** a material is missing that the applicant's answers make necessary */
  | 'MAT_CONDITIONAL_MISSING'
  /** not enough materials of a one-of group */
  | 'MAT_ONE_OF_MISSING'
  /** a material is given that does not apply */
  | 'MAT_NOT_NEEDED'
  /** the authority can obtain the material itself */
  | 'MAT_EXEMPT'
  /** the material may be handed in later */
  | 'MAT_DEFERRED'
  /** not enough copies at the counter */
  | 'MAT_COPIES'
  /** fewer files than the material has sides or pages */
  | 'MAT_PAGE_MISSING'
  /** an empty file */
  | 'FILE_EMPTY'
  /** a kind of file that the catalogue does not accept for this material */
  | 'FILE_TYPE_NOT_ALLOWED'
  /** a file whose name says another kind than its bytes */
  | 'FILE_EXT_MISMATCH'
  /** a file larger than the catalogue allows */
  | 'FILE_TOO_LARGE'
  /** more files than the catalogue allows */
  | 'FILE_TOO_MANY'
  /** the same file under two materials */
  | 'FILE_DUPLICATE'
  /** a field that must be filled in */
  | 'FIELD_REQUIRED'
  /** an identity number that cannot be right */
  | 'ID_NUMBER_INVALID'
  /** a unified social credit code that cannot be right */
  | 'USCC_INVALID';

export type IdentifierKind =
  /** 公民身份号码 (GB 11643), 18 characters */
  | 'resident-id'
  /** 统一社会信用代码 (GB 32100), 18 characters */
  | 'uscc';

export type Light =
  /** more than a fifth of the limit is left */
  | 'normal'
  /** at most a fifth of the limit, or one day, is left */
  | 'soon'
  /** 当日到期 */
  | 'today'
  /** 超期 */
  | 'overdue'
  /** 已办结 */
  | 'ended';

export type LimitKind =
  /** 承诺办结时限 */
  | 'promised'
  /** 法定办结时限 */
  | 'statutory'
  /** 补正告知时限: by when the authority must name everything that is missing */
  | 'notice'
  /** 补正时限: by when the applicant must supply it */
  | 'supplement'
  /** 送达时限 */
  | 'delivery';

export type MaterialKind =
  /** 证件证书证明 */
  | 'certificate'
  /** 申请表格文书 */
  | 'form'
  /** 其他 */
  | 'other';

export type Need =
  /** 必要 */
  | 'required'
  /** 非必要 */
  | 'optional'
  /** 容缺后补: may be handed in later, against a commitment */
  | 'deferrable';

export type Outcome =
  /** something is not known yet: a question is open, or a file cannot be read */
  | 'unknown'
  /** 齐全: complete and in form */
  | 'ready'
  /** 当场更正: errors that can be put right on the spot */
  | 'correct-on-the-spot'
  /** 补正: to be supplemented */
  | 'supplement';

export type PartyKind =
  /** 自然人 */
  | 'person'
  /** 法人或者其他组织 */
  | 'organisation';

export type Procedure =
  /** 行政许可 */
  | 'licence'
  /** 登记 (市场主体登记等) */
  | 'registration'
  /** 行政确认 */
  | 'confirmation'
  /** 行政给付 */
  | 'benefit'
  /** 备案 */
  | 'filing'
  /** 公共服务 */
  | 'public-service'
  /** 投诉处理 */
  | 'complaint'
  /** 其他 */
  | 'other';

export type QuestionKind =
  /** yes or no */
  | 'boolean'
  /** 单选: one of the options */
  | 'choice'
  /** 多选: any of the options */
  | 'choices';

export type Severity =
  /** 必须改 */
  | 'must'
  /** 建议改 */
  | 'should'
  /** 提示 */
  | 'advice'
  /** 说明 */
  | 'info';

export type State =
  /** nothing handed in, and nothing has to be */
  | 'absent'
  /** handed in */
  | 'given'
  /** handed in, and something must be mended */
  | 'faulty'
  /** missing */
  | 'missing'
  /** 免提交 */
  | 'exempt'
  /** 容缺后补 */
  | 'deferred'
  /** does not apply */
  | 'not-needed'
  /** depends on a question that is not answered */
  | 'unknown';

export type Status =
  /** 现行有效 */
  | 'in-force'
  /** 征求意见稿: shapes the service, never printed as a basis */
  | 'draft'
  /** 已废止 */
  | 'repealed'
  /** 效力未核实: never printed as a basis */
  | 'unverified';

export type Trigger =
  /** 收到申请 */
  | 'received'
  /** 受理 */
  | 'accepted'
  /** 补正告知 */
  | 'notified'
  /** 作出决定 */
  | 'decided';

export type Unit =
  /** 工作日 */
  | 'working-day'
  /** 自然日 */
  | 'calendar-day'
  /** 月 */
  | 'month'
  /** 年 */
  | 'year';

export type Via =
  /** 上传 */
  | 'upload'
  /** 电子证照 */
  | 'e-licence'
  /** 告知承诺 */
  | 'commitment'
  /** 容缺后补 */
  | 'later'
  /** 纸质 */
  | 'paper';

/** 申请. */
export interface Application {
  /** The day it is to be filed. */
  on: CivilDate;
  /** 申办渠道; online if absent. */
  channel?: Channel;
  /** 申请人. */
  applicant?: Party;
  /** 代理人. */
  agent?: Party;
  /** 情形问题的回答. */
  answers?: { [key: string]: Answer };
  /** 已提交材料, by material. */
  materials?: { [key: string]: Submitted };
  /** Own keys begin with `x-`; they are kept and ignored. */
  [own: `x-${string}`]: unknown;
}

/** A question that this applicant is asked. */
export interface AskedQuestion {
  /** The question. */
  id: string;
  /** Whether it has been answered. */
  answered: boolean;
  /** Own keys begin with `x-`; they are kept and ignored. */
  [own: `x-${string}`]: unknown;
}

/** 实施主体: the authority that handles the item. */
export interface Authority {
  /** 名称. */
  name: string;
  /** 统一社会信用代码, where known. */
  uscc?: string;
  /** 咨询电话. */
  phone?: string;
  /** Own keys begin with `x-`; they are kept and ignored. */
  [own: `x-${string}`]: unknown;
}

/** 依据: what a rule rests on: `statute` with its place, or, where no statute stands behind it, the catalogue entry. */
export interface Basis {
  /** Identifier of the statute in the law register. */
  statute?: string;
  /** 条. */
  article?: number;
  /** 款. */
  paragraph?: number;
  /** 项. */
  item?: number;
  /** 效力状态, where the text is not simply in force. */
  status?: Status;
  /** 事项编码 of the catalogue entry. */
  catalogue?: string;
  /** Pointer inside that item, by identifier. */
  entry?: string;
  /** Own keys begin with `x-`; they are kept and ignored. */
  [own: `x-${string}`]: unknown;
}

/** The body of a self-check sheet. */
export interface Body {
  /** Always `precheck`. */
  type: string;
  /** 自查编号. */
  number: string;
  /** The version of this component. */
  producer: string;
  /** 事项编码. */
  item: string;
  /** 事项版本. */
  itemVersion: string;
  /** 事项名称. */
  itemName: string;
  /** 实施主体. */
  authority: string;
  /** The catalogue. */
  catalogue: CatalogueSeal;
  /** The plan that was checked against. */
  plan: Digest;
  /** 申请人, masked. */
  applicant?: PartyEntry;
  /** 代理人, masked. */
  agent?: PartyEntry;
  /** Every material of the item. */
  materials: MaterialEntry[];
  /** Every finding. */
  findings: FindingEntry[];
  /** What they come to. */
  outcome: Outcome;
  /** The day the check was made for. */
  on: CivilDate;
  /** 本机时间. */
  clientClock: Instant;
  /** The limits, as they would run. */
  deadlines: LimitEntry[];
  /** The calendar they were counted with. */
  calendar: CalendarRef;
  /** Own keys begin with `x-`; they are kept and ignored. */
  [own: `x-${string}`]: unknown;
}

/** 日历版本: what a deadline was computed with. */
export interface CalendarRef {
  /** 发文字号 of the last notice in the table. */
  notice: string;
  /** SM3 of the table: first and last year, and every day that departs from its weekday. */
  digest: Digest;
  /** First day answered for. */
  from: CivilDate;
  /** Last day published. */
  to: CivilDate;
  /** 29 to 31 December of the last published year can still be changed by the next notice. */
  yearEndOpen: boolean;
  /** Own keys begin with `x-`; they are kept and ignored. */
  [own: `x-${string}`]: unknown;
}

/** 办件事件. */
export interface CaseEvent {
  /** What happened. */
  type: EventKind;
  /** When: a day, or an instant whose day in Asia/Shanghai counts. */
  at: CivilDate | Instant;
  /** 文号 of the document about it. */
  document?: string;
  /** Own keys begin with `x-`; they are kept and ignored. */
  [own: `x-${string}`]: unknown;
}

/** 政务服务事项目录: a catalogue of items, the only source of what may be asked of an applicant. */
export interface CatalogueFile {
  /** The format. */
  format: 'yushen-catalogue/0.1';
  /** 目录名称. */
  name: string;
  /** 行政区划代码 (GB/T 2260), six digits. */
  region: string;
  /** 目录版本. */
  version: string;
  /** First day on which this catalogue is in force. */
  validFrom: CivilDate;
  /** Last day; absent, until the next version. */
  validTo?: CivilDate;
  /** Where the facts come from. */
  source: string;
  /** 事项. */
  items: Item[];
  /** Own keys begin with `x-`; they are kept and ignored. */
  [own: `x-${string}`]: unknown;
}

/** The catalogue a sheet was made with. */
export interface CatalogueSeal {
  /** 目录版本. */
  version: string;
  /** 行政区划代码. */
  region: string;
  /** SHA-256 of the ordered list of its items. */
  sha256: Digest;
  /** SM3 of the same. */
  sm3: Digest;
  /** Own keys begin with `x-`; they are kept and ignored. */
  [own: `x-${string}`]: unknown;
}

/** 预审结果. */
export interface CheckResult {
  /** The plan that was checked against. */
  plan: Digest;
  /** Every problem, at once. */
  findings: Finding[];
  /** Every material of the item, in catalogue order. */
  materials: MaterialState[];
  /** What the findings come to. */
  decision: Decision;
  /** Always `NOT_FILED`: nothing has been submitted, and this is no decision of an authority. */
  notice: string;
  /** Own keys begin with `x-`; they are kept and ignored. */
  [own: `x-${string}`]: unknown;
}

/** 情形选项: one answer a question can have. */
export interface Choice {
  /** Identifier, unique within its question. */
  id: string;
  /** The answer in words. */
  label: string;
  /** Materials that this answer asks for, beside those with a condition of their own. */
  materials?: string[];
  /** Own keys begin with `x-`; they are kept and ignored. */
  [own: `x-${string}`]: unknown;
}

/** 设定依据: an article of a statute, as the catalogue names it. */
export interface Citation {
  /** Identifier of the statute in the law register. */
  statute: string;
  /** 条. */
  article: number;
  /** 款. */
  paragraph?: number;
  /** 项. */
  item?: number;
  /** Own keys begin with `x-`; they are kept and ignored. */
  [own: `x-${string}`]: unknown;
}

/** 一个时限的进程. */
export interface Clock {
  /** The limit. */
  id: string;
  /** What it is for. */
  kind: LimitKind;
  /** Who must act. */
  actor: Actor;
  /** Of what it counts. */
  unit: Unit;
  /** The day of the event that starts it; counting begins the day after. */
  start: CivilDate;
  /** Last day before it is moved off a day off (民法典 203), where that moves it. */
  raw?: CivilDate;
  /** Last day; absent where the calendar does not reach. */
  due?: CivilDate;
  /** Days used: working days for a limit in working days, else calendar days. */
  used: number;
  /** Days left until the last day, negative when it is past; counted as `used`. */
  left?: number;
  /** How certain the last day is. */
  certainty: Certainty;
  /** How much time is left. */
  light: Light;
  /** Where the limit is written. */
  basis: Basis;
  /** Own keys begin with `x-`; they are kept and ignored. */
  [own: `x-${string}`]: unknown;
}

/** 条件: exactly one of `all`, `any`, `not`, or `question` with `is`. */
export interface Condition {
  /** True if every one is. */
  all?: Condition[];
  /** True if at least one is. */
  any?: Condition[];
  /** True if this is false. */
  not?: Condition;
  /** Identifier of the question whose answer decides. */
  question?: string;
  /** The answer that makes it true; of a list, any. */
  is?: Answer;
  /** Own keys begin with `x-`; they are kept and ignored. */
  [own: `x-${string}`]: unknown;
}

/** 预审结论. */
export interface Decision {
  /** What the findings come to. */
  outcome: Outcome;
  /** The rule that this outcome follows. */
  basis: Basis;
  /** The least that would make the application ready: the remedies of every `must`. */
  least: Remedy[];
  /** Materials that may be handed in later. */
  deferrable: string[];
  /** Always `true`: only the authority decides. */
  proposal: boolean;
  /** Own keys begin with `x-`; they are kept and ignored. */
  [own: `x-${string}`]: unknown;
}

/** 延期: how far a limit can be extended, once. */
export interface Extension {
  /** How many more, in the unit of the limit. */
  amount: number;
  /** 批准人, such as 登记机关负责人. */
  approver: string;
  /** Where that is written. */
  basis?: Citation;
  /** Own keys begin with `x-`; they are kept and ignored. */
  [own: `x-${string}`]: unknown;
}

/** 材料字段: a fact that a material states and the portal knows. */
export interface FieldRule {
  /** Identifier, unique within the material. */
  id: string;
  /** Its name in words. */
  label: string;
  /** Which identity number it is, if it is one. */
  identifier?: IdentifierKind;
  /** Whether it must be filled in. */
  required?: boolean;
  /** Own keys begin with `x-`; they are kept and ignored. */
  [own: `x-${string}`]: unknown;
}

/** 文件报告: what the inspector found of one file. */
export interface FileReport {
  /** 文件名, as the applicant has it. */
  name: string;
  /** Bytes. */
  size: number;
  /** Kind by bytes. */
  kind: FileKind;
  /** SHA-256 of the bytes. */
  sha256: Digest;
  /** SM3 of the bytes. */
  sm3: Digest;
  /** Own keys begin with `x-`; they are kept and ignored. */
  [own: `x-${string}`]: unknown;
}

/** 文件要求: what the files of a material must be. Nothing is required that does not stand here. */
export interface FileRule {
  /** Kinds accepted, by bytes; empty accepts every kind. */
  kinds?: FileKind[];
  /** Largest file in bytes; 1 KB is 1024 bytes. */
  maxBytes?: number;
  /** Fewest files, such as 2 for the two sides of a card. */
  min?: number;
  /** Most files. */
  max?: number;
  /** Where the rule is published. */
  note?: string;
  /** Own keys begin with `x-`; they are kept and ignored. */
  [own: `x-${string}`]: unknown;
}

/** 预审问题. */
export interface Finding {
  /** What falls short. */
  code: FindingCode;
  /** How grave it is. */
  severity: Severity;
  /** Of which class it is. */
  class: Class;
  /** JSON Pointer into the application. */
  path: string;
  /** The material. */
  material?: string;
  /** The field of the material. */
  field?: string;
  /** The file of the material, counted from 0. */
  file?: number;
  /** Counts, limits and identifiers that the sentence needs. */
  params?: { [key: string]: number | string };
  /** What it rests on. */
  basis: Basis;
  /** What to do. */
  remedy: Remedy;
  /** Own keys begin with `x-`; they are kept and ignored. */
  [own: `x-${string}`]: unknown;
}

/** A finding as the sheet shows it. */
export interface FindingEntry {
  /** What falls short. */
  code: FindingCode;
  /** How grave it is. */
  severity: Severity;
  /** Of which class it is. */
  class: Class;
  /** JSON Pointer into the application. */
  path: string;
  /** What is wrong. */
  what: string;
  /** What to do. */
  how: string;
  /** What it rests on. */
  basis: Basis;
  /** The same in words. */
  basisText: string;
  /** Own keys begin with `x-`; they are kept and ignored. */
  [own: `x-${string}`]: unknown;
}

/** 多选一: materials of which `min` suffice. */
export interface Group {
  /** Identifier, unique within the item. */
  id: string;
  /** What the group proves, in words. */
  name: string;
  /** How many suffice; 1 if absent. */
  min?: number;
  /** Own keys begin with `x-`; they are kept and ignored. */
  [own: `x-${string}`]: unknown;
}

/** 证件: an identity number and its kind. */
export interface Identifier {
  /** 证件类型. */
  kind: IdentifierKind;
  /** 证件号码. */
  value: string;
  /** The applicant says that the number stands on the document exactly so. */
  confirmed?: boolean;
  /** Own keys begin with `x-`; they are kept and ignored. */
  [own: `x-${string}`]: unknown;
}

/** What an identity number is worth, for a form field at every keystroke. */
export interface IdentifierResult {
  /** Whether nothing is wrong with it. */
  valid: boolean;
  /** The finding it would give. */
  code?: FindingCode;
  /** What is wrong. */
  why?: string;
  /** What was most likely meant. */
  suggestion?: string;
  /** Own keys begin with `x-`; they are kept and ignored. */
  [own: `x-${string}`]: unknown;
}

/** 事项: the smallest unit that is actually handled (最小实际办理子项). */
export interface Item {
  /** 事项编码, unique within the catalogue on any day. */
  code: string;
  /** 事项版本. */
  version: string;
  /** 事项名称. */
  name: string;
  /** 程序类型, which decides what law the procedure lives by. */
  procedure: Procedure;
  /** 实施主体. */
  authority: Authority;
  /** 服务对象. */
  audience: Audience[];
  /** First day on which it can be applied for. */
  validFrom: CivilDate;
  /** Last day; absent, without end. */
  validTo?: CivilDate;
  /** 设定依据. */
  basis: Citation[];
  /** 申请人的证件类型: which identity number the applicant must have, where the item asks for one. */
  applicant?: IdentifierKind;
  /** 情形问题, in the order in which they are asked. */
  questions?: Question[];
  /** 申请材料. */
  materials: Material[];
  /** 多选一. */
  groups?: Group[];
  /** 时限. */
  limits: Limit[];
  /** 说明, shown with the item. */
  notes?: string[];
  /** Own keys begin with `x-`; they are kept and ignored. */
  [own: `x-${string}`]: unknown;
}

/** 事项摘要. */
export interface ItemSummary {
  /** 事项编码. */
  code: string;
  /** 事项名称. */
  name: string;
  /** 实施主体. */
  authority: string;
  /** First day in force. */
  validFrom: CivilDate;
  /** Last day in force. */
  validTo?: CivilDate;
  /** Own keys begin with `x-`; they are kept and ignored. */
  [own: `x-${string}`]: unknown;
}

/** 时限: one limit. Unit, trigger, extension and basis belong to each limit, not to the item. */
export interface Limit {
  /** Identifier, unique within the item. */
  id: string;
  /** What it is for. */
  kind: LimitKind;
  /** The event that starts it. */
  trigger: Trigger;
  /** How many; 0 is the same day. */
  amount: number;
  /** Of what. */
  unit: Unit;
  /** 延期. */
  extension?: Extension;
  /** 依据; absent, the catalogue entry itself. */
  basis?: Citation;
  /** How well this is known. */
  evidence: Evidence;
  /** Own keys begin with `x-`; they are kept and ignored. */
  [own: `x-${string}`]: unknown;
}

/** A limit, counted as if the event that starts it fell on the day of the check. */
export interface LimitEntry {
  /** What it is for. */
  kind: LimitKind;
  /** The event assumed. */
  trigger: Trigger;
  /** The day assumed for it. */
  start: CivilDate;
  /** The last day. */
  due?: CivilDate;
  /** How certain it is. */
  certainty: Certainty;
  /** Where the limit is written. */
  basis: Basis;
  /** Own keys begin with `x-`; they are kept and ignored. */
  [own: `x-${string}`]: unknown;
}

/** A name and its value. */
export interface Line {
  /** The name. */
  name: string;
  /** The value. */
  value: string;
  /** Own keys begin with `x-`; they are kept and ignored. */
  [own: `x-${string}`]: unknown;
}

/** A catalogue that has been loaded. */
export interface Loaded {
  /** What later calls name it by. */
  handle: number;
  /** 目录名称. */
  name: string;
  /** 行政区划代码. */
  region: string;
  /** 目录版本. */
  version: string;
  /** First day in force. */
  validFrom: CivilDate;
  /** Last day in force. */
  validTo?: CivilDate;
  /** Items in it. */
  items: number;
  /** Own keys begin with `x-`; they are kept and ignored. */
  [own: `x-${string}`]: unknown;
}

/** 申请材料. */
export interface Material {
  /** Identifier, unique within the item. */
  id: string;
  /** 材料名称. */
  name: string;
  /** 材料类型. */
  kind: MaterialKind;
  /** 材料必要性. */
  need: Need;
  /** When it applies; absent, always — unless an option of a question asks for it by name. */
  when?: Condition;
  /** 多选一: the group of materials of which some suffice. */
  group?: string;
  /** 免提交: the authority can obtain it through data sharing, so nobody may be asked for it. */
  shared?: boolean;
  /** 份数 at the counter; an electronic application needs no copies. */
  copies?: number;
  /** What its files must be. */
  files?: FileRule;
  /** Facts it states. */
  fields?: FieldRule[];
  /** 要求提供材料的依据; absent, the catalogue entry itself. */
  basis?: Citation;
  /** How well this is known. */
  evidence: Evidence;
  /** Own keys begin with `x-`; they are kept and ignored. */
  [own: `x-${string}`]: unknown;
}

/** A material as the sheet shows it. */
export interface MaterialEntry {
  /** The material. */
  id: string;
  /** 材料名称. */
  name: string;
  /** How it stands. */
  state: State;
  /** Its files with their digests. */
  files?: FileReport[];
  /** Own keys begin with `x-`; they are kept and ignored. */
  [own: `x-${string}`]: unknown;
}

/** How one material stands. */
export interface MaterialState {
  /** The material. */
  id: string;
  /** How it stands. */
  state: State;
  /** Files handed in. */
  files?: number;
  /** Own keys begin with `x-`; they are kept and ignored. */
  [own: `x-${string}`]: unknown;
}

/** 提示语: a finding in words. */
export interface Message {
  /** What is wrong. */
  what: string;
  /** What to do. */
  how: string;
  /** What it rests on. */
  basis: string;
  /** Own keys begin with `x-`; they are kept and ignored. */
  [own: `x-${string}`]: unknown;
}

/** A document, ready to be written. */
export interface Model {
  /** 语言 (BCP 47). */
  lang: string;
  /** 标题. */
  title: string;
  /** The line that stands first and says what the document is not. */
  first: string;
  /** Names and values. */
  lines: Line[];
  /** Tables. */
  tables: Table[];
  /** Sentences at the end. */
  notes: string[];
  /** Own keys begin with `x-`; they are kept and ignored. */
  [own: `x-${string}`]: unknown;
}

/** A question that stands open, and the materials its answer helps to settle. */
export interface OpenQuestion {
  /** The question. */
  question: string;
  /** The materials. */
  settles: string[];
  /** Own keys begin with `x-`; they are kept and ignored. */
  [own: `x-${string}`]: unknown;
}

/** 申请人 or 代理人. */
export interface Party {
  /** Person or organisation. */
  kind: PartyKind;
  /** 姓名 or 名称. */
  name?: string;
  /** 证件. */
  identifier?: Identifier;
  /** 联系电话. */
  phone?: string;
  /** 住址 or 住所. */
  address?: string;
  /** Own keys begin with `x-`; they are kept and ignored. */
  [own: `x-${string}`]: unknown;
}

/** A party, masked: a sheet is shown around. */
export interface PartyEntry {
  /** 姓名 (first character and `*`) or 名称. */
  name?: string;
  /** 证件类型. */
  kind?: IdentifierKind;
  /** 证件号码: of a person its first three and last two characters. */
  identifier?: string;
  /** Own keys begin with `x-`; they are kept and ignored. */
  [own: `x-${string}`]: unknown;
}

/** 适用材料清单. */
export interface Plan {
  /** SM3 over item digest, answers and date: what this plan is a plan of. */
  ref: Digest;
  /** 事项编码. */
  item: string;
  /** The day it is made for. */
  on: CivilDate;
  /** Every material of the item, in catalogue order. */
  materials: PlannedMaterial[];
  /** The questions to show, in order. */
  questions: AskedQuestion[];
  /** The questions whose answer would settle something, the most useful first. */
  open: OpenQuestion[];
  /** Own keys begin with `x-`; they are kept and ignored. */
  [own: `x-${string}`]: unknown;
}

/** A material in the light of the answers. */
export interface PlannedMaterial {
  /** The material. */
  id: string;
  /** Whether it applies. */
  applies: Applies;
  /** 必要性. */
  need: Need;
  /** 免提交: obtained through data sharing. */
  shared?: boolean;
  /** The one-of group it belongs to. */
  group?: string;
  /** The questions whose answers decided, or would decide, that it applies; none if it always does. */
  because?: string[];
  /** Own keys begin with `x-`; they are kept and ignored. */
  [own: `x-${string}`]: unknown;
}

/** What the host adds to a check to make a sheet of it. */
export interface PrecheckRequest {
  /** 自查编号, made by `precheckNumber`. */
  number: string;
  /** 本机时间, as the device says it; it proves nothing. */
  clientClock: Instant;
  /** Own keys begin with `x-`; they are kept and ignored. */
  [own: `x-${string}`]: unknown;
}

/** 情形问题: one question. Questions stand in the order in which they are asked. */
export interface Question {
  /** Identifier, unique within the item. */
  id: string;
  /** The question in words. */
  label: string;
  /** What helps to answer it. */
  help?: string;
  /** What an answer looks like. */
  kind: QuestionKind;
  /** The options of a choice. */
  options?: Choice[];
  /** When the question is asked; it may look at earlier questions only. */
  when?: Condition;
  /** Own keys begin with `x-`; they are kept and ignored. */
  [own: `x-${string}`]: unknown;
}

/** 处理方式: what to do, and where. */
export interface Remedy {
  /** What to do. */
  action: Action;
  /** JSON Pointer into the application: where to do it. */
  path: string;
  /** The materials of which one suffices. */
  oneOf?: string[];
  /** Own keys begin with `x-`; they are kept and ignored. */
  [own: `x-${string}`]: unknown;
}

/** A document in words. */
export interface Rendered {
  /** As plain text. */
  text: string;
  /** As one HTML page for the screen and for A4, without script, image or link. */
  html: string;
  /** As title, lines, tables and notes, for a page that builds its own view. */
  model: Model;
  /** Own keys begin with `x-`; they are kept and ignored. */
  [own: `x-${string}`]: unknown;
}

/** 时限表. */
export interface Schedule {
  /** Every clock that an event has started, in the order of the limits. */
  clocks: Clock[];
  /** What it was computed with. */
  calendar: CalendarRef;
  /** Own keys begin with `x-`; they are kept and ignored. */
  [own: `x-${string}`]: unknown;
}

/** What a schedule is computed from. */
export interface ScheduleRequest {
  /** 事项编码: the basis of a limit that names no statute. */
  item: string;
  /** The limits, as the catalogue has them. */
  limits: Limit[];
  /** What has happened. */
  events: CaseEvent[];
  /** The day on which the question is asked. */
  on: CivilDate;
  /** Own keys begin with `x-`; they are kept and ignored. */
  [own: `x-${string}`]: unknown;
}

/** A self-check sheet: nothing but its body, since nobody has signed it. */
export interface Sheet {
  /** The format. */
  format: string;
  /** The body. */
  body: Body;
  /** Own keys begin with `x-`; they are kept and ignored. */
  [own: `x-${string}`]: unknown;
}

/** 已提交材料: one material as provided. */
export interface Submitted {
  /** How it is provided. */
  via: Via;
  /** Its files. */
  files?: FileReport[];
  /** Copies brought to the counter. */
  copies?: number;
  /** Facts it states, by field. */
  fields?: { [key: string]: Json };
  /** Own keys begin with `x-`; they are kept and ignored. */
  [own: `x-${string}`]: unknown;
}

/** A table with its caption. */
export interface Table {
  /** Its caption. */
  caption: string;
  /** Heads of its columns. */
  head: string[];
  /** Its rows; a cell may be empty. */
  rows: string[][];
  /** Own keys begin with `x-`; they are kept and ignored. */
  [own: `x-${string}`]: unknown;
}

/** 版本: four of them, never one. */
export interface Versions {
  /** The component. */
  library: string;
  /** The law register: when it was last compared with the texts. */
  rules: string;
  /** The calendar: 发文字号 of its last notice. */
  calendar: string;
  /** The catalogue format it reads. */
  schema: string;
  /** Last published day of the calendar. */
  publishedTo: CivilDate;
  /** Own keys begin with `x-`; they are kept and ignored. */
  [own: `x-${string}`]: unknown;
}
