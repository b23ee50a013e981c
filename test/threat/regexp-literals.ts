import { readdirSync, readFileSync } from 'node:fs';
import { join, relative } from 'node:path';

/** A regular expression as it stands in a source file. */
export interface RegExpLiteral {
  /** `core/src/read/marks.ts:20` */
  readonly place: string;
  readonly source: string;
  readonly flags: string;
}

const root = join(import.meta.dirname, '../..');

/** Words behind which a slash begins a regular expression, not a division. */
const beforeRegExp = /(?:^|[^\w$.])(?:return|typeof|case|in|of|do|else|void|delete|throw|new|await|yield)$/;

/** Offset behind a string, template or regular expression that begins at `at`. */
function endOf(code: string, at: number, quote: string): number {
  let inClass = false;
  for (let i = at + 1; i < code.length; i++) {
    const sign = code[i];
    if (sign === '\\') i++;
    else if (quote === '/' && sign === '[') inClass = true;
    else if (quote === '/' && sign === ']') inClass = false;
    else if (sign === quote && !inClass) return i + 1;
    // What stands in `${…}` is skipped with its own quotes and braces.
    else if (quote === '`' && sign === '$' && code[i + 1] === '{') i = endOfBraces(code, i + 1) - 1;
  }
  return code.length;
}

function endOfBraces(code: string, at: number): number {
  let depth = 0;
  for (let i = at; i < code.length; i++) {
    const sign = code[i] as string;
    if (sign === '{') depth++;
    else if (sign === '}' && --depth === 0) return i + 1;
    else if (sign === "'" || sign === '"' || sign === '`') i = endOf(code, i, sign) - 1;
    else if (sign === '/' && isRegExpAt(code, i)) i = endOf(code, i, '/') - 1;
  }
  return code.length;
}

/** Whether the slash at `at` can begin a regular expression: behind an operand it divides. */
function isRegExpAt(code: string, at: number): boolean {
  const before = code.slice(Math.max(0, at - 40), at).trimEnd();
  return before === '' || /[(,=:[!&|?{};+*%<>~^-]$/.test(before) || beforeRegExp.test(before);
}

/** The regular expressions of one file. */
export function literalsOf(code: string, place: string): RegExpLiteral[] {
  const found: RegExpLiteral[] = [];
  for (let i = 0; i < code.length; ) {
    const sign = code[i] as string;
    if (code.startsWith('//', i)) i = (code.indexOf('\n', i) + 1 || code.length + 1) - 1;
    else if (code.startsWith('/*', i)) i = code.indexOf('*/', i) + 2 || code.length + 2;
    else if (sign === '`') {
      const end = endOf(code, i, sign);
      // Expressions inside of a template may hold some too.
      for (const inner of code.slice(i, end).matchAll(/\$\{([^}`]*)\}/g))
        found.push(...literalsOf(inner[1] ?? '', place));
      i = end;
    } else if (sign === "'" || sign === '"') i = endOf(code, i, sign);
    else if (sign === '/' && isRegExpAt(code, i)) {
      const end = endOf(code, i, '/');
      const flags = /^[a-z]*/.exec(code.slice(end, end + 8))?.[0] ?? '';
      const line = code.slice(0, i).split('\n').length;
      found.push({ place: `${place}:${line}`, source: code.slice(i + 1, end - 1), flags });
      i = end + flags.length;
    } else i++;
  }
  return found;
}

/** The regular expressions of a folder, tests and generated files apart. */
export function literalsIn(folder: string): RegExpLiteral[] {
  return readdirSync(join(root, folder), { recursive: true, withFileTypes: true })
    .filter(
      (entry) =>
        entry.isFile() &&
        /^(?!.*\.test\.ts$).*\.ts$/.test(entry.name) &&
        !/fixture|generated/.test(join(entry.parentPath, entry.name)),
    )
    .flatMap((entry) => {
      const path = join(entry.parentPath, entry.name);
      return literalsOf(readFileSync(path, 'utf8'), relative(root, path));
    });
}
