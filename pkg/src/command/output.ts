/** Controls, which a terminal obeys, and whatever turns or hides the text around it: formats, separators of lines, what is
    shown as nothing, halves of pairs. */
const OBEYED = /[\p{Cc}\p{Cf}\p{Cs}\p{Zl}\p{Zp}\p{Default_Ignorable_Code_Point}]/gu;

/** A text as it can be shown: what a file says may hold anything. In JSON and in a string of TypeScript it means the same. */
export function shown(text: string): string {
  return text.replace(OBEYED, (each) =>
    Array.from({ length: each.length }, (_, place) => each.charCodeAt(place).toString(16).padStart(4, '0'))
      .map((unit) => `\\u${unit}`)
      .join(''),
  );
}

/** Lines that are ours: only what stands in them may come from a file. */
export function lines(text: string): string {
  return `${text.trimEnd().split('\n').map(shown).join('\n')}\n`;
}

/** A line on standard output. */
export function say(line: string): void {
  process.stdout.write(`${shown(line)}\n`);
}

/** The same of lines. */
export function sayLines(text: string): void {
  process.stdout.write(lines(text));
}

export function sayJson(value: unknown): void {
  sayLines(JSON.stringify(value, null, 1));
}

/** A line on standard error. */
export function complain(line: string): void {
  process.stderr.write(`${shown(line)}\n`);
}

/** Who reads no further, such as `head`, ends the output and nothing else: the exit code is that of the whole answer. */
export function outliveReaders(): void {
  const failed = ({ code, message }: NodeJS.ErrnoException): void => {
    if (code === 'EPIPE') return;
    complain(`yushen: ${message}`);
    process.exit(2);
  };
  process.stdout.on('error', failed);
  process.stderr.on('error', () => undefined);
}
