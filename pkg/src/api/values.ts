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
  /** wait for a later day */
  | 'wait'
  /** wait for the earlier application, or withdraw it */
  | 'withdraw'
  /** look again whether it is right */
  | 'confirm'
  /** nothing to do */
  | 'none';

export type Active =
  /** JavaScript */
  | 'script'
  /** starts another program */
  | 'launch'
  /** files inside the file */
  | 'attachment'
  /** film and sound */
  | 'media'
  /** a form of another format inside (XFA) */
  | 'xfa';

export type Actor =
  /** 实施主体 */
  | 'authority'
  /** 申请人 */
  | 'applicant';

export type AgencyEffect =
  /** 计入: it stays a working day of the authority's */
  | 'counts'
  /** 不计入: it is no working day; only with an official document */
  | 'excluded';

export type Algorithm =
  /** SM2 over SM3 (GB/T 32918.2, GM/T 0009), with the identity of the signer */
  | 'SM2SM3'
  /** Ed25519 (RFC 8032), verified strictly */
  | 'EdDSA'
  /** ECDSA over P-256 and SHA-256 (FIPS 186-5) */
  | 'ES256';

export type Appearing =
  /** it is found under the newer version only */
  | 'appears'
  /** it is found under the older version only */
  | 'disappears';

export type ApplicantEffect =
  /** 顺延: a last day of the applicant's moves to the next working day */
  | 'rolls'
  /** 不顺延 */
  | 'stays';

export type Applies =
  /** it is part of this applicant's list */
  | 'yes'
  /** it is not */
  | 'no'
  /** an answer is missing that decides it */
  | 'unknown';

export type ApprovedBy =
  /** 本行政机关负责人 */
  | 'head-of-authority'
  /** 本级人民政府负责人 */
  | 'head-of-government';

export type Asking =
  /** it is asked now */
  | 'asked'
  /** it is not asked any more */
  | 'no-longer-asked'
  /** 需要重新回答: it is asked as before, and the answer does not fit any more */
  | 'anew';

export type Aspect =
  /** 适用材料清单: a material or a question stands differently */
  | 'plan'
  /** a material that is handed in under both must be something else */
  | 'rules'
  /** 预审问题 */
  | 'findings'
  /** 预审结论 */
  | 'outcome'
  /** 时限: a last day */
  | 'deadlines';

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

export type Burden =
  /** it asks nothing else */
  | 'same'
  /** it asks more */
  | 'more'
  /** it asks less */
  | 'less'
  /** it depends on the applicant, or on words that only people understand */
  | 'unknown';

export type Certainty =
  /** every day counted stands in a published notice */
  | 'published'
  /** the count runs into a year whose notice is not out */
  | 'estimated'
  /** the count leaves the table */
  | 'unknown';

export type ChangeKind =
  /** 新增事项 */
  | 'item-added'
  /** 取消事项 */
  | 'item-removed'
  /** the item itself: who handles it, by which procedure, for whom; or a key that nobody reads */
  | 'item-changed'
  /** 有效期 or 受理时段 */
  | 'period-changed'
  /** 新增情形问题 */
  | 'question-added'
  /** 取消情形问题 */
  | 'question-removed'
  /** a question: its options, when it is asked, which materials its answers ask for */
  | 'question-changed'
  /** 新增材料 */
  | 'material-added'
  /** 取消材料 */
  | 'material-removed'
  /** whether a material has to be handed in: need, condition, one-of group, sharing, deferral, commitment */
  | 'material-need-changed'
  /** what a material must be: files, fields, copies, validity, signature */
  | 'material-rule-changed'
  /** 新增时限 */
  | 'limit-added'
  /** 取消时限 */
  | 'limit-removed'
  /** 时限缩短 */
  | 'limit-shorter'
  /** 时限延长 */
  | 'limit-longer'
  /** what a limit counts, from when, or what it leaves out */
  | 'limit-changed'
  /** 收费 */
  | 'fee-changed'
  /** 办理条件, 前置事项, 前置判断, 数量限制 */
  | 'requirement-changed'
  /** 电子表单 */
  | 'form-changed'
  /** 相关人 */
  | 'role-changed'
  /** 办事指南: places, steps, results, channels */
  | 'guide-changed'
  /** 依据, or how well a fact is known */
  | 'basis-changed'
  /** names, labels and notes */
  | 'wording-changed';

export type Channel =
  /** 网上办理 */
  | 'online'
  /** 窗口办理 */
  | 'window';

export type CheckName =
  /** 格式 */
  | 'format'
  /** 正文 */
  | 'body'
  /** 正文与首部一致 */
  | 'head'
  /** 信任列表 */
  | 'trust-list'
  /** 出具时间 */
  | 'issued'
  /** 签名密钥 */
  | 'key'
  /** 出具机关 */
  | 'issuer'
  /** 签名 */
  | 'signature'
  /** 目录版本 */
  | 'catalogue'
  /** 办结日 */
  | 'deadlines'
  /** 文件 */
  | 'files'
  /** 上一文书 */
  | 'history'
  /** 与预期一致 */
  | 'expected'
  /** 电子印章 */
  | 'seal'
  /** 办理状态 */
  | 'status'
  /** 字符 */
  | 'characters'
  /** 自查时间 */
  | 'age';

export type CheckOutcome =
  /** 通过 */
  | 'pass'
  /** 不通过 */
  | 'fail'
  /** 留意 */
  | 'warn'
  /** 未检查 */
  | 'skipped';

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

export type ClosingCause =
  /** 申请人撤回 */
  | 'withdrawn'
  /** 逾期未补正 */
  | 'not-supplemented'
  /** 不属于本机关职权 */
  | 'not-competent'
  /** 其他 */
  | 'other';

export type Colour =
  /** shades of grey */
  | 'grey'
  /** red, green and blue */
  | 'rgb'
  /** a list of colours */
  | 'palette'
  /** four printing colours */
  | 'cmyk';

export type Consequence =
  /** 无 */
  | 'none'
  /** 视为放弃申请 */
  | 'abandoned'
  /** 不予受理 */
  | 'refused'
  /** 退件 */
  | 'returned';

export type ContactKind =
  /** 电话 */
  | 'phone'
  /** 网址 */
  | 'online'
  /** 窗口 */
  | 'window'
  /** 信函地址 */
  | 'post';

export type Damage =
  /** it ends before its end: a download or transfer that broke off */
  | 'cut'
  /** nothing but zeros */
  | 'zeros';

export type DayKind =
  /** 工作日 */
  | 'working'
  /** 调休上班日: a Saturday or Sunday that is worked */
  | 'make-up'
  /** 周休息日 */
  | 'weekend'
  /** 放假: a weekday off */
  | 'holiday';

export type DefectClass =
  /** 补齐: missing */
  | 'missing'
  /** 补正: there, but defective */
  | 'defective';

export type Demand =
  /** the version does not list it */
  | 'not-listed'
  /** it does not apply to this applicant */
  | 'not-needed'
  /** an answer is missing that decides it */
  | 'open'
  /** 免提交 */
  | 'exempt'
  /** 非必要 */
  | 'optional'
  /** 容缺后补 */
  | 'deferrable'
  /** 必要 */
  | 'needed';

export type DocumentKind =
  /** 材料自查结果单: self-made, unsigned, never an acceptance */
  | 'precheck'
  /** 电子受理回执 */
  | 'acceptance'
  /** 一次性补正告知书 */
  | 'supplement'
  /** 不予受理决定书: another authority is competent */
  | 'refusal'
  /** 收件凭证 */
  | 'received'
  /** 延期告知书 */
  | 'extension'
  /** 特别程序告知书 */
  | 'special-procedure'
  /** 告知不受理: nothing has to be applied for */
  | 'not-required'
  /** 终止办理（退件）通知书 */
  | 'closed'
  /** 申请人承诺书: signed by the applicant */
  | 'commitment';

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
  /** not a time of the day written `hh:mm` */
  | 'TIME_INVALID'
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
  /** a material of a role that is in a one-of group, which belongs to the application as a whole */
  | 'ROLE_INVALID'
  /** a limit without the trigger or the time that its kind needs */
  | 'LIMIT_INVALID'
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
  /** the item has not been loaded yet: bring the files that `needs` names */
  | 'ITEM_NOT_LOADED'
  /** a file of a delivery has faults, all of them listed */
  | 'DELIVERY_INVALID'
  /** the bytes of a file are not those that its name, or the index, says */
  | 'DELIVERY_TAMPERED'
  /** a manifest older than the catalogue in use */
  | 'DELIVERY_ROLLBACK'
  /** the item is not in force on that date */
  | 'ITEM_NOT_IN_FORCE'
  /** an answer to a question the item does not ask */
  | 'QUESTION_UNKNOWN'
  /** an answer that is not one of the question's options */
  | 'ANSWER_INVALID'
  /** a role that the item does not have */
  | 'ROLE_UNKNOWN'
  /** a material that the item does not list, or not here */
  | 'MATERIAL_UNKNOWN'
  /** the plan was made for another item, date, catalogue or other answers */
  | 'PLAN_MISMATCH'
  /** an event that cannot have happened in that order */
  | 'EVENT_ORDER'
  /** a date outside 2007-01-01 to 2050-12-31 */
  | 'DATE_OUT_OF_RANGE'
  /** a year that does not follow the years that are known */
  | 'CALENDAR_GAP'
  /** a day that is both off and worked, or worked although it is a weekday */
  | 'CALENDAR_CONFLICT'
  /** no calendar with this digest is loaded */
  | 'CALENDAR_UNKNOWN'
  /** no sentences in this language are loaded */
  | 'LOCALE_UNKNOWN'
  /** no such inspection is open */
  | 'INSPECTION_UNKNOWN'
  /** the bytes are not those the inspection asked for */
  | 'INSPECTION_ORDER'
  /** the receipt number is not well formed */
  | 'NUMBER_INVALID'
  /** a character that has no width, turns the text, or controls a device */
  | 'CHARACTER_FORBIDDEN'
  /** a text that is not in Unicode's composed form (NFC) */
  | 'TEXT_NOT_NFC'
  /** the document has faults, all of them listed */
  | 'DOCUMENT_INVALID'
  /** a field that documents of this kind do not have */
  | 'FIELD_NOT_OF_KIND'
  /** an option that this form of receipt has nothing to be compared with, or no place for */
  | 'OPTION_NOT_OF_FORM'
  /** a basis that is a draft, repealed or not verified */
  | 'BASIS_NOT_BINDING'
  /** the licensing law, named for an item that is no licence */
  | 'BASIS_NOT_APPLICABLE'
  /** a date that rests on days not yet published, stated as certain */
  | 'ESTIMATE_PROMISED'
  /** not a unified social credit code whose check character fits */
  | 'CREDIT_CODE_INVALID'
  /** the signature that came back does not verify */
  | 'SIGNATURE_REFUSED'
  /** the trust list has faults, all of them listed */
  | 'TRUST_LIST_INVALID'
  /** the list is not signed by a root */
  | 'TRUST_LIST_SIGNATURE'
  /** a newer list has been seen */
  | 'TRUST_LIST_ROLLBACK'
  /** another list of the same number has been seen */
  | 'TRUST_LIST_EQUIVOCATION'
  /** a list whose next update is before its issue */
  | 'TRUST_LIST_PERIOD'
  /** not what a receipt, or its QR code, can hold */
  | 'RECEIPT_INVALID'
  /** not base64url without padding */
  | 'ENCODING_INVALID'
  /** not an address that begins with `https://` and has no fragment */
  | 'URL_INVALID'
  /** more than a QR code of the size allowed can hold */
  | 'CODE_TOO_LONG';

export type EventKind =
  /** 收到申请 */
  | 'received'
  /** 补正告知 */
  | 'notified'
  /** 补正 */
  | 'supplemented'
  /** 受理 */
  | 'accepted'
  /** 不予受理 */
  | 'refused'
  /** 中止计时: the time of a hearing, an inspection and the like begins (行政许可法 45) */
  | 'suspended'
  /** 恢复计时: its result is received */
  | 'resumed'
  /** 批准延期 */
  | 'extended'
  /** 上级收到下级的初审意见 */
  | 'forwarded'
  /** 作出决定 */
  | 'decided'
  /** 送达 */
  | 'delivered'
  /** 撤回申请 */
  | 'withdrawn'
  /** 移送有权机关 */
  | 'transferred'
  /** 终止办理 */
  | 'closed'
  /** 告知听证权利 */
  | 'hearing-told'
  /** 申请听证 */
  | 'hearing-requested'
  /** 举行听证, which may lie ahead */
  | 'hearing-held'
  /** 公示 */
  | 'announced'
  /** 有效期届满: the last day of a certificate, which may lie ahead */
  | 'expires';

export type Evidence =
  /** 示例: an example, not a published fact */
  | 'example'
  /** read in the text of a statute */
  | 'statute'
  /** read on an official page */
  | 'published';

export type Fact =
  /** 申请人姓名或名称 */
  | 'applicant-name'
  /** 申请人证件号码 */
  | 'applicant-number'
  /** 申请人住址或住所 */
  | 'applicant-address'
  /** 代理人姓名 */
  | 'agent-name'
  /** 代理人证件号码 */
  | 'agent-number'
  /** 法定代表人（负责人）姓名 */
  | 'representative-name'
  /** 法定代表人（负责人）证件号码 */
  | 'representative-number'
  /** 单位名称 */
  | 'organisation-name'
  /** 单位统一社会信用代码 */
  | 'organisation-code'
  /** 经营场所、住所地址 */
  | 'premises-address';

export type FieldType =
  /** any text */
  | 'text'
  /** a date `YYYY-MM-DD` */
  | 'date'
  /** a whole number */
  | 'number';

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
  /** two answers that contradict each other */
  | 'SIT_CONFLICT'
  /** by the answers, a condition may not be met */
  | 'SIT_NOT_ELIGIBLE'
  /** by the answers, the matter may need no handling at all */
  | 'ITEM_NOT_REQUIRED'
  /** by the answers, another authority may be competent */
  | 'ITEM_NOT_COMPETENT'
  /** an application for the same item is under way, and the catalogue allows one at a time */
  | 'ITEM_DUPLICATE'
  /** applications are taken only from a later day on */
  | 'CAT_NOT_OPEN'
  /** applications are not taken on this day */
  | 'WINDOW_CLOSED'
  /** the number of grants is limited */
  | 'QUOTA_LIMITED'
  /** an agent acts, and nothing proves that he may */
  | 'AGENT_UNPROVEN'
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
  /** the original must be shown or handed over */
  | 'MAT_ORIGINAL'
  /** a translation into Chinese is needed */
  | 'MAT_TRANSLATION'
  /** notarisation or authentication is needed */
  | 'MAT_AUTHENTICATED'
  /** a written commitment may stand in the place of the material */
  | 'PROMISE_AVAILABLE'
  /** an empty file */
  | 'FILE_EMPTY'
  /** a kind of file that the catalogue does not accept for this material */
  | 'FILE_TYPE_NOT_ALLOWED'
  /** a file whose name says another kind than its bytes */
  | 'FILE_EXT_MISMATCH'
  /** a file larger than the catalogue allows */
  | 'FILE_TOO_LARGE'
  /** a file so small that it is probably a thumbnail */
  | 'FILE_TOO_SMALL'
  /** a file name that other systems may not take */
  | 'FILE_NAME'
  /** more files than the catalogue allows */
  | 'FILE_TOO_MANY'
  /** the same file under two materials */
  | 'FILE_DUPLICATE'
  /** a file that ends before its end */
  | 'FILE_TRUNCATED'
  /** a PDF that needs a password to be opened */
  | 'PDF_PASSWORD'
  /** more or fewer pages than the catalogue says */
  | 'PDF_PAGES'
  /** a PDF in which something runs or hides */
  | 'PDF_ACTIVE'
  /** a PDF of images only, where the catalogue would rather have the original */
  | 'PDF_NO_TEXT'
  /** a document that needs a password to be opened */
  | 'OFFICE_PASSWORD'
  /** a document with macros */
  | 'OFFICE_MACRO'
  /** an archive that cannot be unpacked without care */
  | 'ZIP_UNSAFE'
  /** a picture that may be blurred */
  | 'IMG_BLURRY'
  /** a picture that may be too dark */
  | 'IMG_DARK'
  /** a picture that may be too bright */
  | 'IMG_BRIGHT'
  /** a page or picture that looks blank */
  | 'IMG_BLANK'
  /** a picture of few pixels */
  | 'IMG_LOW_RES'
  /** a picture that lies on its side in the file */
  | 'IMG_ROTATED'
  /** a picture that says where it was taken */
  | 'IMG_GPS'
  /** a photo that is not as the catalogue wants it */
  | 'PHOTO_SPEC'
  /** a field that must be filled in */
  | 'FIELD_REQUIRED'
  /** an identity number that cannot be right */
  | 'ID_NUMBER_INVALID'
  /** a unified social credit code that cannot be right */
  | 'USCC_INVALID'
  /** another number — of a permit, a certificate, a card, a telephone — that may not be right */
  | 'IDENTIFIER_INVALID'
  /** more characters than the form takes */
  | 'FIELD_TOO_LONG'
  /** a field of the form that is no whole number */
  | 'FIELD_NOT_NUMBER'
  /** a total that is not the sum of its parts */
  | 'FIELD_SUM'
  /** fewer people in a role than there must be */
  | 'PARTY_MISSING'
  /** more people in a role than there can be */
  | 'PARTY_TOO_MANY'
  /** the same fact is written differently in two places */
  | 'ID_MISMATCH'
  /** a document has expired */
  | 'DATE_EXPIRED'
  /** a document expires before the promised day */
  | 'DATE_EXPIRES_SOON'
  /** a document was issued too long ago */
  | 'DATE_TOO_OLD'
  /** a date that cannot be right */
  | 'DATE_IMPOSSIBLE'
  /** a signature has not been seen */
  | 'SIGN_MISSING'
  /** a seal has not been seen */
  | 'SEAL_MISSING'
  /** an old version of the form */
  | 'TEMPLATE_OLD'
  /** errors that can be corrected on the spot */
  | 'FIX_ON_SPOT'
  /** a date counted into a year whose holidays are not arranged yet */
  | 'DL_ESTIMATED'
  /** 视为受理, computed */
  | 'DL_DEEMED_ACCEPTED'
  /** by when to supplement */
  | 'DL_SUPPLEMENT_DUE'
  /** by when to apply for renewal */
  | 'DL_RENEWAL'
  /** time that is left out of account */
  | 'DL_SUSPENDED'
  /** the application was withdrawn */
  | 'DL_WITHDRAWN';

export type FoundBy =
  /** 工作人员: what only a clerk can see */
  | 'clerk'
  /** 系统核验 */
  | 'machine';

export type HandlingForm =
  /** 窗口办理 */
  | 'window'
  /** 电脑端网上办理 */
  | 'online'
  /** 移动端网上申请 */
  | 'mobile'
  /** 快递申请 */
  | 'express'
  /** 其他 */
  | 'other';

export type IdentifierFault =
  /** not as many characters as this kind has */
  | 'length'
  /** a character that this kind does not use */
  | 'character'
  /** letters, digits or signs in other places than this kind has them */
  | 'shape'
  /** the first digits are no region of this kind */
  | 'region'
  /** the digits of the birth date are no date, or a future one */
  | 'date'
  /** the check character does not fit the others: most likely a typing error */
  | 'check'
  /** the number of a residence permit for Hong Kong, Macao or Taiwan residents */
  | 'residence-permit'
  /** the number is right, but written with full-width or small characters, or spaces */
  | 'spelling'
  /** an old number of 15 digits, out of use since 2013 */
  | 'old'
  /** no passport of China, Hong Kong or Macao; another state's may be written so */
  | 'foreign'
  /** a hint at a code that is valid: the organisation code inside does not fit its own check character */
  | 'inner-check';

export type IdentifierKind =
  /** 公民身份号码 (GB 11643), 18 characters */
  | 'resident-id'
  /** 港澳台居民居住证号码, 18 characters */
  | 'residence-permit'
  /** 外国人永久居留身份证号码, of 18 characters, or as until 2023 of 15 */
  | 'permanent-resident'
  /** 统一社会信用代码 (GB 32100), 18 characters */
  | 'uscc'
  /** 组织机构代码 (GB 11714), 9 characters */
  | 'organisation-code'
  /** 营业执照注册号, 15 digits */
  | 'registration-number'
  /** 港澳居民来往内地通行证号码 */
  | 'hk-macao-permit'
  /** 台湾居民来往大陆通行证号码 */
  | 'taiwan-permit'
  /** 护照号码, of China, Hong Kong or Macao; of a foreign one only advice is given */
  | 'passport'
  /** 不动产权证号 */
  | 'property-certificate'
  /** 银行卡号 */
  | 'bank-card'
  /** 手机号码 */
  | 'mobile'
  /** 邮政编码 */
  | 'postcode';

export type ImportKind =
  /** it stands in the catalogue as a fact */
  | 'mapped'
  /** the source does not say it, or not in a way that is understood: the catalogue has an assumption in its place */
  | 'defaulted'
  /** it is not in the result */
  | 'dropped'
  /** it is kept as the source writes it, under `codes` or a key that begins with `x-` */
  | 'preserved';

export type ImportReason =
  /** taken over as it stands */
  | 'same'
  /** a code, by the table of the chosen system */
  | 'by-table'
  /** a word that is known */
  | 'by-word'
  /** by the table of the chosen system; other systems use the code for something else */
  | 'ambiguous-code'
  /** the code says one thing and its text another; people read the text */
  | 'code-and-text-differ'
  /** follows from another value */
  | 'derived'
  /** the source does not have it */
  | 'absent'
  /** a code that no table has */
  | 'unknown-code'
  /** the format has nothing that means the same */
  | 'no-equivalent'
  /** not an identifier: 1 to 64 letters, digits, `.`, `_`, `-` */
  | 'unusable-id'
  /** an identifier that is taken already */
  | 'duplicate-id'
  /** not a whole number that could stand here */
  | 'unusable-number'
  /** not a date */
  | 'unusable-date'
  /** several values where the format has one */
  | 'several-values'
  /** the value contradicts another one */
  | 'contradiction'
  /** no time is no limit, unless the matter is decided on the spot */
  | 'zero-limit'
  /** the law is not in the register, so it cannot be cited */
  | 'unknown-law'
  /** the article is not named, or not in a way that is understood */
  | 'unknown-article'
  /** it refers to something that is not there */
  | 'unknown-reference'
  /** the item is not marked as in use */
  | 'not-in-use'
  /** the format has no place for it */
  | 'no-place'
  /** blank */
  | 'empty'
  /** a key or time stamp of the other system's own */
  | 'technical'
  /** it names or could name a person */
  | 'personal-data'
  /** the envelope of the answer */
  | 'envelope'
  /** a table that does not describe items */
  | 'not-an-item'
  /** neither a code nor a name */
  | 'no-identity'
  /** no name */
  | 'no-name'
  /** it belongs to no item, or to no one item */
  | 'no-item'
  /** the same key for the second time */
  | 'duplicate-key'
  /** more of them than the format takes */
  | 'too-many'
  /** nested too deeply */
  | 'too-deep'
  /** longer than a string can be */
  | 'string-too-long'
  /** half of a surrogate pair */
  | 'lone-surrogate'
  /** a value where a table was expected, or the other way round */
  | 'malformed';

export type ImportSource =
  /** 广东政务服务网, and exchange services whose tables are named alike */
  | 'gd-portal'
  /** 省级与国家政务服务平台交换库 */
  | 'national-exchange';

export type Level =
  /** 国家级 */
  | 'national'
  /** 省级 */
  | 'provincial'
  /** 市级 */
  | 'municipal'
  /** 县（区）级 */
  | 'district'
  /** 镇（乡、街道）级 */
  | 'subdistrict'
  /** 村（社区）级 */
  | 'community'
  /** 分级管理 */
  | 'tiered';

export type Light =
  /** more is left than the thresholds say */
  | 'normal'
  /** at most a fifth of the limit, or one day, is left, unless other thresholds are given */
  | 'soon'
  /** 当日到期 */
  | 'today'
  /** 超期 */
  | 'overdue'
  /** 计时中止, 待恢复 */
  | 'paused'
  /** 已办结 or over */
  | 'ended';

export type LimitKind =
  /** 承诺办结时限 */
  | 'promised'
  /** 法定办结时限 */
  | 'statutory'
  /** 补正告知时限: by when the authority must name everything that is missing */
  | 'notice'
  /** 受理审查时限: by when the authority must say whether it accepts */
  | 'review'
  /** 补正时限: by when the applicant must supply what is missing */
  | 'supplement'
  /** 送达时限 */
  | 'delivery'
  /** 公示期: how long something is announced */
  | 'announcement'
  /** 申请期限: by when the applicant must apply */
  | 'filing'
  /** 延续（签注）申请期限: by when the applicant must apply to renew, counted back from the expiry */
  | 'renewal'
  /** 延续（签注）可申请之日: from when the applicant can apply to renew, counted back from the expiry */
  | 'opening'
  /** 下级初审时限: by when the lower authority must send its opinion up (行政许可法 43) */
  | 'preliminary'
  /** 要求听证的期限: by when the applicant must ask for a hearing (行政许可法 47) */
  | 'hearing-request'
  /** 组织听证的期限 (行政许可法 47) */
  | 'hearing'
  /** 听证通知期限: by when time and place must be told, counted back from the hearing (行政许可法 48) */
  | 'hearing-notice';

export type ListState =
  /** 有效 */
  | 'current'
  /** 已过更新日期 */
  | 'stale'
  /** 已过期 */
  | 'expired'
  /** 发布时间晚于查验日期 */
  | 'future';

export type Locked =
  /** encrypted, and opens without being asked for a password: only printing, copying or changing is restricted */
  | 'open'
  /** a password is needed to open it */
  | 'password';

export type MaterialForm =
  /** 电子件 */
  | 'electronic'
  /** 原件 */
  | 'original'
  /** 复印件 */
  | 'copy';

export type MaterialKind =
  /** 证件证书证明 */
  | 'certificate'
  /** 申请表格文书 */
  | 'form'
  /** 其他 */
  | 'other';

export type MaterialRule =
  /** 必要性 */
  | 'need'
  /** the formats */
  | 'kinds'
  /** the largest file */
  | 'maxBytes'
  /** how many files */
  | 'files'
  /** 份数 */
  | 'copies'
  /** 原件 */
  | 'original'
  /** 有效期 */
  | 'validity'
  /** 签字 */
  | 'signature'
  /** 盖章 */
  | 'seal';

export type Medium =
  /** 纸质或电子化 */
  | 'either'
  /** 纸质 */
  | 'paper'
  /** 电子化 */
  | 'electronic';

export type MemberStage =
  /** nothing has started yet */
  | 'waiting'
  /** 办理中 */
  | 'running'
  /** 计时中止 */
  | 'paused'
  /** 已办结 */
  | 'done'
  /** 不予受理、撤回、移送或者终止: the others go on */
  | 'over';

export type Need =
  /** 必要 */
  | 'required'
  /** 非必要 */
  | 'optional'
  /** 容缺后补: may be handed in later, against a commitment */
  | 'deferrable';

export type NeedCodes =
  /** 1 必要, 2 非必要, 3 容缺后补 */
  | 'gd'
  /** 0 必要, 1 非必要, 2 容缺后补, 3 信息免交、信用后补 */
  | 'zfsoft'
  /** 1 必备, 0 非必备 */
  | 'gbt39046';

export type NoticeCode =
  /** the promised limit is longer than the statutory one */
  | 'AUDIT_PROMISE_OVER_STATUTORY'
  /** a fee without a basis that can carry it */
  | 'AUDIT_FEE_NO_BASIS'
  /** a proof is demanded without a basis in law */
  | 'AUDIT_PROOF_NO_BASIS'
  /** the applicant is asked for what data sharing provides */
  | 'AUDIT_SHARED_DATA'
  /** a page or form asks for a material that the catalogue does not list */
  | 'AUDIT_MATERIAL_BEYOND_CATALOGUE'
  /** a page or form asks for a field that the catalogue does not list */
  | 'AUDIT_FIELD_BEYOND_CATALOGUE'
  /** a page takes a step that the catalogue does not list */
  | 'AUDIT_STEP_BEYOND_CATALOGUE'
  /** a page asks for a fee that the catalogue does not list, or another amount */
  | 'AUDIT_FEE_AMOUNT'
  /** a page does not offer what the catalogue lists */
  | 'AUDIT_NOT_OFFERED'
  /** a page demands a commitment that the applicant may choose freely */
  | 'AUDIT_PROMISE_FORCED'
  /** a material is required without a basis */
  | 'CAT_MATERIAL_NO_BASIS'
  /** an element of the guide is missing */
  | 'CAT_ELEMENT_MISSING'
  /** 告知承诺, 容缺 or 免提交 without one of its parts */
  | 'CAT_PART_MISSING'
  /** a licence without a statutory limit */
  | 'CAT_LICENCE_NO_LIMIT'
  /** a rule that binds licences only stands on an item that is none */
  | 'CAT_LICENCE_RULE_MISUSED'
  /** a basis that is repealed, a draft, or not verified */
  | 'CAT_BASIS_NOT_IN_FORCE'
  /** a condition that can never hold, or always does */
  | 'CAT_CONDITION_DEAD'
  /** a condition with too many combinations to be looked at */
  | 'CAT_CONDITION_TOO_COMPLEX'
  /** a material that can never apply */
  | 'CAT_MATERIAL_NEVER'
  /** a question on which nothing depends */
  | 'CAT_QUESTION_UNUSED'
  /** a one-of group that some applicants cannot meet */
  | 'CAT_GROUP_UNMEETABLE'
  /** a rule for files that no file can meet */
  | 'CAT_FILE_RULE_IMPOSSIBLE'
  /** two periods of one item with days between them on which none is in force */
  | 'CAT_PERIOD_GAP'
  /** the same name twice in one list */
  | 'CAT_DUPLICATE_NAME'
  /** a region code that GB/T 2260 does not have */
  | 'CAT_REGION_UNKNOWN'
  /** a unified social credit code of an authority whose check character does not fit */
  | 'CAT_AUTHORITY_CODE'
  /** an item code of an unusual shape */
  | 'CAT_CODE_SHAPE'
  /** the promised day is past */
  | 'DL_OVERDUE_PROMISED'
  /** the statutory day is past */
  | 'DL_OVERDUE_STATUTORY'
  /** another limit of the authority's is past, or was kept too late */
  | 'AUDIT_ACT_LATE'
  /** the applicant was told too late whether the application is accepted or what is missing */
  | 'AUDIT_REVIEW_LATE'
  /** an extension approved after the last day: no effect */
  | 'EXT_TOO_LATE'
  /** an extension longer than it can be: the rest has no effect */
  | 'EXT_TOO_LONG'
  /** a second extension of the same limit: no effect */
  | 'EXT_TWICE'
  /** an extension of a limit that cannot be extended: no effect */
  | 'EXT_NOT_PROVIDED'
  /** the applicant was not told of an extension and its reason */
  | 'EXT_NOT_NOTIFIED'
  /** the applicant was not told of a stop in writing */
  | 'AUDIT_STOP_NOT_NOTIFIED'
  /** a stop of a kind that no law leaves out of account: it counts */
  | 'AUDIT_STOP_NO_BASIS'
  /** a stop before acceptance or after the last day: no effect */
  | 'AUDIT_STOP_NO_EFFECT'
  /** a stop longer than the applicant was told */
  | 'AUDIT_STOP_TOO_LONG'
  /** more to supplement was asked for a second time */
  | 'AUDIT_SECOND_CORRECTION'
  /** materials were asked for after acceptance: the clock runs on */
  | 'AUDIT_DEMAND_AFTER_ACCEPTANCE'
  /** refused after the law had accepted it */
  | 'AUDIT_REFUSED_AFTER_DEEMED'
  /** another day of acceptance is stated than the one on which everything was in */
  | 'AUDIT_ACCEPTED_LATE';

export type Origin =
  /** 申请人自备 */
  | 'applicant'
  /** 政府部门核发 */
  | 'government'
  /** 中介机构或法定机构产生 */
  | 'intermediary'
  /** 其他 */
  | 'other';

export type Original =
  /** 核验原件: shown, and given back */
  | 'shown'
  /** 收取原件: handed over */
  | 'kept';

export type Outcome =
  /** something is not known yet: a question is open, or a file cannot be read */
  | 'unknown'
  /** 齐全: complete and in form */
  | 'ready'
  /** 当场更正: errors that can be put right on the spot */
  | 'correct-on-the-spot'
  /** 补正: to be supplemented */
  | 'supplement'
  /** 可能不需要办理: by the answers, nothing has to be applied for */
  | 'not-required'
  /** 可能不归本机关办理: by the answers, another authority is competent */
  | 'not-competent';

export type Overall =
  /** 未通过 */
  | 'invalid'
  /** 通过 */
  | 'valid'
  /** 通过，有需要留意之处 */
  | 'warning'
  /** 自查结果单，没有签名 */
  | 'unsigned';

export type PartyKind =
  /** 自然人 */
  | 'person'
  /** 法人或者其他组织 */
  | 'organisation';

export type PledgeKind =
  /** 容缺受理: a minor material follows later */
  | 'deferral'
  /** 告知承诺: a commitment in the place of a proof */
  | 'promise';

export type Power =
  /** 行政许可 */
  | 'licensing'
  /** 行政处罚 */
  | 'penalty'
  /** 行政强制 */
  | 'coercion'
  /** 行政征收 */
  | 'levy'
  /** 行政给付 */
  | 'benefit'
  /** 行政检查 */
  | 'inspection'
  /** 行政确认 */
  | 'confirmation'
  /** 行政奖励 */
  | 'reward'
  /** 行政裁决 */
  | 'ruling'
  /** 行政指导 */
  | 'guidance'
  /** 其他行政权力 */
  | 'other'
  /** 公共服务 */
  | 'public-service';

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

export type Reason =
  /** what was given is no receipt of this format */
  | 'RECEIPT_INVALID'
  /** a self-check sheet that carries a signature */
  | 'PRECHECK_SIGNED'
  /** a document of an authority without a signature */
  | 'SIGNATURE_MISSING'
  /** the body is not what was signed */
  | 'BODY_DIGEST_DIFFERS'
  /** the body says something else than the head */
  | 'HEAD_DIFFERS'
  /** the body has a key that this format does not have */
  | 'UNKNOWN_FIELDS'
  /** only the QR code was given */
  | 'BODY_NOT_GIVEN'
  /** the list has no such key */
  | 'KEY_UNKNOWN'
  /** another algorithm than the list says for this key */
  | 'KEY_ALGORITHM_DIFFERS'
  /** signed before the key was in use */
  | 'KEY_NOT_YET_VALID'
  /** signed after the key was in use */
  | 'KEY_EXPIRED'
  /** signed after the key was revoked */
  | 'KEY_REVOKED'
  /** the key was stolen, and nothing shows that the signature is older */
  | 'KEY_COMPROMISED'
  /** the key belongs to another authority */
  | 'ISSUER_DIFFERS'
  /** the body names its authority otherwise than the list does */
  | 'ISSUER_NAME_DIFFERS'
  /** the body names a department that the list does not give this key */
  | 'DEPARTMENT_DIFFERS'
  /** the list names no department of this key, so that only the body says which it is */
  | 'DEPARTMENT_NOT_LISTED'
  /** the key may not sign this kind of document */
  | 'TYPE_NOT_ALLOWED'
  /** the key may not sign the manifests of catalogues */
  | 'PURPOSE_NOT_ALLOWED'
  /** the key may not sign for this region */
  | 'REGION_NOT_ALLOWED'
  /** the signature is not of these bytes and this key */
  | 'SIGNATURE_WRONG'
  /** no trust list was given, or it is not well formed */
  | 'TRUST_LIST_INVALID'
  /** the list is not signed by a root */
  | 'TRUST_LIST_SIGNATURE'
  /** the list is past its next update */
  | 'TRUST_LIST_STALE'
  /** the list is past its next update by more days than the policy allows */
  | 'TRUST_LIST_EXPIRED'
  /** the list was issued after the day of the question */
  | 'TRUST_LIST_FUTURE'
  /** a list whose next update is before its issue */
  | 'TRUST_LIST_PERIOD'
  /** a newer list has been seen */
  | 'TRUST_LIST_ROLLBACK'
  /** another list of the same number has been seen */
  | 'TRUST_LIST_EQUIVOCATION'
  /** it was issued after the day of the question */
  | 'ISSUED_FUTURE'
  /** the catalogue is below the floor of the list */
  | 'CATALOGUE_OUTDATED'
  /** a self-check sheet older than thirty days */
  | 'PRECHECK_OUTDATED'
  /** counted here, the last day is another; what the authority states governs */
  | 'DEADLINE_DIFFERS'
  /** no deadline is stated, or it cannot be counted here */
  | 'DEADLINE_NOT_COUNTED'
  /** a file of this name is not the one that was handed in */
  | 'FILE_DIFFERS'
  /** a file of the receipt was not given */
  | 'FILE_MISSING'
  /** a file was given that the receipt does not list */
  | 'FILE_NOT_LISTED'
  /** no files were given */
  | 'FILES_NOT_GIVEN'
  /** the previous receipt is not the one that this one names */
  | 'PREVIOUS_DIFFERS'
  /** the previous receipt was not given */
  | 'PREVIOUS_NOT_GIVEN'
  /** the two receipts belong to different cases */
  | 'CASE_DIFFERS'
  /** the previous receipt does not itself verify */
  | 'PREVIOUS_INVALID'
  /** the previous receipt has another number than this one names */
  | 'PREVIOUS_NUMBER_DIFFERS'
  /** the previous receipt is of a later time */
  | 'HISTORY_ORDER'
  /** the oldest receipt of a history names one that is older */
  | 'HISTORY_INCOMPLETE'
  /** the two receipts are about different items */
  | 'ITEM_DIFFERS'
  /** the two receipts are of different applicants */
  | 'APPLICANT_DIFFERS'
  /** one of the two receipts is a code, which says nothing of case and applicant */
  | 'CASE_NOT_COMPARED'
  /** the receipt says something else than the portal expects */
  | 'EXPECTED_DIFFERS'
  /** the electronic seal is kept and not looked into */
  | 'SEAL_NOT_CHECKED'
  /** the timestamp is kept and not looked into */
  | 'TIMESTAMP_NOT_CHECKED'
  /** whether it has been withdrawn or changed since, only the authority can say */
  | 'STATUS_OFFLINE'
  /** a name that mixes alphabets which look alike */
  | 'NAME_MIXED_SCRIPT'
  /** a name with characters that look like Chinese characters, Latin letters or digits and are others */
  | 'NAME_CONFUSABLE'
  /** a name with a radical in the place of the Chinese character that looks like it */
  | 'NAME_RADICAL'
  /** a character that other devices may show otherwise */
  | 'RARE_CHARACTER';

export type ReceiptRule =
  /** 系统接收时间: the day on which the application enters the system (电子签名法 11) */
  | 'system-time'
  /** 非工作日收件顺延: a day off becomes the next working day */
  | 'next-working-day'
  /** 下班后收件顺延: so does what comes after closing time */
  | 'office-hours';

export type ReliefKind =
  /** 行政复议 */
  | 'reconsideration'
  /** 行政诉讼 */
  | 'litigation'
  /** 复核、申诉 within the administration */
  | 'review';

export type RevokeReason =
  /** 停用: what was signed before stays good */
  | 'retired'
  /** 密钥泄露: what was signed before can be forged */
  | 'key-compromise';

export type ScreenKind =
  /** 回答互相矛盾 */
  | 'conflict'
  /** 可能不符合条件 */
  | 'not-eligible'
  /** 可能不需要办理 */
  | 'not-required'
  /** 可能不归本机关办理 */
  | 'not-competent';

export type ServiceMode =
  /** 依申请 */
  | 'on-application'
  /** 秒批: decided at once, by rule */
  | 'instant'
  /** 无感申办: the authority prepares, the applicant agrees */
  | 'seamless'
  /** 免申即享: granted without an application */
  | 'without-application';

export type Severity =
  /** 必须改 */
  | 'must'
  /** 建议改 */
  | 'should'
  /** 提示 */
  | 'advice'
  /** 说明 */
  | 'info';

export type Shift =
  /** it has to be handed in now */
  | 'needed'
  /** it need not be handed in any more */
  | 'no-longer-needed'
  /** it stands differently: optional, deferrable, open */
  | 'otherwise'
  /** it stands as before, and must be something else */
  | 'rules';

export type Source =
  /** 手工填写 */
  | 'typed'
  /** 电子证照 */
  | 'e-licence'
  /** 统一身份认证账号 */
  | 'account'
  /** 识别: read from the picture of a document by the portal; it may be misread */
  | 'ocr';

export type Start =
  /** the event itself */
  | 'event'
  /** 视为受理: nobody told the applicant in time what to supplement (行政许可法 32) */
  | 'deemed'
  /** 补正齐全: acceptance is due on the day on which everything was in (行政许可法 32) */
  | 'supplemented'
  /** 另一时限届满 */
  | 'elapsed';

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
  /** 告知承诺: a written commitment stands in its place */
  | 'committed'
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

export type StopKind =
  /** 听证 */
  | 'hearing'
  /** 招标 */
  | 'bidding'
  /** 拍卖 */
  | 'auction'
  /** 检验 */
  | 'inspection'
  /** 检测 */
  | 'testing'
  /** 检疫 */
  | 'quarantine'
  /** 鉴定 */
  | 'appraisal'
  /** 专家评审 */
  | 'expert-review'
  /** 其他: counts only with a basis of its own */
  | 'other';

export type Trigger =
  /** 收到申请 */
  | 'received'
  /** 受理 */
  | 'accepted'
  /** 补正告知 */
  | 'notified'
  /** 补正完成 */
  | 'supplemented'
  /** 作出决定 */
  | 'decided'
  /** 公示 */
  | 'announced'
  /** 有效期届满: the limit is counted back from that day */
  | 'expires'
  /** 上级收到下级的初审意见 */
  | 'forwarded'
  /** 告知听证权利 */
  | 'hearing-told'
  /** 申请听证 */
  | 'hearing-requested'
  /** 举行听证: the limit is counted back from that day */
  | 'hearing-held'
  /** 另一时限届满: the limit named in `after` has run out */
  | 'elapsed';

export type Unit =
  /** 工作日 */
  | 'working-day'
  /** 自然日 */
  | 'calendar-day'
  /** 月 */
  | 'month'
  /** 年 */
  | 'year'
  /** 小时: clock hours from the moment of the event; nights and days off count, and nothing is moved */
  | 'hour';

export type Unsafe =
  /** unpacked, it is larger than 200 MB */
  | 'size'
  /** a member is packed closer than 1000 : 1 */
  | 'ratio'
  /** more than 2000 members */
  | 'members'
  /** an archive inside the archive */
  | 'nested'
  /** members that lie over each other */
  | 'overlap'
  /** members that are encrypted */
  | 'encrypted';

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

export type Which =
  /** 均不适用 */
  | 'neither'
  /** 旧版 */
  | 'older'
  /** 新版 */
  | 'newer';

/** 新旧版本对一件申请的影响. */
export interface Across {
  /** 事项编码. */
  item: string;
  /** The day of the application. */
  on: CivilDate;
  /** Which version applies on that day: that of the newer catalogue where it is in force. */
  applies: Which;
  /** Which version applies when. */
  periods: Stretch[];
  /** Under the older version, on the day of the application; absent where it does not have the item. */
  older?: VersionSide;
  /** Under the newer version. */
  newer?: VersionSide;
  /** In what the two differ for this applicant; empty, nothing changes. */
  differs: Aspect[];
  /** 目录变更: every change between the two texts of the item, whomever it concerns. */
  changes: CatalogueChange[];
  /** Materials that stand differently or must be something else. */
  materials: MaterialShift[];
  /** Questions that come, go, or are to be answered anew. */
  questions: QuestionShift[];
  /** Findings that come or go. */
  findings: FindingShift[];
  /** The last days of every limit that runs from receipt or acceptance. */
  deadlines: DueShift[];
  /** Own keys begin with `x-`; they are kept and ignored. */
  [own: `x-${string}`]: unknown;
}

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
  /** 表单内容, by field. */
  form?: { [key: string]: Json | Given };
  /** 相关人, by role, each with materials of their own. */
  parties?: { [key: string]: RoleParty[] };
  /** 在办事项: items that this applicant has applied for and that are still under way, as the portal knows. */
  underway?: string[];
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
  /** Whether its answer would still settle something: a material, or whether the item is the right one. */
  needed?: boolean;
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

/** 倒推结果. */
export interface Backwards {
  /** Every limit for the decision that the event of a filing or an acceptance starts. */
  starts: LatestStart[];
  /** 最迟申请日: so that what is promised (else what the law sets) ends in time, if accepted on the same day. */
  file?: CivilDate;
  /** The same if the authority uses all the time it has to say whether it accepts. */
  fileSafely?: CivilDate;
  /** 最迟补正日: the earlier of that day and the last day of the applicant's own limit to supplement. */
  supplement?: CivilDate;
  /** Own keys begin with `x-`; they are kept and ignored. */
  [own: `x-${string}`]: unknown;
}

/** What is counted backwards. */
export interface BackwardsRequest {
  /** 事项编码. */
  item: string;
  /** 程序类型; `other` if absent. */
  procedure?: Procedure;
  /** The limits, as the catalogue has them. */
  limits: Limit[];
  /** The day by which it should be finished. */
  finishBy: CivilDate;
  /** What has happened already: a notice to supplement has a last day of its own. */
  events?: CaseEvent[];
  /** The calendar to count with, by its digest; the one in use if absent. */
  calendar?: Digest;
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
  /** 相关人. */
  people?: PersonEntry[];
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

/** An item of the book. */
export interface BookItem {
  /** 事项编码. */
  item: string;
  /** 程序类型; `other` if absent. */
  procedure?: Procedure;
  /** Its limits, as the catalogue has them. */
  limits: Limit[];
  /** 承办部门, for cases that name none. */
  department?: string;
  /** Own keys begin with `x-`; they are kept and ignored. */
  [own: `x-${string}`]: unknown;
}

/** 文件摘要: a file as a document binds it. */
export interface BoundFile {
  /** 文件名, masked: its first character, `*` and its ending. */
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

/** A part of the index below this one. */
export interface Branch {
  /** The first code in it. */
  from: string;
  /** SHA-256 of the file. */
  sha256: Digest;
  /** Own keys begin with `x-`; they are kept and ignored. */
  [own: `x-${string}`]: unknown;
}

/** 日历版本: what a deadline was computed with. */
export interface CalendarRef {
  /** 发文字号 of the last notice in the table. */
  notice: string;
  /** SM3 of the table: first and last year, every day that departs from its weekday, and every local arrangement. */
  digest: Digest;
  /** First day answered for. */
  from: CivilDate;
  /** Last day published. */
  to: CivilDate;
  /** 29 to 31 December of the last published year can still be changed by the next notice. */
  yearEndOpen: boolean;
  /** 地方安排 it was made with. */
  overlays?: string[];
  /** Own keys begin with `x-`; they are kept and ignored. */
  [own: `x-${string}`]: unknown;
}

/** 放假安排: years that replace those compiled in, or follow them. */
export interface CalendarYears {
  /** The format. */
  format: 'yushen-calendar/0.1';
  /** Where they were read. */
  source?: string;
  /** The years. */
  years: YearTable[];
  /** 地方安排 of the place that handles. */
  overlays?: Overlay[];
  /** As known on this day: without the notices compiled in that were issued later. */
  asOf?: CivilDate;
  /** Own keys begin with `x-`; they are kept and ignored. */
  [own: `x-${string}`]: unknown;
}

/** 案卷. */
export interface CaseBook {
  /** The items. */
  items: BookItem[];
  /** The cases. */
  cases: CaseRecord[];
  /** The day on which the question is asked. */
  on: CivilDate;
  /** 预警阈值. */
  thresholds?: ThresholdFile;
  /** The calendar to count with, by its digest; the one in use if absent. */
  calendar?: Digest;
  /** Of a change of calendar: the calendar it was counted with before; the one in use if absent. */
  before?: Digest;
  /** Own keys begin with `x-`; they are kept and ignored. */
  [own: `x-${string}`]: unknown;
}

/** 到期日变化: one clock of one case whose last day a change of calendar moves. */
export interface CaseChange {
  /** 办件编号. */
  case: string;
  /** The limit. */
  clock: string;
  /** What it is for. */
  kind: LimitKind;
  /** Who must act. */
  actor: Actor;
  /** The last day before. */
  before?: CivilDate;
  /** How certain that was. */
  beforeCertainty: Certainty;
  /** The last day now. */
  after?: CivilDate;
  /** How certain it is. */
  afterCertainty: Certainty;
  /** The day to go by: for the applicant's own acts the later of the two, else the new one. */
  binding?: CivilDate;
  /** Why: the days between its start and its last day that are told differently. */
  days: ChangedDay[];
  /** Own keys begin with `x-`; they are kept and ignored. */
  [own: `x-${string}`]: unknown;
}

/** 办件. */
export interface CaseEntry {
  /** 办件编号 (申办流水号), given by the number service of the city. */
  number: string;
  /** 查询码. */
  queryCode?: string;
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
  /** 理由. */
  reason?: string;
  /** 承办部门 that did it. */
  department?: string;
  /** Which stop begins or ends, where several overlap. */
  id?: string;
  /** 程序种类 of a stop. */
  stop?: StopKind;
  /** 依据: of a stop, what requires it. */
  basis?: Citation;
  /** 书面告知日: when the applicant was told of a stop or an extension. */
  told?: CivilDate;
  /** Of an extension, how much longer, in the unit of the limit; of a stop, how many working days were told. */
  days?: number;
  /** Of an extension, the limit that is extended; absent, every one that can be. */
  limit?: string;
  /** 不予许可: the decision grants nothing, so that nothing has to be issued. */
  denied?: boolean;
  /** 未补齐: what was supplied is not all that was named. */
  partial?: boolean;
  /** 因补正产生的新问题: what this notice names was caused by what had been supplied. */
  newMatter?: boolean;
  /** Own keys begin with `x-`; they are kept and ignored. */
  [own: `x-${string}`]: unknown;
}

/** A case that needs a look. */
export interface CaseLight {
  /** 办件编号. */
  case: string;
  /** 事项编码. */
  item: string;
  /** 承办部门. */
  department?: string;
  /** Its light. */
  light: Light;
  /** The limit that gives it. */
  clock: string;
  /** What that limit is for. */
  kind: LimitKind;
  /** Its last day. */
  due?: CivilDate;
  /** Left of it, as the clock counts. */
  left?: number;
  /** Own keys begin with `x-`; they are kept and ignored. */
  [own: `x-${string}`]: unknown;
}

/** One case of the book. */
export interface CaseRecord {
  /** 办件编号. */
  id: string;
  /** 事项编码, which the book has. */
  item: string;
  /** 承办部门. */
  department?: string;
  /** What has happened. */
  events: CaseEvent[];
  /** Own keys begin with `x-`; they are kept and ignored. */
  [own: `x-${string}`]: unknown;
}

/** 目录变更: one change between two catalogues. */
export interface CatalogueChange {
  /** What has changed. */
  kind: ChangeKind;
  /** 事项编码. */
  item: string;
  /** 生效日: the day from which the newer one applies. */
  effective: CivilDate;
  /** JSON Pointer inside the item, by identifier, such as `/materials/lease/copies`; absent for the item as a whole. */
  path?: string;
  /** 对申请人的影响. */
  forApplicant: Burden;
  /** `old` and `new` where they are numbers, words or identifiers, and what belongs to them. */
  params?: { [key: string]: number | string };
  /** Own keys begin with `x-`; they are kept and ignored. */
  [own: `x-${string}`]: unknown;
}

/** 目录版本: the catalogue that the document goes by. */
export interface CatalogueEntry {
  /** 目录版本. */
  version: string;
  /** 行政区划代码. */
  region: string;
  /** 发布序号. */
  seq?: number;
  /** 发布日期. */
  validFrom?: CivilDate;
  /** SHA-256 of the ordered list of its items. */
  sha256: Digest;
  /** SM3 of the same. */
  sm3: Digest;
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
  /** 发布序号: grows with every publication; a lower one is never taken for newer. */
  seq?: number;
  /** Where the facts come from. */
  source: string;
  /** 事项. */
  items: Item[];
  /** Own keys begin with `x-`; they are kept and ignored. */
  [own: `x-${string}`]: unknown;
}

/** 目录下限: the oldest catalogue of a region that is still current. */
export interface CatalogueFloor {
  /** 行政区划代码. */
  region: string;
  /** 发布序号. */
  seq: number;
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

/** A day that the two calendars tell differently. */
export interface ChangedDay {
  /** The day. */
  date: CivilDate;
  /** What it was. */
  before: DayKind;
  /** What it is. */
  after: DayKind;
  /** 停办: the counters are shut on it, as they were not before. */
  closed?: boolean;
  /** The notice or local arrangement that says so. */
  notice?: string;
  /** Own keys begin with `x-`; they are kept and ignored. */
  [own: `x-${string}`]: unknown;
}

/** 查询、咨询、投诉渠道. */
export interface Channels {
  /** 办理进度查询. */
  query: string;
  /** 咨询电话. */
  phone: string;
  /** 监督投诉. */
  complaint: string;
  /** Own keys begin with `x-`; they are kept and ignored. */
  [own: `x-${string}`]: unknown;
}

/** 一项检查. */
export interface Check {
  /** What was looked at. */
  name: CheckName;
  /** How it came out. */
  result: CheckOutcome;
  /** Why. */
  code?: string;
  /** JSON Pointer into the receipt. */
  path?: string;
  /** What the sentence names. */
  params?: { [key: string]: string };
  /** The same in words. */
  says?: string;
  /** Own keys begin with `x-`; they are kept and ignored. */
  [own: `x-${string}`]: unknown;
}

/** One line. */
export interface CheckLine {
  /** 事项编码. */
  item: string;
  /** The plan that it was made by, by its `ref`; none is compared if absent. */
  plan?: string;
  /** 申请. */
  application: Json;
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
  /** Everybody in a role, with the materials of each. */
  parties?: PartyState[];
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
  /** The limit; `law-…` for one that the licensing law sets where the item has none of its kind. */
  id: string;
  /** What it is for. */
  kind: LimitKind;
  /** Who must act. */
  actor: Actor;
  /** How many it has in all, with what an extension adds. */
  amount: number;
  /** Of what it counts. */
  unit: Unit;
  /** How many of them an extension has added. */
  extended?: number;
  /** The event that starts it. */
  trigger: Trigger;
  /** The day of the event that starts it; counting begins the day after. A renewal is counted back from it. */
  start: CivilDate;
  /** Why it starts on that day. */
  startedBy: Start;
  /** 提交日, where a published rule of receipt has moved the start. */
  submitted?: CivilDate;
  /** 机关载明的受理日, where it is another day than the one that the law starts from. */
  stated?: CivilDate;
  /** 不计入的期间, as a union. */
  pauses?: Pause[];
  /** Last day before it is moved off a day off (民法典 203), where that moves it. */
  raw?: CivilDate;
  /** Last day; absent where the calendar does not reach, and while a stop is open (待恢复). */
  due?: CivilDate;
  /** The last moment of a limit in hours, where the moment that starts it is known. */
  dueAt?: Instant;
  /** The latest it can come to when the notices of the years ahead are out, where it is an estimate; where the unit of a limit is in dispute, the later reading. */
  latest?: CivilDate;
  /** Of a clock that is counted back, the earliest it can come to when the notices of the years ahead are out. */
  earliest?: CivilDate;
  /** Last day if stops of which the applicant was not told in writing counted, where that makes a difference. */
  strict?: CivilDate;
  /** Used: working days for a limit in working days, hours for one in hours, else calendar days. */
  used: number;
  /** Left until the last day, negative when it is past; counted as `used`. */
  left?: number;
  /** How certain the last day is. */
  certainty: Certainty;
  /** How much time is left. */
  light: Light;
  /** The day on which it was fulfilled, or on which the case was over. */
  ended?: CivilDate;
  /** It was fulfilled after its last day. */
  late?: boolean;
  /** Where the limit is written. */
  basis: Basis;
  /** Own keys begin with `x-`; they are kept and ignored. */
  [own: `x-${string}`]: unknown;
}

/** 终止办理 (退件). */
export interface Closing {
  /** 原因. */
  cause: ClosingCause;
  /** 说明. */
  reason: string;
  /** 材料退还方式. */
  returned?: string;
  /** 依据. */
  basis?: Basis;
  /** Own keys begin with `x-`; they are kept and ignored. */
  [own: `x-${string}`]: unknown;
}

/** 停办: a day on which the counters are shut, such as for a typhoon. */
export interface Closure {
  /** The day. */
  date: CivilDate;
  /** From when; absent, the whole day. */
  fromTime?: string;
  /** For the authority's limits; it counts if absent. */
  agency?: AgencyEffect;
  /** For the applicant's limits; it rolls if absent. */
  applicant?: ApplicantEffect;
  /** 文号, which an excluded day must have. */
  document?: string;
  /** Own keys begin with `x-`; they are kept and ignored. */
  [own: `x-${string}`]: unknown;
}

/** 二维码: its modules, and in words what it holds. */
export interface Code {
  /** Modules on a side, without the quiet zone. */
  size: number;
  /** The modules, row by row, eight a byte, the first in the highest bit, as hexadecimal; the last byte is filled with zeros. */
  bits: string;
  /** What a scanner reads. */
  text: string;
  /** Its text alternative: the number and the 校验码. */
  label: string;
  /** 校验码, to be typed where nothing scans. */
  check: string;
  /** Own keys begin with `x-`; they are kept and ignored. */
  [own: `x-${string}`]: unknown;
}

/** 告知承诺: a written commitment that may stand in the place of a material. The applicant chooses freely. */
export interface Commitment {
  /** 承诺内容, in words. */
  text: string;
  /** 不适用的情形, in words. */
  excluded?: string;
  /** Where that is written. */
  basis?: Citation;
  /** How well this is known. */
  evidence: Evidence;
  /** Own keys begin with `x-`; they are kept and ignored. */
  [own: `x-${string}`]: unknown;
}

/** 有权机关 (行政许可法 32 ¶1 item 2). */
export interface Competent {
  /** 机关名称. */
  name: string;
  /** 联系方式. */
  contact?: string;
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

/** 联办事项: one of the matters that an item handles together (一件事). Each keeps its own limits. */
export interface Constituent {
  /** 名称. */
  name: string;
  /** 责任部门. */
  authority: string;
  /** 事项编码, where the catalogue has it as an item of its own. */
  item?: string;
  /** How well this is known. */
  evidence: Evidence;
  /** Own keys begin with `x-`; they are kept and ignored. */
  [own: `x-${string}`]: unknown;
}

/** 咨询、查询、投诉渠道. */
export interface Contact {
  /** What kind of contact. */
  kind: ContactKind;
  /** Number, address or place. */
  value: string;
  /** How well this is known. */
  evidence: Evidence;
  /** Own keys begin with `x-`; they are kept and ignored. */
  [own: `x-${string}`]: unknown;
}

/** 联系人. */
export interface ContactLine {
  /** 姓名. */
  name?: string;
  /** 联系电话. */
  phone: string;
  /** Own keys begin with `x-`; they are kept and ignored. */
  [own: `x-${string}`]: unknown;
}

/** N 个工作日后: a day that was counted. */
export interface Counted {
  /** The day; absent where the calendar ends. */
  due?: CivilDate;
  /** The latest it can come to when the notices of the years ahead are out, where it is an estimate. */
  latest?: CivilDate;
  /** How certain it is. */
  certainty: Certainty;
  /** Own keys begin with `x-`; they are kept and ignored. */
  [own: `x-${string}`]: unknown;
}

/** 交叉签名: a pinned root says which root follows it. */
export interface CrossSigned {
  /** 继任根密钥. */
  root: Successor;
  /** 签名 of the root that is pinned. */
  sig: Signature;
  /** Own keys begin with `x-`; they are kept and ignored. */
  [own: `x-${string}`]: unknown;
}

/** 一天: whether it is a working day. */
export interface Day {
  /** Whether it is worked. */
  working: boolean;
  /** What kind of day it is. */
  kind: DayKind;
  /** How certain that is. */
  certainty: Certainty;
  /** Own keys begin with `x-`; they are kept and ignored. */
  [own: `x-${string}`]: unknown;
}

/** 工作日数 between two days. */
export interface DayCount {
  /** How many; negative if the second day comes first. */
  days: number;
  /** How certain that is. */
  certainty: Certainty;
  /** Own keys begin with `x-`; they are kept and ignored. */
  [own: `x-${string}`]: unknown;
}

/** One day of a trace, or of a month. */
export interface DayMark {
  /** The day. */
  date: CivilDate;
  /** What kind of day it is. */
  kind: DayKind;
  /** Which day of the limit it is; absent if it does not count. */
  count?: number;
  /** 发文字号 of the notice that arranges this day, or the local arrangement; absent where none is out. */
  notice?: string;
  /** How certain it is. */
  certainty: Certainty;
  /** The last day fell on a day off and was moved to here, or over this day (民法典 203). */
  moved?: boolean;
  /** 不计入: the day belongs to a stop. */
  stopped?: boolean;
  /** 停办: the counters are shut. */
  closed?: boolean;
  /** What happened on it. */
  events?: EventKind[];
  /** Own keys begin with `x-`; they are kept and ignored. */
  [own: `x-${string}`]: unknown;
}

/** 办结时限. */
export interface DeadlineLine {
  /** 承诺 or 法定, or another. */
  kind: LimitKind;
  /** 时限. */
  amount: number;
  /** 单位. */
  unit: Unit;
  /** 起算日. */
  start: CivilDate;
  /** 到期日. */
  due?: CivilDate;
  /** Whether the days it was counted over are published. */
  certainty: Certainty;
  /** 依据. */
  basis: Basis;
  /** Own keys begin with `x-`; they are kept and ignored. */
  [own: `x-${string}`]: unknown;
}

/** 预审结论. */
export interface Decision {
  /** What the findings come to. */
  outcome: Outcome;
  /** The rule that this outcome follows. */
  basis: Basis;
  /** The least that would make the application ready: what has to be done, no step twice; of materials of which some suffice, those that ask least of the applicant. */
  least: Remedy[];
  /** Materials that may be handed in later. */
  deferrable: string[];
  /** Always `true`: only the authority decides. */
  proposal: boolean;
  /** Own keys begin with `x-`; they are kept and ignored. */
  [own: `x-${string}`]: unknown;
}

/** 需补齐、补正的一项. Only materials of the plan can be named. */
export interface Defect {
  /** The material, one of `materials`. */
  material: string;
  /** 补齐 or 补正. */
  class: DefectClass;
  /** 原因. */
  reason: string;
  /** 应当达到的标准. */
  standard: string;
  /** 由谁发现. */
  source?: FoundBy;
  /** The code of a finding, where it was found by machine. */
  code?: string;
  /** 依据. */
  basis?: Basis;
  /** Own keys begin with `x-`; they are kept and ignored. */
  [own: `x-${string}`]: unknown;
}

/** 容缺后补: until when a material may be handed in later, and what happens if it is not. */
export interface Deferral {
  /** The event that starts the time; acceptance if absent. */
  trigger?: Trigger;
  /** How many. */
  amount: number;
  /** Of what. */
  unit: Unit;
  /** 逾期后果, in words. */
  consequence?: string;
  /** Where that is written. */
  basis?: Citation;
  /** How well this is known. */
  evidence: Evidence;
  /** Own keys begin with `x-`; they are kept and ignored. */
  [own: `x-${string}`]: unknown;
}

/** 容缺: a material that follows later. */
export interface Deferred {
  /** The material, one of `materials`. */
  material: string;
  /** 补交的最后一日. */
  due: CivilDate;
  /** Own keys begin with `x-`; they are kept and ignored. */
  [own: `x-${string}`]: unknown;
}

/** One file of a delivery. */
export interface DeliveryFile {
  /** Its name in the store, such as `manifest.json` or `b/<digest>.json`. */
  name: string;
  /** Its text. */
  text: string;
  /** Own keys begin with `x-`; they are kept and ignored. */
  [own: `x-${string}`]: unknown;
}

/** 结果送达方式. */
export interface DeliveryLine {
  /** 方式. */
  via: string;
  /** 送达地址. */
  address?: string;
  /** Own keys begin with `x-`; they are kept and ignored. */
  [own: `x-${string}`]: unknown;
}

/** 页面收取的费用. */
export interface DemandedFee {
  /** 收费项目名称. */
  name: string;
  /** In fen (0.01 yuan). */
  amount: number;
  /** Own keys begin with `x-`; they are kept and ignored. */
  [own: `x-${string}`]: unknown;
}

/** 页面要求的字段. */
export interface DemandedField {
  /** Its identifier in the catalogue, where the page knows it. */
  id?: string;
  /** Its label on the page. */
  label: string;
  /** Whether it must be filled in. */
  required?: boolean;
  /** Own keys begin with `x-`; they are kept and ignored. */
  [own: `x-${string}`]: unknown;
}

/** 页面要求的材料. */
export interface DemandedMaterial {
  /** Its identifier in the catalogue, where the page knows it. */
  id?: string;
  /** Its name on the page. */
  name: string;
  /** Whether the page does not let the applicant go on without it. */
  required?: boolean;
  /** 告知承诺 is offered in its place. */
  commitmentOffered?: boolean;
  /** 告知承诺 is the only way. */
  commitmentForced?: boolean;
  /** 容缺后补 is offered. */
  deferralOffered?: boolean;
  /** Own keys begin with `x-`; they are kept and ignored. */
  [own: `x-${string}`]: unknown;
}

/** 文书正文. */
export interface DocumentBody {
  /** 文书种类. */
  type: DocumentKind;
  /** 文书编号, given by the authority. */
  number: string;
  /** 文书模板. */
  template: DocumentTemplate;
  /** What wrote the document; it proves nothing. */
  producer?: string;
  /** 出具机关. */
  issuer: Issuer;
  /** 办理事项. */
  item: ItemEntry;
  /** 文书的依据 beside that of the item. */
  basis?: Basis[];
  /** 办件. */
  case?: CaseEntry;
  /** 申请人. */
  applicant: PartyLine;
  /** 联系方式. */
  contact?: ContactLine;
  /** 代理人. */
  agent?: PartyLine;
  /** 承办人员. */
  handler?: string;
  /** 时间. */
  times: Times;
  /** 材料清单. */
  materials?: MaterialLine[];
  /** 第几次告知. */
  round?: number;
  /** 需补齐、补正的内容. */
  defects?: Defect[];
  /** 补正的提交方式、期限和后果. */
  response?: Response;
  /** 理由. */
  reasons?: string[];
  /** 有权机关. */
  competent?: Competent;
  /** 救济途径. */
  remedies?: Remedies;
  /** 延期. */
  extension?: ExtensionLine;
  /** 特别程序. */
  specialProcedure?: SpecialProcedure;
  /** 终止办理. */
  closing?: Closing;
  /** 承诺. */
  pledge?: Pledge;
  /** 容缺后补的材料. */
  deferred?: Deferred[];
  /** 办结时限. */
  deadlines?: DeadlineLine[];
  /** The calendar they were counted with. */
  calendar?: CalendarRef;
  /** 收费. */
  fee?: FeeLine;
  /** 结果送达方式. */
  delivery?: DeliveryLine;
  /** 送达. */
  service?: ServiceLine;
  /** 查询、咨询、投诉渠道. */
  channels?: Channels;
  /** 上一文书. */
  previous?: Previous;
  /** 其他说明. */
  notice?: string[];
  /** Own keys begin with `x-`; they are kept and ignored. */
  [own: `x-${string}`]: unknown;
}

/** 文书模板: its identifier and version are signed too. */
export interface DocumentTemplate {
  /** Its identifier. */
  id: string;
  /** Its version. */
  version: string;
  /** Own keys begin with `x-`; they are kept and ignored. */
  [own: `x-${string}`]: unknown;
}

/** 草稿: a document that nobody has signed. */
export interface Draft {
  /** 文书种类. */
  kind: DocumentKind;
  /** 文书编号. */
  number: string;
  /** What the authority signs, base64url. It must compare them with what it makes of its own record. */
  toBeSigned: string;
  /** The body, canonical. */
  body: DocumentBody;
  /** The head, base64url. */
  head: string;
  /** 签名算法. */
  alg: Algorithm;
  /** The key. */
  kid: string;
  /** Own keys begin with `x-`; they are kept and ignored. */
  [own: `x-${string}`]: unknown;
}

/** 到期日: the last day of a limit, if the application is received and accepted on its day. */
export interface Due {
  /** The limit. */
  limit: string;
  /** The last day; absent where the calendar does not reach. */
  on?: CivilDate;
  /** How certain it is. */
  certainty: Certainty;
  /** Own keys begin with `x-`; they are kept and ignored. */
  [own: `x-${string}`]: unknown;
}

/** 到期日变化: the last day under both versions. */
export interface DueShift {
  /** What the limit is for. */
  kind: LimitKind;
  /** Under the older version; absent where it has no such limit. */
  before?: Due;
  /** Under the newer version. */
  after?: Due;
  /** Own keys begin with `x-`; they are kept and ignored. */
  [own: `x-${string}`]: unknown;
}

/** 预期: whatever is given must be what the receipt says; a receipt that leaves it out is not the one. */
export interface Expected {
  /** 办件编号. */
  case?: string;
  /** 实施编码 or 业务办理项编码. */
  item?: string;
  /** 申请人. */
  applicant?: ExpectedApplicant;
  /** Just these files, whatever they are called. */
  files?: OwnFile[];
  /** Own keys begin with `x-`; they are kept and ignored. */
  [own: `x-${string}`]: unknown;
}

/** 预期的申请人. */
export interface ExpectedApplicant {
  /** 姓名 or 名称, as the receipt must state it. */
  name?: string;
  /** 证件号码, as the receipt must state it. */
  identifier?: string;
  /** Own keys begin with `x-`; they are kept and ignored. */
  [own: `x-${string}`]: unknown;
}

/** What is to be explained. */
export interface ExplainRequest {
  /** The clocks, as a schedule has them. */
  clocks: Clock[];
  /** The day on which it is explained. */
  on: CivilDate;
  /** 事项编码, 办件编号 or both: what an entry of a calendar is known by. */
  case?: string;
  /** 事项名称. */
  item?: string;
  /** 实施主体. */
  authority?: string;
  /** 复议机关, as the authority names it. */
  reviewBody?: string;
  /** 程序类型; `other` if absent. */
  procedure?: Procedure;
  /** 语言; Simplified Chinese if absent. */
  locale?: string;
  /** The calendar they were counted with, by its digest; the one in use if absent. */
  calendar?: Digest;
  /** Own keys begin with `x-`; they are kept and ignored. */
  [own: `x-${string}`]: unknown;
}

/** Clocks in words. */
export interface Explained {
  /** A paragraph for each, in their order. */
  clocks: ExplainedClock[];
  /** All of it as plain text, with what it was counted with. */
  text: string;
  /** Own keys begin with `x-`; they are kept and ignored. */
  [own: `x-${string}`]: unknown;
}

/** A clock in words. */
export interface ExplainedClock {
  /** The limit. */
  id: string;
  /** The paragraph. */
  text: string;
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

/** 延期. */
export interface ExtensionLine {
  /** 原到期日. */
  from: CivilDate;
  /** 新到期日. */
  to: CivilDate;
  /** 延长的时间. */
  amount: number;
  /** Its unit. */
  unit: Unit;
  /** 理由. */
  reason: string;
  /** 批准. */
  approvedBy: ApprovedBy;
  /** Own keys begin with `x-`; they are kept and ignored. */
  [own: `x-${string}`]: unknown;
}

/** 收费项目. */
export interface Fee {
  /** 收费项目名称. */
  name: string;
  /** 收费标准 in fen (0.01 yuan), where it is one amount. */
  amount?: number;
  /** 收费标准, in words. */
  standard?: string;
  /** 收费依据. */
  basis?: Citation;
  /** How well this is known. */
  evidence: Evidence;
  /** Own keys begin with `x-`; they are kept and ignored. */
  [own: `x-${string}`]: unknown;
}

/** 收费项目. */
export interface FeeItem {
  /** 名称. */
  name: string;
  /** 金额, in 分. */
  amount: number;
  /** 依据. */
  basis: Basis;
  /** Own keys begin with `x-`; they are kept and ignored. */
  [own: `x-${string}`]: unknown;
}

/** 是否收费. */
export interface FeeLine {
  /** 是否收费. */
  charged: boolean;
  /** 项目. */
  items?: FeeItem[];
  /** Own keys begin with `x-`; they are kept and ignored. */
  [own: `x-${string}`]: unknown;
}

/** 收费情况. No items: 不收费. */
export interface Fees {
  /** 收费项目. */
  items?: Fee[];
  /** How well this is known. */
  evidence: Evidence;
  /** Own keys begin with `x-`; they are kept and ignored. */
  [own: `x-${string}`]: unknown;
}

/** 表单字段与材料所载事实一致: a fact that a material states. */
export interface FieldPlace {
  /** The material. */
  material: string;
  /** Its field. */
  field: string;
  /** Own keys begin with `x-`; they are kept and ignored. */
  [own: `x-${string}`]: unknown;
}

/** 材料字段: a fact that a material states and the portal knows. */
export interface FieldRule {
  /** Identifier, unique within the material. */
  id: string;
  /** Its name in words. */
  label: string;
  /** What its value looks like. */
  type?: FieldType;
  /** Which identity number it is, if it is one. */
  identifier?: IdentifierKind;
  /** Which fact it states. */
  fact?: Fact;
  /** Whether it must be filled in. */
  required?: boolean;
  /** Own keys begin with `x-`; they are kept and ignored. */
  [own: `x-${string}`]: unknown;
}

/** 文件报告: what the inspector found of one file. What is absent was not found, or does not exist in this kind. */
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
  /** Something is not there that has to be. */
  damage?: Damage;
  /** Pixels from left to right of an image that was turned upright. */
  width?: number;
  /** Pixels from top to bottom. */
  height?: number;
  /** Which way up an image lies in the file, as EXIF counts it: 2 to 8; absent where it lies upright. */
  orientation?: number;
  /** Dots per inch, as the file says; many say nothing, or anything. */
  dpi?: number;
  /** Colours of an image. */
  colour?: Colour;
  /** Bits of one colour of one pixel. */
  depth?: number;
  /** It says where it was taken. */
  located?: boolean;
  /** Pages of a PDF, OFD or TIFF. */
  pages?: number;
  /** Pages of a PDF on which nothing is shown, counted from 1; no more than the first sixteen. */
  blank?: number[];
  /** A PDF shows text; `false` for one that holds nothing but images. */
  text?: boolean;
  /** It is encrypted. */
  locked?: Locked;
  /** What runs or hides in a PDF. */
  active?: Active[];
  /** Fields of a PDF for a signature. */
  signatureFields?: number;
  /** Signatures that are there; whether they are valid is not looked at. */
  signatures?: number;
  /** Seals of an OFD; whether they are valid is not looked at. */
  seals?: number;
  /** It holds macros. */
  macros?: boolean;
  /** Members of an archive, or of a document that is one. */
  members?: number;
  /** Why an archive should not be unpacked by a program without care. */
  unsafe?: Unsafe[];
  /** What the picture looks like, where the host could decode it. */
  picture?: Picture;
  /** Own keys begin with `x-`; they are kept and ignored. */
  [own: `x-${string}`]: unknown;
}

/** 文件要求: what the files of a material must be. Nothing is required that does not stand here. */
export interface FileRule {
  /** Kinds accepted, by bytes; empty accepts every kind. */
  kinds?: FileKind[];
  /** Largest file in bytes; 1 KB is 1024 bytes. */
  maxBytes?: number;
  /** A file smaller than this in bytes is probably a thumbnail. */
  minBytes?: number;
  /** Fewest files, such as 2 for the two sides of a card. */
  min?: number;
  /** Most files. */
  max?: number;
  /** Fewest pages of a document. */
  minPages?: number;
  /** Most pages of a document. */
  maxPages?: number;
  /** Fewest pixels of the short side of a picture. */
  shortSide?: number;
  /** 证件照规格. */
  photo?: Photo;
  /** A document with text is wanted rather than a scan. */
  text?: boolean;
  /** 合并上传: one file may hold several materials. */
  combined?: boolean;
  /** 不得重复: the same file may not be given twice. */
  distinct?: boolean;
  /** Where the rule is written; without it, pages are never an obstacle. */
  basis?: Citation;
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

/** 预审问题的增减. */
export interface FindingShift {
  /** Whether it comes or goes. */
  change: Appearing;
  /** What falls short. */
  code: FindingCode;
  /** How grave it is. */
  severity: Severity;
  /** JSON Pointer into the application. */
  path: string;
  /** Own keys begin with `x-`; they are kept and ignored. */
  [own: `x-${string}`]: unknown;
}

/** 电子表单. */
export interface Form {
  /** Identifier, unique within the item. */
  id: string;
  /** 名称. */
  name: string;
  /** When it is filled in; absent, always. */
  when?: Condition;
  /** Its fields, in order. */
  fields: FormField[];
  /** 依据; absent, the catalogue entry itself. */
  basis?: Citation;
  /** How well this is known. */
  evidence: Evidence;
  /** Own keys begin with `x-`; they are kept and ignored. */
  [own: `x-${string}`]: unknown;
}

/** 表单字段. */
export interface FormField {
  /** Identifier, unique among all fields of all forms of the item. */
  id: string;
  /** Its name in words. */
  label: string;
  /** What its value looks like. */
  type?: FieldType;
  /** Which identity number it is, if it is one. */
  identifier?: IdentifierKind;
  /** Which fact it states. */
  fact?: Fact;
  /** Whether it must be filled in. */
  required?: boolean;
  /** When it must be filled in, if not always. */
  requiredWhen?: Condition;
  /** Most characters. */
  max?: number;
  /** It must say what a material says. */
  equals?: FieldPlace;
  /** It is a date that is not before that of another field of the same form. */
  notBefore?: string;
  /** It must be the sum of these fields of the same form, all of them whole numbers. */
  sumOf?: string[];
  /** Own keys begin with `x-`; they are kept and ignored. */
  [own: `x-${string}`]: unknown;
}

/** 检索结果. */
export interface Found {
  /** How many there are in all. */
  total: number;
  /** Those asked for: first where the name begins with the words, then where it has them, then the others; else in the order of the catalogue. */
  items: ItemSummary[];
  /** Own keys begin with `x-`; they are kept and ignored. */
  [own: `x-${string}`]: unknown;
}

/** 时效规则, in days of Asia/Shanghai. */
export interface FreshnessPolicy {
  /** 过期宽限: so long after `nextUpdate` a list is used with a warning, then refused; 30 if absent. */
  staleDays?: number;
  /** 时钟误差: so much later than the day of the question a list or a document may be dated, with a warning; 0 if absent. */
  aheadDays?: number;
  /** Own keys begin with `x-`; they are kept and ignored. */
  [own: `x-${string}`]: unknown;
}

/** 事实与来源: a value, and where it comes from. */
export interface Given {
  /** The value, a string or a whole number. */
  value: Json;
  /** Where it comes from. */
  from: Source;
  /** The electronic licence that it stands on. */
  licence?: string;
  /** When it was read. */
  at?: Instant;
  /** The applicant says that it stands on the document exactly so. */
  confirmed?: boolean;
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

/** 办件经过. */
export interface History {
  /** The worst of all. */
  overall: Overall;
  /** Each receipt, in the order given: the oldest first. */
  receipts: Verification[];
  /** Own keys begin with `x-`; they are kept and ignored. */
  [own: `x-${string}`]: unknown;
}

/** 办件经过 to be verified. */
export interface HistoryRequest {
  /** The receipts, the oldest first. */
  receipts: string[];
  /** The day of the question. */
  on: CivilDate;
  /** 预期: what each of them must be about. */
  expect?: Expected;
  /** 时效规则. */
  policy?: FreshnessPolicy;
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
  /** How grave that would be, unless the applicant confirms the number. */
  severity?: Severity;
  /** What is wrong. */
  why?: IdentifierFault;
  /** What was most likely meant. */
  suggestion?: string;
  /** The other kind of number as which it is valid. */
  looksLike?: IdentifierKind;
  /** What leaves a doubt about a number that is valid. */
  hint?: IdentifierFault;
  /** Own keys begin with `x-`; they are kept and ignored. */
  [own: `x-${string}`]: unknown;
}

/** How many of each kind. */
export interface ImportCounts {
  /** Facts. */
  mapped: number;
  /** Assumptions. */
  defaulted: number;
  /** Values left out. */
  dropped: number;
  /** Values kept as they are. */
  preserved: number;
  /** Items in the catalogue. */
  items: number;
  /** The system whose tables were used. */
  source: string;
  /** Own keys begin with `x-`; they are kept and ignored. */
  [own: `x-${string}`]: unknown;
}

/** What became of one value. */
export interface ImportEntry {
  /** What became of it. */
  what: ImportKind;
  /** JSON Pointer in the source; absent, the source as a whole. */
  from?: string;
  /** JSON Pointer in the result, if it stands there. */
  to?: string;
  /** Why. */
  why: ImportReason;
  /** Own keys begin with `x-`; they are kept and ignored. */
  [own: `x-${string}`]: unknown;
}

/** 导入报告. It has pointers and reasons, never a value. */
export interface ImportReport {
  /** How many of each kind. */
  counts: ImportCounts;
  /** Every value, in the order in which it was looked at. */
  entries: ImportEntry[];
  /** Whether there were more entries than a report holds; the counts have them all. */
  truncated?: boolean;
  /** Own keys begin with `x-`; they are kept and ignored. */
  [own: `x-${string}`]: unknown;
}

/** What an import makes. */
export interface ImportResult {
  /** The catalogue, as JSON text in our format; it loads without a fault, and the same source always makes the same bytes. */
  catalogue: string;
  /** What became of every value. */
  report: ImportReport;
  /** Own keys begin with `x-`; they are kept and ignored. */
  [own: `x-${string}`]: unknown;
}

/** 出具机关. Of a commitment: in whose name the key signs. */
export interface Issuer {
  /** 机关名称. */
  name: string;
  /** 统一社会信用代码. */
  uscc: string;
  /** 行政区划代码. */
  region: string;
  /** 承办部门. */
  department?: string;
  /** Own keys begin with `x-`; they are kept and ignored. */
  [own: `x-${string}`]: unknown;
}

/** 出具机关, from the trust list. */
export interface IssuerShown {
  /** 机关名称. */
  name: string;
  /** 统一社会信用代码. */
  uscc: string;
  /** 可靠的电子签名 (电子签名法 13, 16). */
  reliable?: boolean;
  /** Own keys begin with `x-`; they are kept and ignored. */
  [own: `x-${string}`]: unknown;
}

/** 事项: the smallest unit that is actually handled (最小实际办理子项). */
export interface Item {
  /** 事项编码, unique within the catalogue on any day. */
  code: string;
  /** 实施编码, where it is known. */
  taskCode?: string;
  /** 事项版本. */
  version: string;
  /** 事项名称. */
  name: string;
  /** 别名、关键词: other words under which people look for it. */
  keywords?: string[];
  /** 主题分类. */
  themes?: string[];
  /** 事项类型. */
  power?: Power;
  /** 各系统的代码, by system, such as `gd-portal`: kept as that system writes it. */
  codes?: { [key: string]: string };
  /** 程序类型, which decides what law the procedure lives by. */
  procedure: Procedure;
  /** 实施主体. */
  authority: Authority;
  /** 行使层级. */
  level?: Level;
  /** 服务对象. */
  audience: Audience[];
  /** 办理形式. */
  handling?: HandlingForm[];
  /** 申请方式; on application if absent. */
  mode?: ServiceMode;
  /** 到办事现场次数. */
  visits?: number;
  /** First day on which it can be applied for. */
  validFrom: CivilDate;
  /** Last day; absent, without end. */
  validTo?: CivilDate;
  /** 受理时段; none, always. */
  windows?: Opening[];
  /** 数量限制. */
  quota?: Quota;
  /** 不得重复申请: no second application while one is under way. */
  single?: boolean;
  /** 设定依据. */
  basis: Citation[];
  /** 办理条件. */
  requirements?: Requirement[];
  /** 申请人的证件类型: which identity number the applicant must have, where the item asks for one. */
  applicant?: IdentifierKind;
  /** 情形问题, in the order in which they are asked. */
  questions?: Question[];
  /** 前置事项. */
  prerequisites?: Prerequisite[];
  /** 前置判断. */
  screens?: Screen[];
  /** 电子表单. */
  forms?: Form[];
  /** 相关人, each with materials of their own. */
  roles?: Role[];
  /** 申请材料. */
  materials: Material[];
  /** 多选一. */
  groups?: Group[];
  /** 时限. */
  limits: Limit[];
  /** 收费情况. */
  fees?: Fees;
  /** 办理场所. */
  venues?: Venue[];
  /** 办理过程. */
  stages?: Stage[];
  /** 办理结果. */
  results?: ResultDocument[];
  /** 联办事项. */
  constituents?: Constituent[];
  /** 咨询渠道. */
  inquiry?: Contact[];
  /** 办理进程查询渠道. */
  progress?: Contact[];
  /** 监督投诉渠道. */
  complaint?: Contact[];
  /** 救济渠道. */
  relief?: Relief[];
  /** 说明, shown with the item. */
  notes?: string[];
  /** 其他语言的文本, by language and by place: `{"en":{"/name":…,"/authority":…,"/materials/<id>":…, "/materials/<id>/<field>":…,"/questions/<id>":…,"/questions/<id>/<option>":…,"/forms/<field>":…, "/roles/<id>":…}}`. Messages in that language use them. */
  texts?: { [key: string]: { [key: string]: string } };
  /** Own keys begin with `x-`; they are kept and ignored. */
  [own: `x-${string}`]: unknown;
}

/** 办理事项. */
export interface ItemEntry {
  /** 实施编码 or 业务办理项编码. */
  code: string;
  /** 事项名称. */
  name: string;
  /** 事项版本. */
  version?: string;
  /** 程序类型: the licensing law is named for licences only. */
  procedure: Procedure;
  /** 设定依据 of the item itself. */
  basis?: Basis[];
  /** 适用情形. */
  situation?: string[];
  /** 目录版本. */
  catalogue: CatalogueEntry;
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
  /** 程序类型. */
  procedure: Procedure;
  /** 行使层级. */
  level?: Level;
  /** 服务对象. */
  audience: Audience[];
  /** 主题分类. */
  themes?: string[];
  /** 别名、关键词. */
  keywords?: string[];
  /** First day in force. */
  validFrom: CivilDate;
  /** Last day in force. */
  validTo?: CivilDate;
  /** Own keys begin with `x-`; they are kept and ignored. */
  [own: `x-${string}`]: unknown;
}

/** 联合办理的时限表. */
export interface Joint {
  /** Every item, in the order given. */
  members: MemberState[];
  /** 最迟办结日: the last day of the slowest that is still at work; absent while one of them waits or is paused. */
  due?: CivilDate;
  /** 关键路径: the items that decide it. */
  critical: string[];
  /** Whose limits are past. */
  late: string[];
  /** 联合办理的四十五日, where they bind. */
  cap?: Clock;
  /** Own keys begin with `x-`; they are kept and ignored. */
  [own: `x-${string}`]: unknown;
}

/** A material that several constituents ask for. */
export interface JointMaterial {
  /** The material. */
  material: string;
  /** The constituents. */
  items: string[];
  /** Where their rules differ, whose counts. */
  strictest?: StrictRule[];
  /** Own keys begin with `x-`; they are kept and ignored. */
  [own: `x-${string}`]: unknown;
}

/** One item of a joint matter. */
export interface JointMember {
  /** 事项编码. */
  item: string;
  /** 承办部门. */
  department?: string;
  /** 程序类型; `other` if absent. */
  procedure?: Procedure;
  /** Its limits. */
  limits: Limit[];
  /** What has happened to it. */
  events: CaseEvent[];
  /** 办理地的日历, by its digest; the one in use if absent. */
  calendar?: Digest;
  /** Own keys begin with `x-`; they are kept and ignored. */
  [own: `x-${string}`]: unknown;
}

/** A joint matter. */
export interface JointRequest {
  /** Its items. */
  members: JointMember[];
  /** 统一办理、联合办理、集中办理 under 行政许可法 26 by one government: only then, and only for licences, forty-five days bind them together. */
  unified?: boolean;
  /** What has happened to the matter as a whole: its acceptance, an extension. */
  events?: CaseEvent[];
  /** The day on which the question is asked. */
  on: CivilDate;
  /** Own keys begin with `x-`; they are kept and ignored. */
  [own: `x-${string}`]: unknown;
}

/** 密钥条目. */
export interface KeyEntry {
  /** First eight bytes of the SM3 of the SPKI; computed again, never believed. */
  kid: string;
  /** 签名算法. */
  alg: Algorithm;
  /** SM2 的用户身份标识; the standard one if absent. */
  sm2Id?: string;
  /** `SubjectPublicKeyInfo` (DER, base64url). */
  spki: string;
  /** 机关的统一社会信用代码. */
  issuerUscc: string;
  /** 机关名称, as it is shown. */
  issuerName: string;
  /** 行政区划代码 it may sign for. */
  regions: string[];
  /** 承办部门 that its documents may name; none if the list does not say. */
  departments?: string[];
  /** 文书种类 it may sign. */
  types: DocumentKind[];
  /** 目录发布: whether it may sign the manifests of catalogues of its regions. */
  catalogues?: boolean;
  /** From when. */
  notBefore: Instant;
  /** Until when. */
  notAfter: Instant;
  /** 撤销时间. */
  revokedAt?: Instant;
  /** 撤销原因; without a time the key is good at none. */
  revokeReason?: RevokeReason;
  /** 持有许可的电子认证服务机构的证书 (电子签名法 16): only then is the signature called reliable. */
  licensedCa?: boolean;
  /** Own keys begin with `x-`; they are kept and ignored. */
  [own: `x-${string}`]: unknown;
}

/** The last day on which a limit can start and still end in time. */
export interface LatestStart {
  /** The limit. */
  id: string;
  /** What it is for. */
  kind: LimitKind;
  /** The event that starts it. */
  trigger: Trigger;
  /** The last day for that event. */
  start: CivilDate;
  /** 稳妥日: the last day to file if the authority uses all the time it has to say whether it accepts. */
  safe: CivilDate;
  /** The last day when it starts on `start`. */
  due: CivilDate;
  /** How certain that is. */
  certainty: Certainty;
  /** Own keys begin with `x-`; they are kept and ignored. */
  [own: `x-${string}`]: unknown;
}

/** One item in the index. */
export interface Leaf {
  /** 事项编码. */
  code: string;
  /** 事项版本. */
  version: string;
  /** 事项名称. */
  name: string;
  /** 实施主体. */
  authority: string;
  /** 程序类型. */
  procedure: Procedure;
  /** 行使层级. */
  level?: Level;
  /** 服务对象. */
  audience?: Audience[];
  /** 主题分类. */
  themes?: string[];
  /** 别名、关键词. */
  keywords?: string[];
  /** First day in force. */
  validFrom: CivilDate;
  /** Last day in force. */
  validTo?: CivilDate;
  /** SM3 of the canonical form of the item. */
  sm3: Digest;
  /** SHA-256 of the bundle that has it. */
  bundle: Digest;
  /** Own keys begin with `x-`; they are kept and ignored. */
  [own: `x-${string}`]: unknown;
}

/** How many cases stand at each light. */
export interface Lights {
  /** 正常. */
  normal: number;
  /** 预警. */
  soon: number;
  /** 当日到期. */
  today: number;
  /** 超过承诺时限, the statutory one not being past. */
  overduePromised: number;
  /** 超过法定时限, or another limit that the law or the catalogue sets the authority. */
  overdueStatutory: number;
  /** 计时中止. */
  paused: number;
  /** Nothing of the authority's runs: waiting for the applicant, or no limit has begun. */
  waiting: number;
  /** 已办结 or over. */
  ended: number;
  /** Finished, but late. They are among those that have ended. */
  late: number;
  /** Of which department or item; absent, of all. */
  of?: string;
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
  /** 另一时限: the limit whose end starts this one, for the trigger `elapsed`. */
  after?: string;
  /** How many; 0 is the same day. */
  amount: number;
  /** Of what. */
  unit: Unit;
  /** 收件日规则 for a limit that starts with the receipt; absent, the day of receipt itself. */
  receipt?: ReceiptPolicy;
  /** 延期. */
  extension?: Extension;
  /** 不计入的情形, in words, as the guide has them. */
  excludes?: string;
  /** 依据; absent, the catalogue entry itself. */
  basis?: Citation;
  /** How well this is known. */
  evidence: Evidence;
  /** Own keys begin with `x-`; they are kept and ignored. */
  [own: `x-${string}`]: unknown;
}

/** A limit, counted as if the event that starts it fell on the day of the check. */
export interface LimitEntry {
  /** 联办: the constituent whose limit it is. */
  item?: string;
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
  /** 发布序号. */
  seq?: number;
  /** Items in it, loaded or not. */
  items: number;
  /** Whether it is loaded item by item. */
  partial?: boolean;
  /** Own keys begin with `x-`; they are kept and ignored. */
  [own: `x-${string}`]: unknown;
}

/** 发布清单: what a catalogue is, and where its index begins. */
export interface Manifest {
  /** The format. */
  format: 'yushen-manifest/0.1';
  /** The format of the items. */
  schema: 'yushen-catalogue/0.1';
  /** 目录名称. */
  name: string;
  /** 行政区划代码. */
  region: string;
  /** 目录版本. */
  version: string;
  /** 发布序号: a lower one is refused. */
  seq: number;
  /** First day in force. */
  validFrom: CivilDate;
  /** Last day in force. */
  validTo?: CivilDate;
  /** Where the facts come from. */
  source: string;
  /** How many items there are. */
  items: number;
  /** SHA-256 of the ordered list of items, as of the whole catalogue. */
  sha256: Digest;
  /** SM3 of the same. */
  sm3: Digest;
  /** SHA-256 of the root of the index. */
  index: Digest;
  /** 发布时间, which a manifest that is signed must state. */
  issuedAt?: Instant;
  /** 签名 over everything else; verified with a trust list by `receipt::verify::verify_manifest`, not here. */
  signature?: Json;
  /** Own keys begin with `x-`; they are kept and ignored. */
  [own: `x-${string}`]: unknown;
}

/** 发布清单草稿: a manifest that nobody has signed. */
export interface ManifestDraft {
  /** What the publisher signs, base64url. It must compare them with what it makes of its own manifest. */
  toBeSigned: string;
  /** The manifest with its time of issue, canonical. */
  manifest: string;
  /** 签名算法. */
  alg: Algorithm;
  /** The key. */
  kid: string;
  /** Own keys begin with `x-`; they are kept and ignored. */
  [own: `x-${string}`]: unknown;
}

/** What the manifest of a catalogue is verified with. */
export interface ManifestRequest {
  /** The day of the question; without it the day of the manifest or of the list, whichever is later: it cannot be earlier. */
  on?: CivilDate;
  /** 时效规则. */
  policy?: FreshnessPolicy;
  /** Own keys begin with `x-`; they are kept and ignored. */
  [own: `x-${string}`]: unknown;
}

/** With which key a manifest will be signed, and when it is issued. */
export interface ManifestSigner {
  /** 签名算法. */
  alg: Algorithm;
  /** The key. */
  kid: string;
  /** 发布时间. */
  issuedAt: Instant;
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
  /** 材料形式; paper or electronic if absent. */
  medium?: Medium;
  /** 来源渠道. */
  origin?: Origin;
  /** When it applies; absent, always — unless an option of a question asks for it by name. */
  when?: Condition;
  /** 每人一份: everybody in this role hands in one of their own. */
  per?: string;
  /** 证明事项: it proves a fact, and nobody may ask for it without a basis in law (优化营商环境条例 44). */
  proof?: boolean;
  /** 多选一: the group of materials of which some suffice. */
  group?: string;
  /** 免提交: the authority can obtain it through data sharing, so nobody may be asked for it. */
  shared?: boolean;
  /** 数据共享, for a material that is `shared`. */
  sharing?: Sharing;
  /** 告知承诺, where the applicant may choose it. */
  commitment?: Commitment;
  /** 容缺后补, for a material that is `deferrable`. */
  deferral?: Deferral;
  /** 代理材料: it proves who the agent is or what he may do. */
  agent?: boolean;
  /** 份数 at the counter; an electronic application needs no copies. */
  copies?: number;
  /** 原件要求. */
  original?: Original;
  /** 需要签名. */
  signature?: boolean;
  /** 需要盖章: which seal, in words. */
  seal?: string;
  /** 需要中文译本 when these answers are given. */
  translation?: Condition;
  /** 需要公证认证 when these answers are given. */
  authentication?: Condition;
  /** 空白表格. */
  template?: Template;
  /** 示例样表: where the portal has a sample that is filled in. */
  sample?: string;
  /** 有效期要求. */
  validity?: Validity;
  /** What its files must be. */
  files?: FileRule;
  /** Facts it states. */
  fields?: FieldRule[];
  /** 填报须知. */
  instructions?: string;
  /** 受理标准. */
  standard?: string;
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
  files?: BoundFile[];
  /** Own keys begin with `x-`; they are kept and ignored. */
  [own: `x-${string}`]: unknown;
}

/** 材料清单的一行. */
export interface MaterialLine {
  /** The material of the plan. */
  id: string;
  /** 材料名称. */
  name: string;
  /** 材料形式. */
  form?: MaterialForm;
  /** 份数. */
  copies?: number;
  /** 收取方式. */
  via?: Via;
  /** 文件. */
  files?: OwnFile[];
  /** Own keys begin with `x-`; they are kept and ignored. */
  [own: `x-${string}`]: unknown;
}

/** 材料变化. */
export interface MaterialShift {
  /** The material. */
  id: string;
  /** What changes. */
  change: Shift;
  /** How it stands under the older version. */
  before: Demand;
  /** How it stands under the newer version. */
  after: Demand;
  /** Which of its rules change: JSON Pointers inside the item, by identifier. */
  rules?: string[];
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

/** How one item of a joint matter stands. */
export interface MemberState {
  /** 事项编码. */
  item: string;
  /** 承办部门. */
  department?: string;
  /** How it stands. */
  state: MemberStage;
  /** The limit that decides when it is done: what is promised, else what the law sets. */
  clock?: string;
  /** The last day of that limit. */
  due?: CivilDate;
  /** How certain that is. */
  certainty?: Certainty;
  /** A limit of its authority's is past. */
  late?: boolean;
  /** Its clocks. */
  clocks: Clock[];
  /** Its notices. */
  notices: Notice[];
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

/** 不适配: what an application has that one version does not know, though the other does. It is left out there. */
export interface Misfit {
  /** What is wrong with it, by the code of the error it would be. */
  code: string;
  /** JSON Pointer into the application. */
  path: string;
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
  /** 未生效: written across a document that nobody has signed yet. */
  mark?: string;
  /** 编号, under the title. */
  number?: string;
  /** 落款: who issues it, when, and where the seal goes. */
  signoff?: Signoff;
  /** 二维码. */
  code?: Code;
  /** Own keys begin with `x-`; they are kept and ignored. */
  [own: `x-${string}`]: unknown;
}

/** One file of the index: either branches or leaves, in the order of their codes. */
export interface Node {
  /** The format. */
  format: 'yushen-index/0.1';
  /** Parts below. */
  branches?: Branch[];
  /** Items. */
  leaves?: Leaf[];
  /** Own keys begin with `x-`; they are kept and ignored. */
  [own: `x-${string}`]: unknown;
}

/** 提示函. */
export interface Notice {
  /** What departs. */
  code: NoticeCode;
  /** How grave it is. */
  severity: Severity;
  /** JSON Pointer into the catalogue, or into what was compared with it. */
  path: string;
  /** 事项编码. */
  item?: string;
  /** Names, counts and limits that the sentence needs. */
  params?: { [key: string]: number | string };
  /** What it rests on. */
  basis: Basis;
  /** Own keys begin with `x-`; they are kept and ignored. */
  [own: `x-${string}`]: unknown;
}

/** A question that stands open, and the materials its answer helps to settle. */
export interface OpenQuestion {
  /** The question. */
  question: string;
  /** The materials; none if it settles who has a part in it, or what is filled in. */
  settles: string[];
  /** Own keys begin with `x-`; they are kept and ignored. */
  [own: `x-${string}`]: unknown;
}

/** 受理时段: days on which applications are taken. Without any, always. */
export interface Opening {
  /** First day. */
  from: CivilDate;
  /** Last day. */
  to: CivilDate;
  /** 批次名称. */
  name?: string;
  /** How well this is known. */
  evidence: Evidence;
  /** Own keys begin with `x-`; they are kept and ignored. */
  [own: `x-${string}`]: unknown;
}

/** 地方安排 of one authority. */
export interface Overlay {
  /** 名称, shown with results. */
  name: string;
  /** 发布机关. */
  authority: string;
  /** 文号. */
  document?: string;
  /** 放假; a national make-up day among them is a day off after all. */
  off?: Period[];
  /** 上班: days off in the national calendar that are worked here. */
  worked?: CivilDate[];
  /** 停办. */
  closures?: Closure[];
  /** Own keys begin with `x-`; they are kept and ignored. */
  [own: `x-${string}`]: unknown;
}

/** 文件: what was handed in, bound by its digests. */
export interface OwnFile {
  /** 文件名. */
  name: string;
  /** Bytes. */
  size: number;
  /** 媒体类型. */
  mediaType?: string;
  /** SHA-256 of the bytes. */
  sha256: Digest;
  /** SM3 of the bytes. */
  sm3: Digest;
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
  /** 法定代表人（负责人）, of an organisation. */
  representative?: Representative;
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

/** 当事人. */
export interface PartyLine {
  /** 姓名 or 名称. */
  name: string;
  /** 证件类型. */
  kind?: IdentifierKind;
  /** 证件号码, as the authority supplies it. */
  identifier?: string;
  /** 法定代表人. */
  representative?: string;
  /** 住址 (住所). */
  address?: string;
  /** Own keys begin with `x-`; they are kept and ignored. */
  [own: `x-${string}`]: unknown;
}

/** How the materials of one person in a role stand. */
export interface PartyState {
  /** The role. */
  role: string;
  /** Which of them, counted from 0. */
  index: number;
  /** Their materials. */
  materials: MaterialState[];
  /** Own keys begin with `x-`; they are kept and ignored. */
  [own: `x-${string}`]: unknown;
}

/** 不计入的期间: after `from`, up to and including `to`. */
export interface Pause {
  /** The day on which it begins, which still counts. */
  from: CivilDate;
  /** The day on which its result is there; absent, not yet (待恢复). */
  to?: CivilDate;
  /** Which procedures. */
  kinds?: StopKind[];
  /** Which stops, where the events name them. */
  ids?: string[];
  /** Own keys begin with `x-`; they are kept and ignored. */
  [own: `x-${string}`]: unknown;
}

/** 起止日期: a closed range of days. */
export interface Period {
  /** First day. */
  from: CivilDate;
  /** Last day. */
  to: CivilDate;
  /** 节日名称. */
  name?: string;
  /** Own keys begin with `x-`; they are kept and ignored. */
  [own: `x-${string}`]: unknown;
}

/** A person in a role, with the materials of each. */
export interface PersonEntry {
  /** 相关人类别 in words. */
  role: string;
  /** Who it is, masked. */
  party: PartyEntry;
  /** Their materials. */
  materials: MaterialEntry[];
  /** Own keys begin with `x-`; they are kept and ignored. */
  [own: `x-${string}`]: unknown;
}

/** 证件照规格: a photo that machines read. */
export interface Photo {
  /** Pixels from left to right. */
  width?: number;
  /** Pixels from top to bottom. */
  height?: number;
  /** Dots per inch. */
  dpi?: number;
  /** Where that is written; absent, the material's own basis. */
  basis?: Citation;
  /** Own keys begin with `x-`; they are kept and ignored. */
  [own: `x-${string}`]: unknown;
}

/** 画面: what a picture looks like, measured on its pixels reduced to a longest side of 512. */
export interface Picture {
  /** How abrupt edges are beside their contrast: thousands for a sharp text, below four hundred for a blurred one. */
  sharpness: number;
  /** Variance of the Laplacian where there is most detail; near zero for an empty sheet. */
  detail: number;
  /** Brightness, 0 to 255, on the average. */
  mean: number;
  /** Standard deviation of the brightness. */
  deviation: number;
  /** Of a thousand pixels, those nearly black: below 30. */
  dark: number;
  /** Of a thousand pixels, those burnt out: 253 and above. */
  clipped: number;
  /** Of a hundred thousand pixels, those darker than the average by more than 60: what is written or printed. */
  ink: number;
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
  /** 联办: materials that several of the items ask for, and whose rule counts. */
  joint?: JointMaterial[];
  /** Own keys begin with `x-`; they are kept and ignored. */
  [own: `x-${string}`]: unknown;
}

/** What a plan is made from. */
export interface PlanRequest {
  /** 回答. */
  answers: { [key: string]: Answer };
  /** The day it is made for. */
  on: CivilDate;
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
  /** 告知承诺: a written commitment may stand in its place. */
  commitment?: boolean;
  /** 代理材料. */
  agent?: boolean;
  /** 需要中文译本, by the answers. */
  translation?: boolean;
  /** 需要公证认证, by the answers. */
  authentication?: boolean;
  /** The one-of group it belongs to. */
  group?: string;
  /** The questions whose answers decided, or would decide, that it applies; none if it always does. */
  because?: string[];
  /** Own keys begin with `x-`; they are kept and ignored. */
  [own: `x-${string}`]: unknown;
}

/** 承诺. */
export interface Pledge {
  /** 种类. */
  kind: PledgeKind;
  /** 受理机关, to which it is addressed. */
  addressee: string;
  /** 承诺内容. */
  statements: string[];
  /** 违反承诺的后果. */
  consequences: string[];
  /** 依据. */
  basis?: Basis;
  /** Own keys begin with `x-`; they are kept and ignored. */
  [own: `x-${string}`]: unknown;
}

/** 页面的要求: what a page or form asks of the applicant, as the portal's developer or a crawler has read it. */
export interface PortalDemand {
  /** 事项编码. */
  item: string;
  /** The day for which it is compared. */
  on: CivilDate;
  /** 材料. */
  materials?: DemandedMaterial[];
  /** 字段. */
  fields?: DemandedField[];
  /** 费用. */
  fees?: DemandedFee[];
  /** 环节. */
  stages?: string[];
  /** Own keys begin with `x-`; they are kept and ignored. */
  [own: `x-${string}`]: unknown;
}

/** What the host adds to a check to make a sheet of it. */
export interface PrecheckRequest {
  /** 自查编号, made by `precheckNumber`. */
  number: string;
  /** 本机时间, as the device says it; it proves nothing. */
  clientClock: Instant;
  /** 语言 of its sentences; Simplified Chinese if absent. */
  locale?: string;
  /** Own keys begin with `x-`; they are kept and ignored. */
  [own: `x-${string}`]: unknown;
}

/** 前置事项: what has to be done before this one. */
export interface Prerequisite {
  /** 名称. */
  name: string;
  /** 事项编码, where the catalogue has it as an item of its own. */
  item?: string;
  /** Where it is written. */
  basis?: Citation;
  /** How well this is known. */
  evidence: Evidence;
  /** Own keys begin with `x-`; they are kept and ignored. */
  [own: `x-${string}`]: unknown;
}

/** 上一文书 of the same case. */
export interface Previous {
  /** 文书编号. */
  number: string;
  /** SM3 of what was signed of it, its `chain`. */
  digest: Digest;
  /** Own keys begin with `x-`; they are kept and ignored. */
  [own: `x-${string}`]: unknown;
}

/** 检索条件. All that are given must be met. */
export interface Query {
  /** Words; each must occur in name, keywords, themes, authority or code. */
  text?: string;
  /** 实施主体, or a part of its name. */
  authority?: string;
  /** 服务对象. */
  audience?: Audience;
  /** 行使层级. */
  level?: Level;
  /** 程序类型. */
  procedure?: Procedure;
  /** 主题. */
  theme?: string;
  /** 行政区划代码: the whole code, or its beginning. */
  region?: string;
  /** In force on this day. */
  on?: CivilDate;
  /** How many to pass over. */
  offset?: number;
  /** Most to return; 20 if absent. */
  limit?: number;
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

/** 问题变化. */
export interface QuestionShift {
  /** The question. */
  id: string;
  /** What changes. */
  change: Asking;
  /** Whether the application has an answer that fits the newer version. */
  answered?: boolean;
  /** Own keys begin with `x-`; they are kept and ignored. */
  [own: `x-${string}`]: unknown;
}

/** 数量限制. */
export interface Quota {
  /** The limit, in words. */
  text: string;
  /** Where it is written. */
  basis?: Citation;
  /** How well this is known. */
  evidence: Evidence;
  /** Own keys begin with `x-`; they are kept and ignored. */
  [own: `x-${string}`]: unknown;
}

/** 文书: what is stored, handed on and verified. */
export interface Receipt {
  /** The format. */
  format: 'yushen-receipt/0.1';
  /** The body. */
  body: Json;
  /** The head, base64url. */
  head?: string;
  /** 签名. */
  sig?: Signature;
  /** 电子签章数据 (GB/T 38540, base64), kept as it is and not looked into. */
  seal?: string;
  /** 时间戳 (GB/T 20520, base64), kept as it is and not looked into. */
  tst?: string;
  /** Own keys begin with `x-`; they are kept and ignored. */
  [own: `x-${string}`]: unknown;
}

/** 收件日规则, where the authority has published one. */
export interface ReceiptPolicy {
  /** Which rule. */
  rule: ReceiptRule;
  /** 下班时间 `hh:mm`, for `office-hours`. */
  close?: string;
  /** 依据; absent, the catalogue entry itself. */
  basis?: Citation;
  /** How well this is known. */
  evidence: Evidence;
  /** Own keys begin with `x-`; they are kept and ignored. */
  [own: `x-${string}`]: unknown;
}

/** 救济渠道. Which body and which court it is, the authority names in its decision; nothing is assumed here. */
export interface Relief {
  /** Which way. */
  kind: ReliefKind;
  /** In words. */
  text: string;
  /** Where it is written. */
  basis?: Citation;
  /** How well this is known. */
  evidence: Evidence;
  /** Own keys begin with `x-`; they are kept and ignored. */
  [own: `x-${string}`]: unknown;
}

/** 救济途径, as the authority supplies it; nothing is defaulted. */
export interface Remedies {
  /** 行政复议机关. */
  reconsideration: string;
  /** 申请行政复议的期限, in days. */
  days: number;
  /** 管辖法院. */
  court: string;
  /** 提起行政诉讼的期限, in months. */
  months: number;
  /** 复议前置. */
  reconsiderationFirst?: boolean;
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

/** How a document is written. */
export interface RenderRequest {
  /** The day of the question, for the trust list. */
  on: CivilDate;
  /** 语言; Simplified Chinese if absent. */
  locale?: string;
  /** 查验地址: where the authority shows receipts, `https://…/r`. With it, the document has a QR code. */
  url?: string;
  /** 时效规则. */
  policy?: FreshnessPolicy;
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

/** 法定代表人（负责人）. */
export interface Representative {
  /** 姓名. */
  name?: string;
  /** 证件. */
  identifier?: Identifier;
  /** Own keys begin with `x-`; they are kept and ignored. */
  [own: `x-${string}`]: unknown;
}

/** 办理条件: one condition, in words. */
export interface Requirement {
  /** The condition. */
  text: string;
  /** Where it is written. */
  basis?: Citation;
  /** How well this is known. */
  evidence: Evidence;
  /** Own keys begin with `x-`; they are kept and ignored. */
  [own: `x-${string}`]: unknown;
}

/** 补正的提交方式、期限和后果. Limit and consequence only where the catalogue gives both with their basis. */
export interface Response {
  /** 提交方式. */
  via: string;
  /** 补正期限. */
  amount?: number;
  /** Its unit. */
  unit?: Unit;
  /** 最后一日. */
  due?: CivilDate;
  /** 逾期的后果. */
  consequence?: Consequence;
  /** 依据 of both. */
  basis?: Basis;
  /** Own keys begin with `x-`; they are kept and ignored. */
  [own: `x-${string}`]: unknown;
}

/** 办理结果. */
export interface ResultDocument {
  /** 结果名称. */
  name: string;
  /** 送达方式, in words. */
  delivery?: string;
  /** 结果有效期, in words. */
  validity?: string;
  /** How well this is known. */
  evidence: Evidence;
  /** Own keys begin with `x-`; they are kept and ignored. */
  [own: `x-${string}`]: unknown;
}

/** 相关人: people or organisations each of whom needs materials of their own — shareholders, parents, children. */
export interface Role {
  /** Identifier, unique within the item. */
  id: string;
  /** What each of them is called, such as 股东. */
  name: string;
  /** Fewest; none if absent. */
  min?: number;
  /** Most. */
  max?: number;
  /** When there are any; absent, always. */
  when?: Condition;
  /** Which identity number each must have, where the item asks for one. */
  identifier?: IdentifierKind;
  /** How well this is known. */
  evidence: Evidence;
  /** Own keys begin with `x-`; they are kept and ignored. */
  [own: `x-${string}`]: unknown;
}

/** 相关人 with the materials that are theirs. */
export interface RoleParty {
  /** Who it is. */
  party: Party;
  /** 已提交材料, by material. */
  materials?: { [key: string]: Submitted };
  /** Own keys begin with `x-`; they are kept and ignored. */
  [own: `x-${string}`]: unknown;
}

/** 根密钥, pinned by the portal. */
export interface Root {
  /** 签名算法. */
  alg: Algorithm;
  /** `SubjectPublicKeyInfo` (DER, base64url). */
  spki: string;
  /** SM2 的用户身份标识; the standard one if absent. */
  sm2Id?: string;
  /** Own keys begin with `x-`; they are kept and ignored. */
  [own: `x-${string}`]: unknown;
}

/** What a schedule is computed from. */
export interface ScheduleRequest {
  /** 事项编码: the basis of a limit that names no statute. */
  item: string;
  /** 程序类型: deemed acceptance belongs to licences only; `other` if absent. An item of a catalogue has its own. */
  procedure?: Procedure;
  /** The limits, as a catalogue has them; absent where an item of a catalogue is meant, which has its own. */
  limits?: Limit[];
  /** What has happened. */
  events: CaseEvent[];
  /** The day on which the question is asked. */
  on: CivilDate;
  /** The moment at which it is asked, for limits in hours; the end of the day if absent. */
  now?: CivilDate | Instant;
  /** 预警阈值. */
  thresholds?: ThresholdFile;
  /** The calendar to count with, by its digest; the one in use if absent. */
  calendar?: Digest;
  /** Own keys begin with `x-`; they are kept and ignored. */
  [own: `x-${string}`]: unknown;
}

/** 时限表 with what it means for the applicant. */
export interface Schedule {
  /** Every clock that an event has started, in the order of the limits. */
  clocks: Clock[];
  /** 视为受理日, computed (行政许可法 32, licences only). */
  deemedAccepted?: CivilDate;
  /** 视为准予延续日, computed (行政许可法 50, licences only). */
  deemedRenewed?: CivilDate;
  /** 办件终结日: withdrawn, transferred, closed or refused, after which nothing is counted. */
  over?: CivilDate;
  /** What the applicant should know: computed acceptance, his own deadlines, estimates. */
  findings: Finding[];
  /** 提示函: late and unlawful acts, kept in the record and noted. */
  notices: Notice[];
  /** What it was computed with. */
  calendar: CalendarRef;
  /** Own keys begin with `x-`; they are kept and ignored. */
  [own: `x-${string}`]: unknown;
}

/** 前置判断: when these answers are given, the application as a whole is doubtful. It never blocks: only the authority decides. */
export interface Screen {
  /** Identifier, unique within the item. */
  id: string;
  /** What the answers mean. */
  kind: ScreenKind;
  /** The answers. */
  when: Condition;
  /** The condition that may not be met, in words. */
  text?: string;
  /** 有权机关: where to go instead. */
  other?: string;
  /** Where it is written. */
  basis?: Citation;
  /** How well this is known. */
  evidence: Evidence;
  /** Own keys begin with `x-`; they are kept and ignored. */
  [own: `x-${string}`]: unknown;
}

/** What is wrong, and what to do. A file of changes may leave any of it out. */
export interface Sentence {
  /** What is wrong. */
  what?: string;
  /** What to do. */
  how?: string;
  /** What is wrong, where a slot of `what` has no value. */
  whatPlain?: string;
  /** What to do, where a slot of `how` has no value. */
  howPlain?: string;
  /** Own keys begin with `x-`; they are kept and ignored. */
  [own: `x-${string}`]: unknown;
}

/** 送达和份数去向. */
export interface ServiceLine {
  /** 送达方式. */
  via: string;
  /** 送达时间. */
  at?: Instant;
  /** 份数去向. */
  copies?: string[];
  /** Own keys begin with `x-`; they are kept and ignored. */
  [own: `x-${string}`]: unknown;
}

/** 数据共享: where the authority obtains a material itself (免提交), and what to do when it finds nothing. */
export interface Sharing {
  /** 数据来源, in words. */
  from: string;
  /** 查询不到时怎么办, in words. */
  fallback?: string;
  /** Own keys begin with `x-`; they are kept and ignored. */
  [own: `x-${string}`]: unknown;
}

/** A self-check sheet: nothing but its body, since nobody has signed it. */
export interface Sheet {
  /** The format. */
  format: 'yushen-receipt/0.1';
  /** The body. */
  body: Body;
  /** Own keys begin with `x-`; they are kept and ignored. */
  [own: `x-${string}`]: unknown;
}

/** 首部载明的内容: what a scan may show. */
export interface Shown {
  /** 文书种类. */
  kind: DocumentKind;
  /** 文书名称. */
  title: string;
  /** 文书编号. */
  number: string;
  /** 事项编码. */
  item: string;
  /** 出具机关的统一社会信用代码, as the head states it. */
  uscc: string;
  /** 出具时间. */
  issued: Instant;
  /** 受理时间. */
  accepted?: Instant;
  /** 承诺办结日. */
  due?: CivilDate;
  /** 校验码. */
  check: string;
  /** 签名算法. */
  alg: Algorithm;
  /** The key. */
  kid: string;
  /** SM3 of what was signed: what a later receipt of the case names. */
  chain: Digest;
  /** Own keys begin with `x-`; they are kept and ignored. */
  [own: `x-${string}`]: unknown;
}

/** 签名, as it came back from the authority's signing service. */
export interface Signature {
  /** 签名算法. */
  alg: Algorithm;
  /** The key. */
  kid: string;
  /** The signature, base64url: r‖s, or the DER of SM2 and ECDSA. */
  value: string;
  /** 证书 (DER, base64), kept as it is and not looked into. */
  cert?: string;
  /** Own keys begin with `x-`; they are kept and ignored. */
  [own: `x-${string}`]: unknown;
}

/** With which key a document will be signed. */
export interface Signer {
  /** 签名算法. */
  alg: Algorithm;
  /** The key: first eight bytes of the SM3 of its SPKI, in hexadecimal. */
  kid: string;
  /** Own keys begin with `x-`; they are kept and ignored. */
  [own: `x-${string}`]: unknown;
}

/** 落款. */
export interface Signoff {
  /** 机关名称. */
  issuer: string;
  /** 日期. */
  date: string;
  /** What stands in the place of the seal: that it goes here, and never a picture of one. */
  seal: string;
  /** Own keys begin with `x-`; they are kept and ignored. */
  [own: `x-${string}`]: unknown;
}

/** 特别程序. */
export interface SpecialProcedure {
  /** 种类. */
  kind: StopKind;
  /** 启动日期. */
  from: CivilDate;
  /** 所需时间. */
  amount: number;
  /** Its unit. */
  unit: Unit;
  /** The law that requires it. */
  basis: Basis;
  /** 启动理由. */
  reason?: string;
  /** Own keys begin with `x-`; they are kept and ignored. */
  [own: `x-${string}`]: unknown;
}

/** 办理环节. */
export interface Stage {
  /** 环节名称. */
  name: string;
  /** What happens. */
  text?: string;
  /** The limit that applies to it. */
  limit?: string;
  /** How well this is known. */
  evidence: Evidence;
  /** Own keys begin with `x-`; they are kept and ignored. */
  [own: `x-${string}`]: unknown;
}

/** 适用期间: from when to when one version of the item applies. */
export interface Stretch {
  /** Which catalogue it stands in. */
  catalogue: Which;
  /** 事项版本. */
  version: string;
  /** First day. */
  from: CivilDate;
  /** Last day; absent, without end. */
  to?: CivilDate;
  /** Own keys begin with `x-`; they are kept and ignored. */
  [own: `x-${string}`]: unknown;
}

/** A rule of a material in which the constituents differ. */
export interface StrictRule {
  /** Which rule. */
  rule: MaterialRule;
  /** The constituent whose rule counts, because it is the strictest. */
  item: string;
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
  /** 签发日期, as the document states it. */
  issuedOn?: CivilDate;
  /** 有效期至, as the document states it; absent for one that is valid without end. */
  validUntil?: CivilDate;
  /** 已签名, as the applicant or the portal has seen. */
  signed?: boolean;
  /** 已盖章. */
  sealed?: boolean;
  /** 原件 is ready to be shown or handed over. */
  original?: boolean;
  /** 中文译本 is enclosed. */
  translated?: boolean;
  /** 公证认证 is done. */
  authenticated?: boolean;
  /** 所用表格的版本. */
  template?: string;
  /** Facts it states, by field. */
  fields?: { [key: string]: Json | Given };
  /** Own keys begin with `x-`; they are kept and ignored. */
  [own: `x-${string}`]: unknown;
}

/** 继任根密钥, and for how long the root that names it vouches for it. Its canonical form is what that root signs. */
export interface Successor {
  /** 签名算法. */
  alg: Algorithm;
  /** `SubjectPublicKeyInfo` (DER, base64url). */
  spki: string;
  /** SM2 的用户身份标识; the standard one if absent. */
  sm2Id?: string;
  /** From when lists signed by it are good for whoever pins the old root. */
  notBefore: Instant;
  /** Until when. */
  notAfter: Instant;
  /** Own keys begin with `x-`; they are kept and ignored. */
  [own: `x-${string}`]: unknown;
}

/** 监督视图. */
export interface Supervision {
  /** Of all cases. */
  all: Lights;
  /** By department, in the order of their names. */
  departments: Lights[];
  /** By item, in the order of their codes. */
  items: Lights[];
  /** Every case that is due soon, due today, overdue or paused: the most urgent first. */
  cases: CaseLight[];
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

/** 空白表格: the form that is to be used. */
export interface Template {
  /** 版本. */
  version: string;
  /** 名称. */
  name: string;
  /** Where the portal has the blank form. */
  address?: string;
  /** Own keys begin with `x-`; they are kept and ignored. */
  [own: `x-${string}`]: unknown;
}

/** 预警阈值: from when on little time is left. Ours, not the law's; an authority may have others. */
export interface ThresholdFile {
  /** At most this many hundredths of the limit are left; 20 if absent. */
  percent?: number;
  /** Or at most this many days; 1 if absent. */
  days?: number;
  /** Where they are published. */
  source?: string;
  /** Own keys begin with `x-`; they are kept and ignored. */
  [own: `x-${string}`]: unknown;
}

/** 时间, all of them the server's. */
export interface Times {
  /** 提交时间. */
  submitted?: Instant;
  /** 收到申请时间. */
  received?: Instant;
  /** 告知时间. */
  notified?: Instant;
  /** 受理时间. */
  accepted?: Instant;
  /** 出具时间 (注明日期). */
  issued: Instant;
  /** Own keys begin with `x-`; they are kept and ignored. */
  [own: `x-${string}`]: unknown;
}

/** What a trace is made of. */
export interface TraceRequest {
  /** The clock, as a schedule has it. */
  clock: Clock;
  /** The events of the case, to be shown on their days. */
  events?: CaseEvent[];
  /** The calendar it was counted with, by its digest; the one in use if absent. */
  calendar?: Digest;
  /** Own keys begin with `x-`; they are kept and ignored. */
  [own: `x-${string}`]: unknown;
}

/** What the portal trusts. */
export interface Trust {
  /** 信任列表. */
  list: Json;
  /** 根密钥, pinned; several while one is being replaced. */
  roots: Root[];
  /** The highest `seq` seen so far, kept by the host. */
  seenSeq?: number;
  /** The digest of the list of that `seq`, kept by the host: another of the same number is refused. */
  seenDigest?: Digest;
  /** Own keys begin with `x-`; they are kept and ignored. */
  [own: `x-${string}`]: unknown;
}

/** 信任列表, as it is published. */
export interface TrustFile {
  /** The format. */
  format: 'yushen-trust/0.1';
  /** 序号: never goes down. */
  seq: number;
  /** 发布时间. */
  issuedAt: Instant;
  /** 下次更新. */
  nextUpdate: Instant;
  /** 密钥. */
  keys: KeyEntry[];
  /** 目录下限. */
  minCatalogue?: CatalogueFloor[];
  /** 交叉签名: roots that follow a pinned one. */
  crossSigned?: CrossSigned[];
  /** 签名 of the root, over the canonical list without it. */
  sig: Signature;
  /** Own keys begin with `x-`; they are kept and ignored. */
  [own: `x-${string}`]: unknown;
}

/** What a trust list is looked at with. */
export interface TrustRequest {
  /** The day of the question. */
  on: CivilDate;
  /** 时效规则. */
  policy?: FreshnessPolicy;
  /** 语言; Simplified Chinese if absent. */
  locale?: string;
  /** Own keys begin with `x-`; they are kept and ignored. */
  [own: `x-${string}`]: unknown;
}

/** 所依据的信任列表, beside every verdict. */
export interface TrustShown {
  /** 序号: keep the highest, and pass it as `seenSeq`. */
  seq: number;
  /** SM3 of what the root signed: keep it with the number, and pass it as `seenDigest`. */
  digest: Digest;
  /** 发布时间. */
  issuedAt: Instant;
  /** 下次更新. */
  nextUpdate: Instant;
  /** 发布至今的天数; below nought if it was issued after the day of the question. */
  ageDays: number;
  /** 时效. */
  state: ListState;
  /** The root that signed it. */
  root: string;
  /** The pinned root that vouches for that one, where it is not pinned itself: pin the new one. */
  through?: string;
  /** The age in words. */
  says: string;
  /** Own keys begin with `x-`; they are kept and ignored. */
  [own: `x-${string}`]: unknown;
}

/** 有效期要求. Without it, an expired document is worth a question and nothing more. */
export interface Validity {
  /** It must be valid on the day of filing. */
  required?: boolean;
  /** 近 N 个月内出具. */
  maxAgeMonths?: number;
  /** Where that is written; absent, the material's own basis. */
  basis?: Citation;
  /** Own keys begin with `x-`; they are kept and ignored. */
  [own: `x-${string}`]: unknown;
}

/** 办理场所. */
export interface Venue {
  /** 名称. */
  name: string;
  /** 层级. */
  level: Level;
  /** 地址. */
  address?: string;
  /** 办理时间. */
  hours?: string;
  /** How well this is known. */
  evidence: Evidence;
  /** Own keys begin with `x-`; they are kept and ignored. */
  [own: `x-${string}`]: unknown;
}

/** 验证结果. */
export interface Verification {
  /** 结论. */
  overall: Overall;
  /** The same in words. */
  verdict: string;
  /** Every check, in order. */
  checks: Check[];
  /** What the signed head states; absent where there is none that can be read. */
  shown?: Shown;
  /** 出具机关, only where signature and key are good. */
  issuer?: IssuerShown;
  /** 所依据的信任列表; absent where none could be used. */
  trust?: TrustShown;
  /** Own keys begin with `x-`; they are kept and ignored. */
  [own: `x-${string}`]: unknown;
}

/** What a receipt is verified with. */
export interface VerifyRequest {
  /** The day of the question: no trust list and no document may be dated later, nor may the list be long past its update. */
  on: CivilDate;
  /** 时效规则. */
  policy?: FreshnessPolicy;
  /** The files that are said to be those of the receipt. */
  files?: OwnFile[];
  /** The previous receipt of the case: the document, or the text of its QR code. */
  previous?: string;
  /** 预期: what the receipt must be about. */
  expect?: Expected;
  /** Own keys begin with `x-`; they are kept and ignored. */
  [own: `x-${string}`]: unknown;
}

/** 一个版本下的结果: the application under one version. */
export interface VersionSide {
  /** 目录版本. */
  catalogue: string;
  /** 事项版本. */
  version: string;
  /** First day on which this version of the item applies. */
  from: CivilDate;
  /** Last day; absent, without end. */
  to?: CivilDate;
  /** The `ref` of the plan, as `plan` would give it for the answers that fit. */
  plan: Digest;
  /** 预审结论. */
  outcome: Outcome;
  /** What does not fit this version. */
  misfits: Misfit[];
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

/** A file of sentences in one language, or of changes to one. */
export interface WordingFile {
  /** The format. */
  format: 'yushen-wording/0.1';
  /** 语言 (BCP 47). */
  locale: string;
  /** Sentences, by finding code. */
  findings?: { [key: string]: Sentence };
  /** Words that sentences are made with. */
  labels?: { [key: string]: string };
  /** Words of the self-check sheet. */
  sheet?: { [key: string]: string };
  /** Sentences that explain a time limit. */
  deadlines?: { [key: string]: string };
  /** Own keys begin with `x-`; they are kept and ignored. */
  [own: `x-${string}`]: unknown;
}

/** 一年的放假安排: what the notices of one year say, taken together. */
export interface YearTable {
  /** 年份. */
  year: number;
  /** 发文字号 of its notices, the annual one first. */
  notices: string[];
  /** 放假. */
  off: Period[];
  /** 调休上班: weekend days that are worked. */
  worked?: CivilDate[];
  /** Own keys begin with `x-`; they are kept and ignored. */
  [own: `x-${string}`]: unknown;
}
