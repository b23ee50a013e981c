import type { Anatomy, CodePage, CodeUsers } from '@whybounce/core/encyclopedia';
import { systemName } from '@whybounce/core/explain';
import { counted } from '@whybounce/web/wording';
import { block, heading, headline, item, labelled } from '../layout.ts';
import { paint } from '../paint.ts';
import { causeLines, comparisonLines, listed } from './parts.ts';

/** Systems and entries of each that are named before only their number is. */
const MAX_SYSTEMS = 16;
const MAX_ENTRIES = 4;

/** The page of a code for the terminal. */
export function codeText({
  anatomy,
  reasons,
  bends,
  usedBy,
  entryCount,
  causes,
  comparisons,
  related,
}: CodePage): string {
  const lines = [headline(anatomy.code, anatomy.detail?.name ?? 'not registered'), ...anatomyLines(anatomy)];
  for (const [i, { says }] of reasons.entries()) lines.push(labelled(i === 0 ? 'Mostly' : '', says));
  if (bends.length > 0) lines.push(heading('Who means something else by it'));
  for (const { system, tool, codes, vendorMeans } of bends)
    lines.push(item(`${system === null ? tool : systemName(system)} ${paint('dim', codes.join(' '))}`, vendorMeans));
  lines.push(...userLines(anatomy.code, usedBy, entryCount));
  if (causes.length > 0) {
    lines.push(heading('Why, on average of these; the words and the host decide'));
    lines.push(...causeLines(causes));
  }
  lines.push(...comparisonLines(comparisons));
  if (related.length > 0) {
    lines.push(heading('Codes beside it'));
    for (const { code, name } of related) lines.push(block(`    ${code.padEnd(8)}`, name ?? 'not registered'));
  }
  return `${lines.join('\n')}\n`;
}

/** Systems with a name first; families of wording say the same in many languages and are only counted. */
function userLines(code: string, usedBy: readonly CodeUsers[], entryCount: number): string[] {
  if (entryCount === 0) return [heading('No entry goes with it')];
  const count = `${counted(entryCount, 'entry')} of ${counted(usedBy.length, 'system')}`;
  const lines = [heading(`Who says it: ${count}`)];
  const named = usedBy.filter(({ system }) => system.kind !== 'wording');
  const shown = named.slice(0, MAX_SYSTEMS);
  for (const { system, entries } of shown) {
    lines.push(block('    ', `${system.name} ${paint('dim', system.slug)}`));
    for (const { rule, sayReason } of entries.slice(0, MAX_ENTRIES))
      lines.push(block('      ', `${rule.slice(rule.indexOf('/') + 1)}: ${sayReason}`));
    lines.push(...listed(entries.length, MAX_ENTRIES, `whybounce provider ${system.slug}`));
  }
  lines.push(...listed(named.length, MAX_SYSTEMS, `whybounce code ${code} --format json`));
  const wordings = usedBy.filter(({ system }) => system.kind === 'wording').map(({ system }) => system.slug);
  if (wordings.length > 0) lines.push(block('    ', `Wordings of any server: ${wordings.join(', ')}`));
  return lines;
}

/** Class, subject and detail, each with what it says. */
function anatomyLines({ code, form, class: itsClass, subject, detail, registered }: Anatomy): string[] {
  const lines: string[] = [];
  if (itsClass !== null) lines.push(labelled(`Class ${itsClass.digit}`, `${itsClass.name}. ${itsClass.means}`));
  else if (form === 'enhanced') lines.push(labelled('Class X', 'Any class: 4 for now, 5 for good, 2 for success.'));
  if (subject !== null)
    lines.push(
      labelled(
        form === 'reply' ? `Digit ${subject.digit}` : `Subject ${subject.digit}`,
        `${subject.name}. ${subject.means}`,
      ),
    );
  if (detail === null) {
    lines.push(labelled('Detail', `Not registered: no standard says what ${code} means. Whoever sends it decides.`));
    return lines;
  }
  lines.push(labelled('Detail', `${detail.name}. ${detail.means}`));
  if (detail.notAlways !== null) lines.push(labelled('But', detail.notAlways));
  lines.push(labelled('Standard', registered ? detail.standard : `${detail.standard}; not in the registry`));
  return lines;
}
