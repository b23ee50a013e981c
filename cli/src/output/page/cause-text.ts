import type { CauseEvidence, CausePage, ReasonPage } from '@whybounce/core/encyclopedia';
import { capital, deedSentence, ownerNames } from '@whybounce/web/wording';
import { block, heading, headline, item, labelled, remark, shareLine } from '../layout.ts';
import { paint } from '../paint.ts';
import { causeLines, comparisonLines, listed, sourceLines } from './parts.ts';

/** Observations, and entries, that are named before only their number is. */
const MAX_EVIDENCE = 8;
const MAX_ENTRIES = 12;

/** The page of a cause for the terminal. */
export function causeText(page: CausePage): string {
  const { id, says, owner, steps, verify, aboutAddress, reasons, entries, policy, sources } = page;
  const lines = [
    headline(says, id),
    labelled('Who acts', capital(ownerNames[owner])),
    ...steps.map((step, i) => labelled(i === 0 ? 'Steps' : '', `${i + 1}. ${step}`)),
    labelled('Repaired if', verify),
    labelled(
      'Address',
      aboutAddress ? 'May be suppressed for it.' : 'Is never suppressed for it: it says nothing about the address.',
    ),
    heading('What it can stand behind'),
    ...reasons.map(({ reason, says: reasonSays, share }) =>
      shareLine(share, `${reasonSays} ${paint('dim', `[${reason}]`)}`),
    ),
    ...evidenceLines('What speaks for it', page.speaksFor),
    ...evidenceLines('What speaks against it', page.speaksAgainst),
    remark("Shares and weights are an expert's start, not measurements. 10 makes the odds ten times as large."),
  ];
  if (entries.length > 0) lines.push(heading('Entries that know its share better'));
  for (const { rule, share } of entries.slice(0, MAX_ENTRIES)) lines.push(shareLine(share, rule));
  lines.push(...listed(entries.length, MAX_ENTRIES, `whybounce cause ${id} --format json`));
  lines.push(heading('What is done for it'));
  for (const row of policy) {
    const when = [...(row.reasons ?? []), ...(row.when ?? [])].join(', ');
    lines.push(item(`${deedSentence(row)}${when === '' ? '' : ` ${paint('dim', `[${when}]`)}`}`, row.why));
  }
  return `${[...lines, ...sourceLines(sources)].join('\n')}\n`;
}

/** The page of a reason for the terminal. */
export function reasonText(page: ReasonPage): string {
  const { id, says, family, owner, shares, action, codes, classifiers, entries, comparisons } = page;
  const lines = [
    headline(says, id),
    labelled('About', family.name),
    labelled('Who acts', capital(ownerNames[owner])),
    labelled('Do now', `${deedSentence(action)} ${action.why}`),
    labelled('Codes', codes.length === 0 ? 'No code mostly means this.' : codes.map(({ code }) => code).join(', ')),
    heading('Why'),
    ...causeLines(shares.causes),
    heading('How other classifiers call it'),
    ...classifiers.map(({ name, classes }) => labelled(name.slice(0, 11), classes.join(' or ') || 'no class for it')),
    heading(`Who says it: ${entries.length} ${entries.length === 1 ? 'entry' : 'entries'}`),
    ...entries
      .slice(0, MAX_ENTRIES)
      .map(({ rule, codes: itsCodes }) => block('    ', `${rule} ${paint('dim', itsCodes.join(' '))}`)),
    ...listed(entries.length, MAX_ENTRIES, `whybounce reason ${id} --format json`),
    ...comparisonLines(comparisons),
  ];
  return `${lines.join('\n')}\n`;
}

function evidenceLines(title: string, evidence: readonly CauseEvidence[]): string[] {
  if (evidence.length === 0) return [];
  return [
    heading(title),
    ...evidence
      .slice(0, MAX_EVIDENCE)
      .map(({ says, weight }) => block(`  ${(weight > 0 ? `+${weight}` : `−${-weight}`).padStart(5)}  `, says)),
    ...listed(evidence.length, MAX_EVIDENCE, '--format json'),
  ];
}
