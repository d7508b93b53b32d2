import { find, focusOn } from './dom.js';

export type View = 'list' | 'guide' | 'questions' | 'materials' | 'review' | 'sheet' | 'issued';

/** Where the visitor is. It is kept in the browser's history and never in the address: an address is passed on, and says too much. */
export interface Place {
  view: View;
  code?: string;
  question?: string;
  /** Where an answer that is being changed leads back to. */
  back?: View;
  /** A place in the application, as a JSON Pointer, that is to be shown. */
  at?: string;
}

/** What a view shows. */
export interface Screen {
  title: string;
  elements: HTMLElement[];
  /** Runs when it stands on the page; says whether it has taken the focus itself. */
  shown?: () => boolean;
}

let show: (place: Place) => Screen;
let first = true;

/** Starts with the list, whatever the history says: what was put in before a reload is gone. */
export function begin(screens: (place: Place) => Screen): void {
  show = screens;
  history.scrollRestoration = 'manual';
  window.addEventListener('popstate', (event) => render((event.state as Place | null) || { view: 'list' }));
  go({ view: 'list' }, true);
}

/** Goes to a place. Back in the browser leads here again. */
export function go(place: Place, replace = false): void {
  if (replace) history.replaceState(place, '');
  else history.pushState(place, '');
  render(place);
}

function render(place: Place): void {
  const screen = show(place);
  const main = find('main');
  main.replaceChildren(...screen.elements);
  main.dataset.view = place.view;
  document.title = `${screen.title} - 政务服务材料自查`;
  const visitor = !first; // who has just come is not thrown to the heading: the page begins at its top
  first = false;
  scrollTo(0, 0);
  if ((screen.shown && screen.shown()) || !visitor) return;
  const heading = main.querySelector('h1');
  if (heading) focusOn(heading);
  scrollTo(0, 0);
}
