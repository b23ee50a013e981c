import type { DnsAnswer } from '../../dns/index.ts';
import type { RecordFinding } from '../finding.ts';
import { legible, quoted } from '../quoted.ts';
import { isTemporary, isVoid } from './evaluation.ts';
import { capped, countOf, finding, LONG_RECORD, lintSpfRecord } from './lint-record.ts';
import { plainName } from './macro-string.ts';
import { allOf } from './record.ts';
import { byPlace } from './report.ts';
import type { SpfNode, SpfPlace, SpfTermNode, SpfTree } from './tree.ts';
import { type PlacedTerm, placedTerms } from './tree-terms.ts';

/** From so many look-ups on, the next service that is added breaks the record. */
const MANY_LOOKUPS = 8;
/** Addresses of a /8. */
const WORLD_SIZE = 2 ** 24;
/** Octets of a whole TXT set that fit into a packet of 512 with header and question, roughly. */
const LONG_TXT_SET = 512;

/**
 * What is remarkable about a domain's SPF with everything that it leads to. Spans count in the domain's own record:
 * what stands in an included record is told at the term that leads there.
 */
export function lintSpf(tree: SpfTree): RecordFinding[] {
  const { root } = tree;
  const findings: RecordFinding[] = [
    ...rootFindings(root),
    ...lookupFindings(tree),
    ...voidFindings(tree),
    ...againFindings(tree),
    ...sizeFindings(tree),
    ...placedTerms(root).flatMap((placed) => [
      ...leadFindings(placed),
      ...answerFindings(placed, tree),
      ...reachFindings(placed),
    ]),
  ];
  if (tree.cutOff !== null)
    findings.push(
      finding(
        'cut-off',
        'info',
        null,
        tree.cutOff,
        'Remove senders that are no longer used.',
        'RFC 7208 section 4.6.4',
      ),
    );
  const ofTree = new Set(findings.map(({ code, span }) => `${twinOf[code] ?? code} ${span?.[0]}`));
  const ofRecord = root.record === null ? [] : lintSpfRecord(root.record);
  // the tree knows more of the same: which look-up of which record is one too many, which term covers which
  const apart = ofRecord.filter(({ code, span }) => code !== 'too-many-lookups' && !ofTree.has(`${code} ${span?.[0]}`));
  return capped([...findings, ...apart]).sort(byPlace);
}

/** Findings of the tree that say more than one of the record alone. */
const twinOf: Readonly<Record<string, string>> = { 'repeated-include': 'duplicate-term' };

/** In the domain's own record, where what stands at the place begins. */
function spanIn({ path, at }: SpfPlace): RecordFinding['span'] {
  return (path[0] ?? at).span;
}

/** `"include:a.example" of example.com, in it "mx" of a.example`. */
function wayTo({ path, at }: SpfPlace): string {
  const steps = [...path, at];
  const shown = steps.length > 4 ? [...steps.slice(0, 2), ...steps.slice(-2)] : steps;
  return shown.map(({ term, domain }) => `${quoted(term)} in the record of ${domain}`).join(', then ');
}

function rootFindings(root: SpfNode): RecordFinding[] {
  const { domain, status } = root;
  const source = 'RFC 7208 section 4.5';
  const misses = root.nearMisses.map((miss): RecordFinding => ({ ...miss.finding, span: null }));
  switch (status) {
    case 'none': {
      if (misses.length > 0) return misses;
      const says = `${domain} has no SPF record: receivers cannot tell its servers from those of others.`;
      const fix = 'Publish a TXT record that begins with v=spf1; of a domain that never sends mail it is v=spf1 -all.';
      return [finding('no-record', 'high', null, says, fix, source)];
    }
    case 'several': {
      const says = `${domain} has ${root.records.length} SPF records, and with more than one, receivers take none (permerror).`;
      return [finding('several-records', 'critical', null, says, 'Merge them into one record.', source), ...misses];
    }
    case 'could-not-determine': {
      const says = `Whether ${domain} has an SPF record could not be determined: its name servers gave no answer (${root.answer}).`;
      return [
        finding(
          'could-not-determine',
          'info',
          null,
          says,
          'Try again later, and check the name servers if it stays so.',
          'RFC 7208 section 4.4',
        ),
      ];
    }
    default:
      return misses.map((miss) => ({ ...miss, severity: miss.severity === 'critical' ? 'medium' : miss.severity }));
  }
}

function lookupFindings({ lookups, limits, loops }: SpfTree): RecordFinding[] {
  const source = 'RFC 7208 section 4.6.4';
  const fix = 'Remove senders that are no longer used, or replace includes by the ranges they stand for.';
  if (lookups.over !== null) {
    const endless = loops.length > 0 && lookups.total <= limits.lookups;
    const says = `SPF needs ${endless ? 'ever more' : lookups.total} DNS look-ups and ${limits.lookups} are allowed: receivers stop with an error (permerror) at ${wayTo(lookups.over)}.`;
    return [finding('too-many-lookups', 'critical', spanIn(lookups.over), says, fix, source)];
  }
  if (lookups.total < MANY_LOOKUPS) return [];
  const says = `SPF needs ${lookups.total} DNS look-ups of the ${limits.lookups} that are allowed: one more sender can break it.`;
  return [finding('many-lookups', 'low', null, says, fix, source)];
}

function voidFindings({ voids, limits }: SpfTree): RecordFinding[] {
  const source = 'RFC 7208 section 4.6.4';
  const most = Math.max(voids.ipv4, voids.ipv6);
  const fix = 'Remove the terms whose names no longer exist.';
  if (most > limits.voids) {
    const says = `${most} DNS look-ups of one evaluation find nothing and ${limits.voids} are allowed: receivers stop with an error (permerror).`;
    return [finding('too-many-voids', 'high', null, says, fix, source)];
  }
  if (voids.dualStack > limits.voids) {
    const says = `${voids.dualStack} DNS look-ups find nothing if A and AAAA are counted apart, as some receivers do, and ${limits.voids} are allowed; one evaluation alone meets ${most}.`;
    return [finding('many-voids', 'low', null, says, fix, source)];
  }
  return [];
}

function againFindings({ loops, repeated }: SpfTree): RecordFinding[] {
  return [
    ...loops.map((again) => {
      const says = `${wayTo(again)} leads back to ${again.domain}, in whose record it stands: the evaluation runs in a circle until it ends in an error (permerror).`;
      return finding(
        'loop',
        'critical',
        spanIn(again),
        says,
        `Remove ${quoted(again.at.term)}.`,
        'RFC 7208 section 4.6.4',
      );
    }),
    ...repeated.map((again) => {
      const says = `${wayTo(again)} leads to ${again.domain} a second time: it costs its look-ups again and allows nothing more.`;
      return finding('repeated-include', 'low', spanIn(again), says, 'Keep one of the two.', 'RFC 7208 section 4.6.4');
    }),
  ];
}

function sizeFindings({ root, authorised }: SpfTree): RecordFinding[] {
  const findings: RecordFinding[] = [];
  const { octets, records } = root.txt;
  if (octets > LONG_TXT_SET && (root.record?.text.length ?? 0) <= LONG_RECORD) {
    const says = `The ${records} TXT records of ${root.domain} have ${octets} octets together. They come in one answer, which does not fit into a packet of 512 octets.`;
    findings.push(
      finding(
        'long-txt-set',
        'low',
        null,
        says,
        'Remove TXT records that are no longer needed.',
        'RFC 7208 section 3.4',
      ),
    );
  }
  const own = root.record === null ? null : allOf(root.record);
  for (const range of authorised.world) {
    if (range.path.length === 0) continue;
    const says = `${wayTo(range)} allows ${range.cidr}, far more addresses than any sender has.`;
    findings.push(
      finding('world-range', 'high', spanIn(range), says, 'Do not include this record.', 'RFC 7208 section 11.1'),
    );
  }
  if (authorised.ipv4Addresses > WORLD_SIZE && own?.qualifier !== '+') {
    const says = `All terms together allow ${countOf(authorised.ipv4Addresses)} IPv4 addresses, more than a whole /8: that many strangers can send as ${root.domain}.`;
    findings.push(
      finding('authorises-too-many', 'high', null, says, 'Narrow the widest ranges.', 'RFC 7208 section 11.1'),
    );
  }
  return findings;
}

/** What an include or redirect meets. */
function leadFindings({ node, place, domain }: PlacedTerm): RecordFinding[] {
  const { child } = node;
  if (child === null) return [];
  const span = spanIn(place);
  const way = wayTo(place);
  const say = (code: string, severity: RecordFinding['severity'], says: string, fix: string, section = '5.2') => [
    finding(code, severity, span, `${way} ${says}`, fix, `RFC 7208 section ${section}`),
  ];
  const remove = `Remove it from the record of ${domain}, or correct the name.`;
  switch (child.status) {
    case 'none': {
      const [miss] = child.nearMisses;
      const why = miss === undefined ? '' : ` One of its TXT records seems to be meant as one: ${miss.finding.says}`;
      return say(
        'include-without-record',
        'critical',
        `leads to ${legible(child.domain)}, which has no SPF record: receivers stop with an error (permerror).${why}`,
        remove,
      );
    }
    case 'several':
      return say(
        'include-several-records',
        'critical',
        `leads to ${child.domain}, which has ${child.records.length} SPF records: receivers stop with an error (permerror).`,
        `Tell whoever runs ${child.domain}, or remove the term.`,
      );
    case 'could-not-determine':
      return say(
        'include-undetermined',
        'info',
        `leads to ${child.domain}, whose record could not be had (${child.answer}). While that is so, receivers put mail off (temperror).`,
        'Try again later.',
      );
    case 'cut-off':
      return [];
    default:
      if (child.record?.valid === false) {
        const fault = child.record.findings.find(({ severity }) => severity === 'critical');
        return say(
          'include-syntax-error',
          'critical',
          `leads to ${child.domain}, whose record breaks the grammar: receivers stop with an error (permerror). ${fault?.says ?? ''}`.trim(),
          `Tell whoever runs ${child.domain}, or remove the term.`,
        );
      }
      return node.size !== null && node.size.ipv4Addresses === 0 && node.size.ipv6Networks === 0
        ? say(
            'include-allows-nobody',
            'low',
            `leads to ${child.domain}, whose record allows no address at all.`,
            remove,
          )
        : [];
  }
}

function answerFindings({ node, place }: PlacedTerm, { limits }: SpfTree): RecordFinding[] {
  const { mx, hosts } = node;
  const span = spanIn(place);
  const way = wayTo(place);
  const findings: RecordFinding[] = [];
  if (mx !== null && mx.records.length > limits.mxNames) {
    const says = `${way}: ${mx.name} has ${mx.records.length} mail servers and ${limits.mxNames} are allowed, so that receivers stop with an error (permerror).`;
    findings.push(
      finding(
        'too-many-mx-hosts',
        'critical',
        span,
        says,
        'List the addresses in its place.',
        'RFC 7208 section 4.6.4',
      ),
    );
  }
  const answers = [mx, ...hosts.flatMap(({ a, aaaa }) => [a, aaaa])].filter((answer) => answer !== null);
  for (const answer of answers) {
    if (!isTemporary(answer) || answer.status === 'over-budget') continue;
    const says = `${way}: the ${answer.type} records of ${answer.name} could not be had (${answer.status}). While that is so, receivers put mail off (temperror).`;
    findings.push(finding('answer-undetermined', 'info', span, says, 'Try again later.', 'RFC 7208 section 5'));
  }
  const gone = hosts.filter(
    ({ a, aaaa }) => isVoidOrNone(a) && (aaaa === null || isVoidOrNone(aaaa)) && node.state === 'asked',
  );
  const [first] = gone;
  if (mx !== null && isVoid(mx)) {
    const says = `${way}: ${mx.name} has no mail server, so that the term costs a look-up and matches nobody.`;
    findings.push(finding('void-lookup', 'low', span, says, 'Remove the term.', 'RFC 7208 section 4.6.4'));
  } else if (mx !== null && first !== undefined && findings.length === 0) {
    const more = gone.length > 1 ? ` and ${gone.length - 1} more` : '';
    const says = `${way}: the mail server ${first.name}${more} of ${mx.name} has no address.`;
    findings.push(
      finding('mx-host-without-address', 'low', span, says, 'Correct the MX record.', 'RFC 7208 section 5.4'),
    );
  } else if (mx === null && first !== undefined && node.needs.length === 0 && isPlain(node)) {
    const says = `${way}: ${first.name} has no address, so that the term costs a look-up and matches nobody.`;
    findings.push(finding('void-lookup', 'low', span, says, 'Remove the term.', 'RFC 7208 section 4.6.4'));
  }
  return findings;
}

function reachFindings({ node, place, domain, depth }: PlacedTerm): RecordFinding[] {
  const { term, coveredBy, state } = node;
  if (coveredBy.length > 0 && depth === 0 && term.kind === 'mechanism' && term.name !== 'all') {
    const [first] = coveredBy;
    const twin = first?.kind === 'mechanism' && isTwin(term.text, first.text);
    const by = coveredBy.map(({ text }) => `${quoted(text)}`).join(', ');
    const now = term.network === null ? ' at present' : '';
    const says = `${quoted(term.text)} in the record of ${domain} matches nobody${now}: ${by} before it ${coveredBy.length === 1 ? 'has' : 'have'} all its addresses.`;
    if (!twin) return [finding('covered-term', 'low', term.span, says, 'Remove it.', 'RFC 7208 section 4.6.2')];
  }
  if (state === 'needs-client' && depth > 0) {
    const says = `${wayTo(place)} depends on the message (${macrosOf(node)}), so that it was counted and not followed.`;
    return [finding('macros', 'info', spanIn(place), says, null, 'RFC 7208 section 7')];
  }
  return [];
}

function isVoidOrNone(answer: DnsAnswer): boolean {
  return isVoid(answer) || answer.status === 'invalid-name';
}

/** Whether it asks for one name whoever the client is. */
function isPlain({ term }: SpfTermNode): boolean {
  return term.kind === 'mechanism' && (term.domain === null || plainName(term.domain) !== null);
}

function isTwin(a: string, b: string): boolean {
  const bare = (text: string) => text.replace(/^[+\-~?]/, '').toLowerCase();
  return bare(a) === bare(b);
}

function macrosOf({ needs }: SpfTermNode): string {
  return `macro ${needs.map((letter) => `%{${letter}}`).join(', ')}`;
}
