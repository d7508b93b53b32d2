import { announce, button, focusOn, make, say } from './dom.js';
import { entry } from './fields.js';
import { handIn } from './filing.js';
import { go } from './router.js';
import type { Checked, Visit } from './state.js';
import { REFUSALS } from './words.js';

const PHONE = /^[0-9+ -]{5,20}$/;

/** 提交到示例机关: offered when the materials are ready, or when all that is wrong is with materials, which a notice can
    name. What is wrong elsewhere is mended here, in a moment. */
export function submission(visit: Visit, { result }: Checked): HTMLElement[] {
  const must = result.findings.filter(({ severity }) => severity === 'must');
  const { outcome } = result.decision;
  if (outcome === 'not-required' || outcome === 'not-competent') return [];
  const elsewhere = must.some(({ material, path }) => !material && !path.startsWith('/materials/'));
  const inside = elsewhere
    ? [make('p', {}, '请先答完情形问题、填好申请人信息，再提交。')]
    : form(visit, must.length > 0);
  return [
    make(
      'section',
      { class: 'panel', 'aria-labelledby': 'h-submit' },
      make('h2', { id: 'h-submit' }, '提交到示例机关（演示）'),
      make(
        'p',
        { class: 'notice warn' },
        '这是演示：材料不会送到任何机关，出具的文书没有任何效力。文件只交给本机上的演示程序核对摘要，不保存。',
      ),
      ...inside,
    ),
  ];
}

function form(visit: Visit, faulty: boolean): HTMLElement[] {
  const phone = entry({
    id: 'contact-phone',
    label: '联系电话',
    hint: '文书上要写明。演示用，可以随意填写。',
    value: visit.phone,
    attributes: { inputmode: 'tel', maxlength: '20' },
    typed: (value) => {
      visit.phone = value;
    },
    left: () => phone.tell(PHONE.test(visit.phone.trim()) || !visit.phone.trim() ? [] : ['请填写电话号码。']),
  });
  const status = make('p', { role: 'status', id: 'submit-status' });
  const label = faulty ? '仍要提交，看补正告知书' : '提交，取电子受理回执';
  const send = button(label, () => void submit(visit, phone, status, send), faulty ? '' : 'first', { id: 'submit' });
  const sentence = faulty
    ? '还有必须改的问题。仍要提交的，示例机关会出具《一次性补正告知书》，把上面的问题一次列全。'
    : '示例机关收到后用自己的目录再核对一遍，出具带签名的电子回执。';
  return [make('p', {}, sentence), phone.element, make('p', { class: 'row' }, send), status];
}

async function submit(
  visit: Visit,
  phone: ReturnType<typeof entry>,
  status: HTMLElement,
  send: HTMLButtonElement,
): Promise<void> {
  if (!PHONE.test(visit.phone.trim())) {
    phone.tell(['请填写联系电话。']);
    focusOn(phone.input);
    return;
  }
  send.disabled = true;
  status.className = '';
  say(status, '正在提交……');
  try {
    visit.filing = await handIn(visit, visit.phone.trim());
    announce('已提交');
    go({ view: 'issued', code: visit.code });
  } catch (error) {
    status.className = 'problem';
    say(status, refused(error));
    send.disabled = false;
  }
}

/** Why it did not work, in words, with the code for whoever is asked. */
export function refused(error: unknown): string {
  const { code = 'INTERNAL', path = '' } = error as { code?: string; path?: string };
  const sentence = REFUSALS[code] || '没有成功。您填过的内容还在，请再试一次。';
  return `${sentence}（代码：${code}${path && ` ${path}`}）`;
}
