import type { Clock, Finding } from 'yushen';
import { download, make } from './dom.js';
import type { Part } from './materials.js';
import { view } from './sheet.js';
import { clock } from './state.js';
import type { Visit } from './state.js';

const OUTCOMES: { [outcome: string]: [string, string] } = {
  ready: ['材料看起来齐全，没有必须修改的问题。', 'notice'],
  supplement: ['还有必须补齐或补正的内容。', 'alert'],
  'correct-on-the-spot': ['还有可以当场更正的内容。', 'alert'],
  unknown: ['还不能确定：有问题没有回答，或有文件不能用。', 'alert'],
};
const LIMITS: { [kind: string]: string } = { promised: '承诺办结', statutory: '法定办结', notice: '告知补正内容', supplement: '提交补正材料', delivery: '送达结果' };

/** What came out: everything to mend, the dates, and the sheet. The buttons are made once. */
export function result(visit: Visit): Part {
  const status = make('p', { role: 'status' });
  const findings = make('div', { class: 'noprint' });
  const sheet = make('div', { hidden: true });
  const element = make('section', { id: 'outcome', class: 'print', 'aria-labelledby': 'h-result' },
    make('h2', { id: 'h-result', class: 'noprint' }, '四、自查结果'), status, findings,
    make('div', { class: 'noprint' }, limits(visit)), make('div', { class: 'row noprint' }, ...actions(visit, sheet)), sheet);
  const update = (): void => {
    const { plan, application } = visit;
    const checked = visit.catalogue.check(plan, application);
    const [sentence, tone] = OUTCOMES[checked.decision.outcome] || ['', 'notice'];
    if (status.textContent !== sentence) status.textContent = sentence; // said again only when it is another
    status.className = `${tone} noprint`;
    const order = ['must', 'should', 'advice', 'info'];
    const sorted = checked.findings.slice().sort((one, other) => order.indexOf(one.severity) - order.indexOf(other.severity));
    findings.replaceChildren(...sorted.map((finding) => line(visit, finding, plan, application)));
    sheet.hidden = true; // it was made of what has changed
  };
  return { element, update };
}

function line(visit: Visit, finding: Finding, plan: Visit['plan'], application: Visit['application']): HTMLElement {
  const message = visit.catalogue.message(plan, finding, application);
  const words: { [severity: string]: string } = { must: '必须改', should: '建议改', advice: '提示', info: '说明' };
  return make('div', { class: `finding ${finding.severity}` },
    make('p', {}, make('strong', {}, `${words[finding.severity]}：`), message.what, ' ', message.how),
    make('p', { class: 'basis' }, `依据：${message.basis}`));
}

function limits(visit: Visit): HTMLElement {
  const { clocks, calendar } = visit.schedule();
  const row = (each: Clock): HTMLElement => {
    const estimated = each.certainty === 'estimated' ? '（暂定，节假日安排尚未公布）' : '';
    const from = each.id && visit.item.limits.find((limit) => limit.id === each.id);
    const event = from && from.trigger === 'accepted' ? '受理' : '收到申请';
    const source = from && from.evidence === 'example' ? '（示例）' : '';
    const due = each.due ? `如于${each.start}${event}，预计不晚于${each.due}${estimated}` : '超出日历范围，不能推算';
    return make('tr', {}, make('th', { scope: 'row' }, (LIMITS[each.kind] || each.kind) + source), make('td', {}, due));
  };
  return make('table', { class: 'limits' }, make('caption', {}, '办理时限（推算，以机关书面告知为准）'),
    make('thead', {}, make('tr', {}, make('th', { scope: 'col' }, '时限'), make('th', { scope: 'col' }, '日期'))),
    make('tbody', {}, ...clocks.map(row), make('tr', {}, make('th', { scope: 'row' }, '日历依据'), make('td', {}, calendar.notice))));
}

function actions(visit: Visit, sheet: HTMLElement): HTMLElement[] {
  const write = (): { number: string; json: string; html: string } => {
    const number = visit.yushen.precheckNumber(visit.catalogue.info.region, visit.on);
    const made = visit.catalogue.precheckReceipt(visit.plan, visit.application, { number, clientClock: clock() });
    const { model, html } = visit.yushen.render(made);
    sheet.replaceChildren(view(model));
    sheet.hidden = false;
    return { number, json: made.json, html };
  };
  const show = (): void => { write(); (sheet.firstElementChild as HTMLElement).focus(); };
  const print = (): void => { write(); window.print(); };
  const save = (): void => { const made = write(); download(`${made.number}.json`, 'application/json', made.json); };
  const page = (): void => { const made = write(); download(`${made.number}.html`, 'text/html', made.html); };
  return [
    make('button', { class: 'first', click: show }, '生成材料自查结果单'),
    make('button', { click: print }, '打印'),
    make('button', { click: page }, '下载（网页）'),
    make('button', { click: save }, '下载（JSON）'),
  ];
}
