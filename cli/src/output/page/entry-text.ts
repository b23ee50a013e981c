import type { EntryPage, ReadExample, RuleRef } from '@whybounce/core/encyclopedia';
import { capital, deedSentence, ownerNames } from '@whybounce/web/wording';
import { block, heading, headline, item, labelled, remark } from '../layout.ts';
import { paint } from '../paint.ts';
import { terminalText } from '../terminal-text.ts';
import { causeLines, comparisonLines, listed, sourceLines } from './parts.ts';

/** Neighbours, and replies of each kind, that are shown. */
const MAX_NEIGHBOURS = 6;
const MAX_EXAMPLES = 6;

/** The page of an entry for the terminal. */
export function entryText(page: EntryPage): string {
  const { rule, system, codes, words, shares, owner, action, links, related, status } = page;
  const lines = [headline(rule, system.name)];
  const say = (label: string, text: string | null): void => {
    if (text !== null && text !== '') lines.push(labelled(label, text));
  };
  say('Who acts', capital(ownerNames[owner]));
  say('It says', page.meaning);
  say('Reason', `${page.sayReason} ${paint('dim', `[${page.reason}]`)}`);
  say('Do now', `${deedSentence(action)} ${action.why}`);
  for (const [i, line] of words.entries()) say(i === 0 ? 'Words' : '', `“${line}”`);
  say('Counts', whenItCounts(page));
  for (const [i, { code, detail, class: itsClass, subject, bends }] of codes.entries()) {
    const name = detail?.name ?? [itsClass?.name, subject?.name, 'not registered'].filter((part) => part).join(', ');
    const bent = bends.map(({ vendorMeans }) => `Here: ${vendorMeans}`);
    say(i === 0 ? 'Codes' : '', [`${code} ${name}.`, ...bent].join(' '));
  }
  lines.push(heading('Why'), ...causeLines(shares.causes));
  for (const { owner: who, steps } of page.stepsByOwner) {
    lines.push(heading(who === 'nobody' ? 'Meanwhile' : `Steps for ${ownerNames[who]}`));
    for (const [i, { step, cause }] of steps.entries())
      lines.push(
        block(`  ${`${i + 1}.`.padStart(5)} `, `${step}${cause === null ? '' : ` ${paint('dim', `[${cause}]`)}`}`),
      );
  }
  const pages: readonly (readonly [string, string | null])[] = [
    ['This one', links.vendor],
    ['Postmaster', links.postmaster],
    ['Delisting', links.delist],
    ['Complaints', links.feedbackLoop],
    ['All pages', links.documentation],
  ];
  if (pages.some(([, url]) => url !== null)) lines.push(heading('Pages of the vendor'));
  for (const [label, url] of pages) say(label, url);
  lines.push(...exampleLines('Examples', page.examples, rule));
  lines.push(...exampleLines('Not this one', page.nearMisses, rule));
  lines.push(...neighbours('With the same code here', related.sameCode, related.sameCodeCount));
  lines.push(...neighbours('Elsewhere for the same reason', related.sameReason, related.sameReasonCount));
  lines.push(...comparisonLines(related.comparisons), ...sourceLines(page.sources));
  lines.push(remark(status === 'documented' ? 'Documented by its maker.' : 'Observed in replies.'));
  return `${lines.join('\n')}\n`;
}

function whenItCounts({ needs, weak, words }: EntryPage): string {
  if (words.length === 0) return 'By its codes alone, where no words say more.';
  const conditions = [
    needs.code ? 'only with one of its codes' : '',
    needs.host ? 'only from a server of this system' : '',
    weak ? 'as a hint: any plain wording wins' : '',
  ].filter((condition) => condition !== '');
  return conditions.length === 0 ? '' : `${capital(conditions.join(', '))}.`;
}

function exampleLines(title: string, examples: readonly ReadExample[], rule: string): string[] {
  return [
    heading(title),
    ...examples.slice(0, MAX_EXAMPLES).map((example) => exampleLine(example, rule)),
    ...listed(examples.length, MAX_EXAMPLES, `whybounce rule ${rule} --format json`),
  ];
}

/** A reply, and what else reads it. */
function exampleLine({ line, host, rule, deed }: ReadExample, own: string): string {
  const from = host === null ? '' : ` from ${host}`;
  const reading = rule === own ? deed : `${rule ?? 'no rule'}${deed === null ? '' : `, ${deed}`}`;
  return block('    ', `${terminalText(line)} ${paint('dim', `[${reading}${from}]`)}`);
}

function neighbours(title: string, rules: readonly RuleRef[], count: number): string[] {
  if (rules.length === 0) return [];
  const shown = rules.slice(0, MAX_NEIGHBOURS);
  return [
    heading(title),
    ...shown.map(({ rule, system, codes }) => item(rule, paint('dim', [system.name, ...codes].join(' ')))),
    ...listed(count, shown.length, 'whybounce search or --format json'),
  ];
}
