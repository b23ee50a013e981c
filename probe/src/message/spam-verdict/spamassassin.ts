import type { Headers } from '@whybounce/core/message';
import { MAX_FIELD, MAX_SYMBOLS, type SpamSymbol, type SpamVerdict } from './verdict.ts';

/**
 * Reads what SpamAssassin writes, and who speaks like it (amavis, Exim, MailScanner):
 * `X-Spam-Status: Yes, score=7.1 required=5.0 tests=BAYES_99,HTML_MESSAGE=0.001 autolearn=no version=4.0.1` and
 * `X-Spam-Report: *  3.5 BAYES_99 BODY: Bayes spam probability is 99 to 100%`.
 */
export function readSpamAssassin(headers: Headers): SpamVerdict | null {
  const status = headers.get('x-spam-status')?.slice(0, MAX_FIELD) ?? null;
  const report = headers.get('x-spam-report')?.slice(0, MAX_FIELD) ?? null;
  const plain = headers.get('x-spam-score')?.slice(0, 80) ?? null;
  const flag = headers.get('x-spam-flag')?.trim().toLowerCase() ?? null;
  if (status === null && report === null && plain === null && flag === null) return null;
  const score =
    numberIn(status, /\b(?:score|hits)=\s{0,3}(-?\d{1,5}(?:\.\d{1,5})?)/i) ??
    numberIn(plain, /^\s{0,3}(-?\d{1,5}(?:\.\d{1,5})?)/);
  const required = numberIn(status, /\brequired=\s{0,3}(-?\d{1,5}(?:\.\d{1,5})?)/i);
  return {
    filter: 'SpamAssassin',
    field:
      status !== null
        ? 'X-Spam-Status'
        : report !== null
          ? 'X-Spam-Report'
          : plain !== null
            ? 'X-Spam-Score'
            : 'X-Spam-Flag',
    isSpam: verdictOf(status, flag),
    score,
    required,
    symbols: merged(testsIn(status), reportedIn(report)),
    notes: [],
  };
}

function verdictOf(status: string | null, flag: string | null): boolean | null {
  const word = /^\s{0,3}(yes|no)\b/i.exec(status ?? '')?.[1]?.toLowerCase() ?? flag;
  return word === 'yes' ? true : word === 'no' ? false : null;
}

function numberIn(text: string | null, form: RegExp): number | null {
  const found = form.exec(text ?? '')?.[1];
  return found === undefined ? null : Number(found);
}

/** `tests=A,B=1.2` and amavis' `tests=[A=0.1, B=1.2]`; folding leaves blanks between them. */
function testsIn(status: string | null): SpamSymbol[] {
  const from = status?.search(/\btests=/i) ?? -1;
  if (status === null || from < 0) return [];
  const rest = status.slice(from + 6).replace(/^\s{0,8}\[/, '');
  const until = rest.search(/\]|\s[a-z_]{3,20}=/);
  return [
    ...(until < 0 ? rest : rest.slice(0, until)).matchAll(/([A-Z][A-Z0-9_]{1,80})(?:=(-?\d{1,4}(?:\.\d{1,5})?))?/g),
  ]
    .slice(0, MAX_SYMBOLS)
    .map(([, name = '', score]) => ({ name, score: score === undefined ? null : Number(score), detail: '' }));
}

/** `*  1.2 NAME words`, once folded on one line. */
function reportedIn(report: string | null): SpamSymbol[] {
  if (report === null) return [];
  const found: SpamSymbol[] = [];
  for (const piece of report.split('*').slice(0, 2 * MAX_SYMBOLS)) {
    const line = /^\s{0,8}(-?\d{1,4}(?:\.\d{1,4})?)\s{1,8}([A-Z][A-Z0-9_]{2,80})\b(.{0,300})/s.exec(piece);
    if (line !== null)
      found.push({
        name: line[2] as string,
        score: Number(line[1]),
        detail: (line[3] ?? '').replace(/\s+/g, ' ').trim(),
      });
    // a second line of one rule carries its words on
    else if (found.length > 0 && piece.trim() !== '') {
      const last = found.pop() as SpamSymbol;
      found.push({ ...last, detail: `${last.detail} ${piece.replace(/\s+/g, ' ').trim()}`.slice(0, 400) });
    }
  }
  return found.slice(0, MAX_SYMBOLS);
}

/** The report tells more than the bare names. */
function merged(tests: readonly SpamSymbol[], reported: readonly SpamSymbol[]): SpamSymbol[] {
  const known = new Map(tests.map((symbol) => [symbol.name, symbol]));
  for (const symbol of reported) known.set(symbol.name, symbol);
  return [...known.values()];
}
