export { YushenError } from './error.js';
export type { HostErrorCode, Issue } from './error.js';
export type { Catalogue, CatalogueRef, Document, PrecheckOptions } from './catalogue.js';
export type { FileInput, InspectOptions, Readable } from './inspect.js';
export type { CatalogueStore, OpenOptions } from './store.js';
export type { AnswersOf, ItemCode, MaterialOf, Register } from './register.js';
export type { TelemetryEvent } from './engine.js';
export type { CalendarOption, Counted, ExplainOptions, ScheduleOptions, Yushen } from './yushen.js';
export type * from './values.js';
