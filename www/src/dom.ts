/** Makes an element. Children that are strings become text, never markup. */
export function make<K extends keyof HTMLElementTagNameMap>(
  name: K,
  attributes: { [key: string]: string | boolean | ((event: Event) => void) } = {},
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

/** The element with an identifier. */
export function find(id: string): HTMLElement {
  const element = document.getElementById(id);
  if (!element) throw new Error(`no element #${id}`);
  return element;
}

/** Gives a text to the browser as a download. */
export function download(name: string, type: string, text: string): void {
  const address = URL.createObjectURL(new Blob([text], { type }));
  make('a', { href: address, download: name }).click();
  setTimeout(() => URL.revokeObjectURL(address), 1000);
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
document.addEventListener('pointerdown', () => { pressed = true; }, true);
document.addEventListener('click', flush, true);
for (const end of ['pointerup', 'pointercancel']) document.addEventListener(end, () => setTimeout(flush), true);

/** Calls now, or, while something is being pressed, when it is let go. */
export function settled(call: () => void): void {
  if (pressed) waiting.push(call);
  else call();
}
