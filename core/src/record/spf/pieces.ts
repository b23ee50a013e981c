import type { RecordChange } from '../finding.ts';
import { legible, quoted } from '../quoted.ts';
import { mendTerm } from './mend.ts';
import { nearMissOf } from './near-miss.ts';
import { parseSpf, versionStart } from './parse.ts';
import { parseTerm } from './parse-term.ts';
import type { SpfTerm } from './record.ts';
import { lostEnd } from './remarks.ts';
import { changed, removed } from './written.ts';

/** A term on its way into the new record. */
export interface Piece {
  readonly text: string;
  readonly term: SpfTerm;
}

/** The terms of the record that is published, mended where they break the grammar. */
export function readExisting(existing: string | null, changes: RecordChange[], left: string[]): Piece[] {
  if (existing === null) return [];
  let text = existing;
  if (!versionStart.test(text)) {
    const miss = nearMissOf(text);
    text = miss?.meant ?? `v=spf1 ${text.trim()}`;
    changes.push(
      changed(
        existing.slice(0, 24),
        text.slice(0, 24),
        miss?.finding.says ?? 'An SPF record begins with v=spf1 and a blank.',
      ),
    );
  }
  return parseSpf(text).terms.flatMap((term) => mended(term, changes, left));
}

/** A term as it may stand in a record: itself, what was meant, or nothing. */
function mended(term: SpfTerm, changes: RecordChange[], left: string[]): Piece[] {
  const shown = legible(term.text);
  if (term.kind === 'broken') {
    if (term.meant !== null) {
      changes.push(
        changed(term.text, term.meant, `"${shown}" breaks the grammar, and made the whole record an error.`),
      );
      return piecesOf(term.meant);
    }
    changes.push(removed(term.text, `"${shown}" breaks the grammar, and made the whole record an error.`));
    left.push(`"${shown}" could not be read and was taken out: find out which sender it stood for, and add that.`);
    return [];
  }
  if (term.kind === 'modifier' && term.name === 'v') {
    changes.push(removed(term.text, 'The version stands at the beginning once.'));
    return [];
  }
  const joined = /[,;]/.test(term.text.replace(/%\{[^}]*\}/g, ''));
  const equals = term.kind === 'modifier' && /^(?:all|include|a|mx|ptr|ip4|ip6|exists)$/.test(term.name);
  const whole = equals ? `${term.name}:${term.text.slice(term.name.length + 1)}` : term.text;
  const parted = whole.replace(lostEnd, (end) => end.replace(/-all$/i, ' $&'));
  const meant = joined || equals || parted !== whole ? mendTerm(parted) : null;
  if (meant === null || meant === term.text) return [{ text: term.text, term }];
  changes.push(changed(term.text, meant, `"${shown}" keeps to the grammar and does nothing that was wanted.`));
  return piecesOf(meant);
}

export function piecesOf(text: string): Piece[] {
  return text.split(' ').flatMap((piece) => {
    const term = parseTerm(piece, 0, () => {});
    return term === null ? [] : [{ text: piece, term }];
  });
}

/** Without terms that no evaluation comes to, or for a second time. */
export function withoutDead(pieces: readonly Piece[], changes: RecordChange[], left: string[]): Piece[] {
  const seen = new Set<string>();
  let all: string | null = null;
  const hasAll = pieces.some(({ term }) => isAll(term));
  return pieces.filter(({ text, term }) => {
    const drop = (why: string) => {
      changes.push(removed(text, why));
      return false;
    };
    if (term.kind === 'modifier') {
      if (term.name === 'redirect' && hasAll) {
        left.push(
          `${quoted(text)} was never followed because of "all" and was taken out: if its senders send mail, add them.`,
        );
        return drop('A record with "all" never follows a redirect.');
      }
      if (term.name !== 'redirect' && term.name !== 'exp') return true;
      if (seen.has(term.name)) return drop(`A record has one ${term.name}.`);
      seen.add(term.name);
      return true;
    }
    if (all !== null && isAll(term)) return drop('A record has one "all".');
    if (all !== null) {
      left.push(
        `${quoted(text)} stood after ${quoted(all)}, where nothing is evaluated, and was taken out: if it is a sender, add it.`,
      );
      return drop(`Nothing after ${quoted(all)} is evaluated.`);
    }
    if (isAll(term)) {
      all = text;
      return true;
    }
    const key = keyOf(term);
    if (seen.has(key)) return drop('It stands in the record already.');
    seen.add(key);
    return true;
  });
}

/** Whether it is an `all`, whatever its qualifier. */
export function isAll(term: SpfTerm): boolean {
  return term.kind === 'mechanism' && term.name === 'all';
}

/** The same for terms that match the same. */
export function keyOf(term: SpfTerm): string {
  return term.kind === 'mechanism' && term.network !== null ? term.network : bare(term.text);
}

/** A term without its qualifier, in lower case. */
export function bare(text: string): string {
  return text.replace(/^[+\-~?]/, '').toLowerCase();
}
