import type { Answer } from './values.js';

/** The codes of one city's catalogue: `yushen types catalogue.json` writes a declaration that fills it in. Empty, every code
    is a string. */
// biome-ignore lint/suspicious/noEmptyInterface: whoever declares a catalogue adds its codes
export interface Register {}

type Known = Register extends { items: infer I }
  ? I
  : { [code: string]: { answers: { [question: string]: Answer }; materials: string } };

/** 事项编码. */
export type ItemCode = keyof Known & string;
/** 情形问题的回答 of an item; `null` is no answer. */
export type AnswersOf<C extends ItemCode> = Partial<Known[C] extends { answers: infer A } ? A : never>;
/** 申请材料 of an item. */
export type MaterialOf<C extends ItemCode> = Known[C] extends { materials: infer M } ? M & string : string;
