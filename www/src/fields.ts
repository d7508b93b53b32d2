import { make, say } from './dom.js';

/** A field with its label, hint and what is wrong with it. */
export interface Entry {
  element: HTMLElement;
  input: HTMLInputElement;
  /** Says what is wrong, or, calmly, what is right. */
  tell(wrong: string[], right?: string): void;
}

export interface EntryOptions {
  id: string;
  label: string;
  value: string;
  hint?: string;
  type?: 'text' | 'date' | 'number';
  attributes?: { [name: string]: string };
  /** At every keystroke: nothing typed is lost, wherever the visitor goes next. */
  typed(value: string): void;
  /** When the field is left, and it is time to say what is wrong. */
  left(): void;
}

export function entry({ id, label, value, hint, type = 'text', attributes = {}, typed, left }: EntryOptions): Entry {
  const says = make('p', { class: 'says', id: `${id}-says`, 'aria-live': 'polite' });
  const described = [hint ? `${id}-hint` : '', `${id}-says`].filter(Boolean).join(' ');
  const input = make('input', {
    type,
    id,
    value,
    autocomplete: 'off',
    maxlength: '200',
    'aria-describedby': described,
    ...attributes,
    input: (event) => typed((event.target as HTMLInputElement).value),
    change: left,
  });
  const element = make(
    'div',
    { class: 'field' },
    make('label', { for: id }, label),
    ...(hint ? [make('p', { class: 'hint', id: `${id}-hint` }, hint)] : []),
    input,
    says,
  );
  const tell = (wrong: string[], right = ''): void => {
    say(says, wrong.length ? wrong.join(' ') : right);
    says.className = wrong.length ? 'says problem' : 'says';
    input.setAttribute('aria-invalid', String(wrong.length > 0));
  };
  return { element, input, tell };
}

/** A box to tick. */
export function tick(id: string, label: string, checked: boolean, change: (checked: boolean) => void): HTMLElement {
  const input = make('input', {
    type: 'checkbox',
    id,
    checked,
    change: (event) => change((event.target as HTMLInputElement).checked),
  });
  return make('label', { class: 'choice', for: id }, input, make('span', {}, label));
}

/** One of several. */
export function choose(
  name: string,
  legend: string,
  options: [string, string][],
  chosen: string,
  change: (value: string) => void,
): HTMLElement {
  const radios = options.map(([value, label]) => {
    const input = make('input', {
      type: 'radio',
      name,
      id: `${name}-${value}`,
      checked: value === chosen,
      change: () => change(value),
    });
    return make('label', { class: 'choice', for: `${name}-${value}` }, input, make('span', {}, label));
  });
  return make('fieldset', { class: 'ways' }, make('legend', {}, legend), ...radios);
}
