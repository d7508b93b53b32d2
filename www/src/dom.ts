/** Makes an element. Children that are strings become text, never markup. */
export function make<K extends keyof HTMLElementTagNameMap>(
  name: K,
  attributes: { [key: string]: string | boolean | undefined | ((event: Event) => void) } = {},
  ...children: (Node | string)[]
): HTMLElementTagNameMap[K] {
  const element = document.createElement(name);
  for (const key of Object.keys(attributes)) {
    const value = attributes[key];
    if (typeof value === 'function') element.addEventListener(key, value);
    else if (value === true) element.setAttribute(key, '');
    else if (typeof value === 'string') element.setAttribute(key, value);
  }
  children.forEach((child) => element.append(child));
  return element;
}

/** A button with its words. */
export function button(
  label: string,
  click: () => void,
  look = '',
  more: { [key: string]: string | undefined } = {},
): HTMLButtonElement {
  return make('button', { type: 'button', class: look, click, ...more }, label);
}

/** The element with an identifier. */
export function find(id: string): HTMLElement {
  const element = document.getElementById(id);
  if (!element) throw new Error(`no element #${id}`);
  return element;
}

/** What is shown of a value that may be absent: nothing, if it is. */
export function given<T>(value: T | undefined, show: (value: T) => HTMLElement | HTMLElement[]): HTMLElement[] {
  if (value === undefined || (Array.isArray(value) && !value.length) || value === '') return [];
  return ([] as HTMLElement[]).concat(show(value));
}

/** Replaces a text only when it is another: what is announced politely is not said twice. */
export function say(element: HTMLElement, text: string): void {
  if (element.textContent !== text) element.textContent = text;
}

/** Says something to a screen reader, without showing it. */
export function announce(text: string): void {
  say(find('said'), text);
}

/** Takes the keyboard and the reader to an element, whatever it is. */
export function focusOn(element: HTMLElement): void {
  if (!element.matches('a, button, input, select, summary')) element.tabIndex = -1;
  element.focus({ preventScroll: true });
  element.scrollIntoView({ block: element.matches('input, select') ? 'center' : 'start' });
}

/** Gives a text, or bytes, to the browser as a download. */
export function download(name: string, type: string, content: BlobPart): void {
  const address = URL.createObjectURL(new Blob([content], { type }));
  make('a', { href: address, download: name }).click();
  setTimeout(() => URL.revokeObjectURL(address), 1000);
}

/** A link to somewhere else, or just its text: an address from a catalogue may lead to a page, never run a script. */
export function outward(text: string, address: string): HTMLElement {
  let target: URL | undefined;
  try {
    target = new URL(address, location.href);
  } catch {
    target = undefined;
  }
  if (!target || !/^https?:$/.test(target.protocol)) return make('span', {}, text);
  return make('a', { href: target.href, target: '_blank', rel: 'noopener noreferrer' }, text);
}

let pressed = false;
let waiting: (() => void)[] = [];

function flush(): void {
  const calls = waiting;
  pressed = false;
  waiting = [];
  calls.forEach((call) => call());
}

// A field that loses the focus changes the page just when the finger goes down elsewhere. What was pressed must not move
// away before it is let go, so the change waits for the click, which it precedes, or for the finger to be lifted.
document.addEventListener(
  'pointerdown',
  () => {
    pressed = true;
  },
  true,
);
document.addEventListener('click', flush, true);
for (const end of ['pointerup', 'pointercancel']) document.addEventListener(end, () => setTimeout(flush), true);

/** Calls now, or, while something is being pressed, when it is let go. */
export function settled(call: () => void): void {
  if (pressed) waiting.push(call);
  else call();
}
