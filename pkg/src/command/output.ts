/** Controls, which a terminal obeys, and marks that turn or hide the text around them. */
const OBEYED = /[\u0000-\u001f\u007f-\u009f\u200b-\u200f\u2028-\u202e\u2066-\u2069\ufeff]/g;

/** A text as it can be shown: what a file says may hold anything. In JSON the text means the same. */
export function shown(text: string): string {
  return text.replace(OBEYED, (each) => `\\u${each.charCodeAt(0).toString(16).padStart(4, '0')}`);
}

/** A line on standard output. */
export function say(line: string): void {
  process.stdout.write(`${shown(line)}\n`);
}

/** Lines that are ours: only what stands in them may come from a file. */
export function sayLines(text: string): void {
  process.stdout.write(text.trimEnd().split('\n').map(shown).join('\n') + '\n');
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
