import type { Seen } from '@whybounce/core/check';
import { lintSpfRecord, type RecordFinding, type SpfRecord } from '@whybounce/core/record';
import { counted, listed } from '../../fact/list-words.ts';
import { type OneSpf, ofOneRecord } from '../../fact/spf.ts';
import { corrected } from '../../fact/spf-publish.ts';
import { leads, unreadRecord } from '../../fact/spf-tree.ts';
import { placeWords, quotedTerm, seenPlace, seenRecord } from '../../fact/spf-words.ts';
import { defineCheck, fail, pass, undetermined, type Verdict, warn } from '../define.ts';

/** Places that evidence names: a hostile record has thousands. */
const MAX_PLACES = 8;
/** Keeps to the grammar, and does nothing of what was wanted. */
const IDLE: ReadonlySet<string> = new Set([
  'mechanism-with-equals-sign',
  'second-version',
  'joined-terms',
  'odd-name',
  'private-range',
]);
/** Modifiers of a standard of their own (RFC 6652), which SPF need not know. */
const REPORTING = /^r[apr]=/i;

export default defineCheck({
  id: 'spf.syntax',
  area: 'spf',
  input: 'domain',
  needs: ['domain'],
  severity: 'critical',
  title: 'Every term of the SPF record can be read',
  about:
    'One term that cannot be read makes the whole record an error: receivers then take none of it. Usual slips are "ipv4:" for "ip4:", commas between terms, a bad network length, or a dash that a word processor made longer.',
  remedy: 'Correct the term that is named.',
  source: 'RFC 7208 sections 4.6, 7 and 12',
  run: (context) =>
    ofOneRecord(context, (found) => {
      const { domain, tree, seen } = found;
      const own = ofOwnRecord(found) ?? ofIncluded(found);
      if (own !== null) return own;
      const open = unreadRecord(tree);
      if (open !== null)
        return undetermined(`The record of ${domain} itself can be read. Of what it includes, ${open}.`, { seen });
      const others = leads(tree).filter(({ node }) => node.child !== null).length;
      const rest = others === 0 ? '' : `, and so can ${counted(others, 'record')} to which it leads`;
      return pass(`Every term in the record of ${domain} can be read${rest}.`, { seen });
    }),
});

function ofOwnRecord({ domain, tree, record, seen: whole }: OneSpf): Verdict | null {
  const faults = record.findings.filter(({ severity }) => severity === 'critical');
  const isIdle = ({ code, span }: RecordFinding) =>
    IDLE.has(code) || (code === 'unknown-modifier' && span !== null && !REPORTING.test(record.text.slice(...span)));
  const found = faults.length > 0 ? faults : lintSpfRecord(record).filter(isIdle);
  const [first] = found;
  if (first === undefined) return null;
  const seen = [
    ...whole,
    ...found.slice(0, MAX_PLACES).flatMap((finding) => seenFinding(domain, record.text, finding)),
  ];
  const terms = [...new Set(found.flatMap(({ span }) => termAt(record, span)))];
  const others = terms.slice(1).map(quotedTerm);
  const more =
    others.length === 0
      ? ''
      : ` ${others.length === 1 ? 'Another term is' : 'Other terms are'} at fault too: ${listed(others)}.`;
  const isUseless = ({ code }: RecordFinding) => code === 'private-range' || code === 'unknown-modifier';
  const remove = faults.length > 0 ? [] : found.filter(isUseless).flatMap(({ span }) => termAt(record, span));
  const { publish, notes } = corrected(tree, { of: 'syntax', remove });
  const how = { seen, fix: `${fixOf(record, first)}${notes}`, publish };
  if (faults.length > 0)
    return fail(
      `Receivers cannot read the SPF record of ${domain} and take none of it (permerror). ${first.says}${more}`,
      how,
    );
  const severity = first.code === 'unknown-modifier' ? 'low' : first.severity === 'high' ? 'high' : 'medium';
  return warn(`The SPF record of ${domain} has a term that does nothing. ${first.says}${more}`, { ...how, severity });
}

/** What to write where that can be told, else what the rule asks for. */
function fixOf(record: SpfRecord, { span, fix }: RecordFinding): string {
  const [text = ''] = termAt(record, span);
  const term = record.terms.find((own) => own.text === text);
  if (term?.kind === 'broken' && term.meant !== null)
    return `Write ${quotedTerm(term.meant)} in place of ${quotedTerm(text)}.`;
  return fix ?? `Remove ${quotedTerm(text)}.`;
}

/** The term in which something stands. */
function termAt({ terms }: SpfRecord, span: RecordFinding['span']): string[] {
  if (span === null) return [];
  const term = terms.find(({ span: [start, end] }) => start <= span[0] && span[0] < end);
  return term === undefined ? [] : [term.text];
}

function seenFinding(domain: string, text: string, { span }: RecordFinding): Seen[] {
  if (span === null) return [];
  const [start, end] = span;
  return [{ of: `Character ${start + 1} of the SPF record of ${domain}`, value: text.slice(start, end) }];
}

function ofIncluded({ tree, seen: whole, domain }: OneSpf): Verdict | null {
  const broken = leads(tree).find(({ node }) => node.child?.record?.valid === false);
  const child = broken?.node.child ?? null;
  if (broken === undefined || child === null || child.record === null) return null;
  const fault = child.record.findings.find(({ severity }) => severity === 'critical');
  const seen = [...whole, ...seenPlace(broken.place), seenRecord(child.domain, child.record.text)];
  const faulty = fault === undefined ? [] : seenFinding(child.domain, child.record.text, fault);
  return fail(
    `${placeWords(broken.place)} leads to ${child.domain}, whose record cannot be read, so that the one of ${domain} fails as well (permerror). ${fault?.says ?? ''}`.trim(),
    {
      seen: [...seen, ...faulty],
      fix: `Tell whoever runs ${child.domain}, or take ${quotedTerm(broken.place.at.term)} out of the record of ${broken.domain}.`,
    },
  );
}
