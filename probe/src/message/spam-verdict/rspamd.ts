import type { Headers } from '@whybounce/core/message';
import { MAX_FIELD, MAX_SYMBOLS, type SpamSymbol, type SpamVerdict } from './verdict.ts';

const NUMBER = '-?\\d{1,5}(?:\\.\\d{1,6})?';
const total = new RegExp(`(True|False)?\\s{0,4}\\[(${NUMBER})\\s{0,3}/\\s{0,3}(${NUMBER})\\]`, 'i');
const symbol = new RegExp(`\\b([A-Z][A-Z0-9_]{1,80})\\s{0,3}\\((${NUMBER})\\)\\s{0,3}(?:\\[([^\\]]{0,300})\\])?`, 'g');
/** Actions that keep a message from the inbox. */
const bad = /^(?:reject|add header|rewrite subject|quarantine|discard)/i;

/**
 * Reads what rspamd writes: `X-Spamd-Result: default: False [3.31 / 15.00]; BAYES_SPAM(2.00)[99.9%]; ARC_NA(0.00)[]`, and
 * `X-Rspamd-Score`, `X-Rspamd-Report: BAYES_HAM(-3) MIME_GOOD(-0.1)`, `X-Rspamd-Action` as Haraka and others have it.
 */
export function readRspamd(headers: Headers): SpamVerdict | null {
  const result = headers.get('x-spamd-result')?.slice(0, MAX_FIELD) ?? null;
  const report = headers.get('x-rspamd-report')?.slice(0, MAX_FIELD) ?? null;
  const plain = headers.get('x-rspamd-score')?.slice(0, 80) ?? null;
  const action = headers.get('x-rspamd-action')?.trim().slice(0, 80) ?? null;
  if (result === null && report === null && plain === null && action === null) return null;
  const [, word, sum, limit] = total.exec(result ?? '') ?? [];
  const given = new RegExp(`^\\s{0,3}(${NUMBER})`).exec(plain ?? '')?.[1];
  const number = sum ?? given;
  return {
    filter: 'rspamd',
    field:
      result !== null
        ? 'X-Spamd-Result'
        : report !== null
          ? 'X-Rspamd-Report'
          : plain !== null
            ? 'X-Rspamd-Score'
            : 'X-Rspamd-Action',
    isSpam: action !== null ? bad.test(action) : word === undefined ? null : word.toLowerCase() === 'true',
    score: number === undefined ? null : Number(number),
    required: limit === undefined ? null : Number(limit),
    symbols: symbolsIn(result ?? report ?? ''),
    notes: action === null ? [] : [`The filter's action was “${action}”.`],
  };
}

function symbolsIn(text: string): SpamSymbol[] {
  return [...text.matchAll(symbol)]
    .slice(0, MAX_SYMBOLS)
    .map(([, name = '', score, detail = '']) => ({ name, score: Number(score), detail: detail.trim() }));
}
