import type { WordingFile, Yushen } from 'yushen';
import { init } from 'yushen';
import { button, find, make } from './dom.js';
import { guideScreen } from './guide.js';
import { inspecting } from './inspecting.js';
import { issuedScreen } from './issued.js';
import { listScreen } from './list.js';
import { materialScreen } from './materials.js';
import { questionScreen } from './questions.js';
import { reviewScreen } from './review.js';
import type { Place, Screen } from './router.js';
import { begin, go } from './router.js';
import { loadSamples } from './samples.js';
import { sheetScreen } from './sheet.js';
import type { Portal } from './state.js';
import { Visit } from './state.js';

/** Starts the component, fetches whatever will be needed, and shows what can be applied for. */
async function start(): Promise<void> {
  const main = find('main');
  try {
    const starting = init();
    const [yushen, catalogue, samples, locales, inspect] = await Promise.all([
      starting,
      text('catalogue.json'),
      loadSamples(),
      languages(starting),
      starting.then(inspecting),
      starting.then((each) => each.prepare()),
    ]);
    const portal: Portal = { yushen, inspect, catalogue: yushen.catalogue(catalogue), samples, locales };
    const { library, calendar } = yushen.versions;
    const { name, version } = portal.catalogue.info;
    find('versions').textContent = `目录：${name} ${version}　日历：${calendar}　组件：${library}`;
    begin((place) => screen(portal, place));
  } catch (error) {
    const faulty = String((error as { code?: string }).code).startsWith('CATALOGUE');
    main.replaceChildren(
      ...failure(
        '暂时不能自查',
        `${faulty ? '事项目录暂时不能使用。请稍后再来' : '检查组件没有加载成功。请检查网络后重新加载'}；您也可以直接到窗口提交材料，或者拨打 12345 咨询。`,
        error,
        '重新加载',
        () => location.reload(),
      ),
    );
    document.title = '错误: 暂时不能自查 - 政务服务材料自查';
  }
}

async function text(name: string): Promise<string> {
  const answer = await fetch(new URL(`./${name}`, import.meta.url).href);
  if (!answer.ok) throw new Error(`${name}: ${answer.status}`);
  return answer.text();
}

/** Languages that the sheet can be made in beside Simplified Chinese. Without them the portal does all else. */
async function languages(starting: Promise<Yushen>): Promise<string[]> {
  const loaded = ['zh-Hant', 'en'].map(async (locale) => {
    const [yushen, file] = await Promise.all([starting, text(`wording/${locale}.json`)]);
    yushen.messages(locale, JSON.parse(file) as WordingFile);
    return locale;
  });
  const all = await Promise.all(loaded.map((each) => each.catch(() => '')));
  return all.filter(Boolean);
}

/** The applications begun: who goes back to the list and returns finds everything as it was. */
const visits = new Map<string, Visit>();

function screen(portal: Portal, place: Place): Screen {
  try {
    if (place.view === 'list' || !place.code) return listScreen(portal);
    const visit = visits.get(place.code) || new Visit(portal, place.code);
    visits.set(place.code, visit);
    const views = {
      guide: guideScreen,
      questions: questionScreen,
      materials: materialScreen,
      review: reviewScreen,
      sheet: sheetScreen,
      issued: issuedScreen,
    };
    return views[place.view](visit, place);
  } catch (error) {
    const { code } = error as { code?: string };
    const unknown = code === 'ITEM_UNKNOWN' || code === 'ITEM_NOT_IN_FORCE';
    const [title, sentence] = unknown
      ? ['没有这个事项', '它可能已经停止办理。请返回事项列表重新选择，或者拨打 12345 咨询。']
      : ['这一步没有完成', '您填过的内容还在。请再试一次；仍不行的，可以直接到窗口提交材料。'];
    return {
      title: `错误: ${title}`,
      elements: failure(title, sentence, error, unknown ? '返回事项列表' : '再试一次', () =>
        go(unknown ? { view: 'list' } : place, !unknown),
      ),
    };
  }
}

/** Something did not work: what it means for the visitor, and a way on. The code is for whoever he asks. */
function failure(title: string, sentence: string, error: unknown, label: string, click: () => void): HTMLElement[] {
  const code = (error as { code?: string }).code || (error as Error).name;
  return [
    make(
      'div',
      { class: 'outcome bad', role: 'alert' },
      make('h1', {}, title),
      make('p', {}, sentence),
      make('p', { class: 'hint' }, `代码：${code}`),
    ),
    make('p', { class: 'row' }, button(label, click, 'first')),
  ];
}

/** What belongs to every page: the elder mode, the word about being offline, the skip link. */
function frame(): void {
  const elder = find('elder');
  elder.addEventListener('click', () => {
    const on = document.documentElement.toggleAttribute('data-elder');
    elder.setAttribute('aria-pressed', String(on));
  });
  const offline = (): void => {
    find('offline').textContent = navigator.onLine ? '' : '离线检查，文件不会离开本机';
  };
  window.addEventListener('online', offline);
  window.addEventListener('offline', offline);
  offline();
  find('skip').addEventListener('click', (event) => {
    event.preventDefault(); // a fragment in the address would be a step in the history
    find('main').focus();
  });
  // A file dropped beside its place would replace the page, and everything with it.
  for (const name of ['dragover', 'drop']) window.addEventListener(name, (event) => event.preventDefault());
}

frame();
void start();
