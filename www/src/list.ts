import type { Audience, ItemSummary } from 'yushen';
import { announce, button, make, say } from './dom.js';
import type { Screen } from './router.js';
import { go } from './router.js';
import type { Portal } from './state.js';
import { clock } from './state.js';
import { AUDIENCES, PROCEDURES, tag } from './words.js';

/** What is looked for. It stays when the visitor comes back from an item. */
const wanted = { words: '', audience: '', theme: '', authority: '', left: '' };

/** 检索的归一: width, case and spaces make no difference. */
function fold(text: string): string {
  return text.normalize('NFKC').toLowerCase();
}

function haystack(item: ItemSummary): string {
  const parts = [
    item.code,
    item.name,
    item.authority,
    PROCEDURES[item.procedure],
    ...(item.keywords || []),
    ...(item.themes || []),
    ...item.audience.map((each) => AUDIENCES[each]),
  ];
  return fold(parts.join('\n'));
}

function matches(item: ItemSummary): boolean {
  const text = haystack(item);
  const words = fold(wanted.words).split(/\s+/).filter(Boolean);
  const together = words.join('');
  return (
    (words.every((word) => text.includes(word)) || text.replace(/\s+/g, '').includes(together)) &&
    (!wanted.audience || item.audience.includes(wanted.audience as Audience)) &&
    (!wanted.theme || (item.themes || []).includes(wanted.theme)) &&
    (!wanted.authority || item.authority === wanted.authority)
  );
}

/** 事项列表: everything that can be applied for today, found by words and by filters. */
export function listScreen(portal: Portal): Screen {
  const on = clock().slice(0, 10);
  const items = portal.catalogue
    .items()
    .filter(({ validFrom, validTo }) => validFrom <= on && (!validTo || on <= validTo));
  const count = make('p', { class: 'count', role: 'status' });
  const list = make('ul', { class: 'items' });
  const none = make('div', { class: 'empty', hidden: true });
  const update = (): void => {
    const found = items.filter(matches);
    const narrowed = Boolean(wanted.words.trim() || wanted.audience || wanted.theme || wanted.authority);
    say(count, narrowed ? `找到 ${found.length} 个事项（共 ${items.length} 个）` : `共 ${items.length} 个事项`);
    list.replaceChildren(...found.map(card));
    none.hidden = found.length > 0;
    none.replaceChildren(...nothing(items.length > 0, reset));
  };
  const search = box(update);
  const filters = bars(items, update);
  const reset = (): void => {
    Object.assign(wanted, { words: '', audience: '', theme: '', authority: '' });
    go({ view: 'list' }, true);
    announce('已清除全部筛选条件');
  };
  update();
  const hero = make(
    'div',
    { class: 'hero' },
    make('h1', {}, '您要办理什么事项？'),
    make('p', { class: 'lead' }, '选好事项，回答几个问题，就知道您要准备哪些材料。材料在本机检查，不会上传。'),
    search,
  );
  return { title: '事项列表', elements: [hero, filters, count, list, none], shown: () => returned() };
}

function card({ code, name, authority, audience, themes, procedure }: ItemSummary): HTMLElement {
  const open = (): void => {
    wanted.left = code;
    go({ view: 'guide', code });
  };
  const tags = [...(procedure === 'other' ? [] : [PROCEDURES[procedure]]), ...(themes || [])];
  return make(
    'li',
    { class: 'item' },
    make('h2', {}, button(name, open, 'cover', { id: `item-${code}` })),
    make('p', { class: 'hint' }, authority),
    make(
      'p',
      { class: 'tags' },
      ...audience.map((each) => tag(AUDIENCES[each], 'blue')),
      ...tags.map((each) => tag(each)),
    ),
  );
}

/** Who comes back finds the item he left. */
function returned(): boolean {
  const button = document.getElementById(`item-${wanted.left}`);
  wanted.left = '';
  if (!button) return false;
  button.focus({ preventScroll: true });
  button.scrollIntoView({ block: 'center' });
  return true;
}

function box(update: () => void): HTMLElement {
  const input = make('input', {
    type: 'search',
    id: 'search',
    value: wanted.words,
    autocomplete: 'off',
    placeholder: '例如：居住证、开店、低保',
    maxlength: '60',
  });
  const read = (event?: Event): void => {
    // While pinyin is being typed the letters are not yet what is looked for.
    if (event && (event as InputEvent).isComposing) return;
    wanted.words = input.value;
    update();
  };
  input.addEventListener('input', read);
  input.addEventListener('compositionend', () => read());
  return make(
    'form',
    {
      class: 'search',
      role: 'search',
      submit: (event) => {
        event.preventDefault();
        read();
      },
    },
    make('label', { for: 'search' }, '搜索事项'),
    make('div', {}, input, make('button', { type: 'submit', class: 'first' }, '搜索')),
  );
}

function bars(items: ItemSummary[], update: () => void): HTMLElement {
  const audiences = Object.keys(AUDIENCES).filter((key) =>
    items.some(({ audience }) => audience.includes(key as Audience)),
  ) as Audience[];
  const chips: [string, string][] = [['', '全部'], ...audiences.map((key): [string, string] => [key, AUDIENCES[key]])];
  const chosen = chips.map(([value, label]) => {
    const pick = (): void => {
      wanted.audience = value;
      update();
    };
    const input = make('input', {
      type: 'radio',
      name: 'audience',
      id: `audience-${value || 'all'}`,
      checked: wanted.audience === value,
      change: pick,
    });
    return make('label', { class: 'chip', for: `audience-${value || 'all'}` }, input, make('span', {}, label));
  });
  const unique = (values: string[]): string[] =>
    Array.from(new Set(values)).sort((one, other) => one.localeCompare(other, 'zh-Hans-CN'));
  const themes = unique(items.reduce<string[]>((all, { themes }) => all.concat(themes || []), []));
  const authorities = unique(items.map(({ authority }) => authority));
  return make(
    'div',
    { class: 'filters' },
    make('fieldset', { class: 'chips' }, make('legend', {}, '服务对象'), ...chosen),
    choice('theme', '主题', themes, update),
    choice('authority', '办理部门', authorities, update),
  );
}

function choice(key: 'theme' | 'authority', label: string, values: string[], update: () => void): HTMLElement {
  const options = values.map((value) => make('option', { value, selected: wanted[key] === value }, value));
  const change = (event: Event): void => {
    wanted[key] = (event.target as HTMLSelectElement).value;
    update();
  };
  return make(
    'label',
    { class: 'select' },
    make('span', {}, label),
    make('select', { id: key, change }, make('option', { value: '' }, `全部${label}`), ...options),
  );
}

function nothing(stocked: boolean, reset: () => void): HTMLElement[] {
  if (!stocked)
    return [make('h2', {}, '目录中没有现在可以办理的事项'), make('p', {}, '请稍后再来，或者拨打 12345 咨询。')];
  return [
    make('h2', {}, '没有找到符合条件的事项'),
    make(
      'p',
      {},
      '可以换一个更短的词，例如把“办理居住证”改成“居住证”，或者放宽筛选条件。仍找不到的，请拨打 12345 咨询。',
    ),
    button('清除条件，看全部事项', reset),
  ];
}
