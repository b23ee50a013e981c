import {
  type Area,
  areas,
  type CheckReport,
  type CheckResult,
  countOutcomes,
  type Outcome,
  type Seen,
  scoreOf,
  severities,
} from '@whybounce/core/check';
import { counted } from '@whybounce/web/wording';
import { areaNames, outcomeMarks, outcomeNames, severityNames, subjectNames } from '@whybounce/web/wording/check';
import { block, heading, headline, remark } from '../layout.ts';
import { paint } from '../paint.ts';
import { terminalText } from '../terminal-text.ts';

/** What is worth most attention comes first. */
const order: readonly Outcome[] = ['fail', 'warn', 'could-not-determine', 'info', 'pass', 'not-applicable'];
/** Told in a line without more, unless everything is asked for. */
const BRIEF: ReadonlySet<Outcome> = new Set(['pass', 'not-applicable']);
const colour = { fail: ['bold', 'red'], warn: 'yellow', 'could-not-determine': 'cyan' } as const;
/** Columns before the text of a result. */
const INDENT = 4;

/**
 * A report for a terminal: what failed with evidence and what to do, by area; what is in order in one line.
 *
 * @param all also tells in full what passed and what does not apply
 */
export function reportText(report: CheckReport, all = false): string {
  const lines = [headline(terminalText(report.subject), subjectNames[report.kind]), block('  ', summary(report))];
  const told: Told = new Set();
  for (const area of areas) {
    const own = report.results.filter((result) => result.area === area);
    if (own.length > 0) lines.push(...areaLines(area, own, all, told));
  }
  if (report.notRun.length > 0) {
    lines.push(heading('Not run'));
    for (const [why, ids] of byReason(report.notRun)) lines.push(remark(`${ids.join(', ')}: ${why}`));
  }
  lines.push('', remark(footer(report)));
  return `${lines.join('\n')}\n`;
}

/** Outcomes that are called otherwise where there are several. */
const several: Partial<Readonly<Record<Outcome, string>>> = { warn: 'warnings', 'not-applicable': 'do not apply' };

function summary({ results }: CheckReport): string {
  const score = scoreOf(results);
  const counts = countOutcomes(results);
  const told = order
    .filter((outcome) => counts[outcome] > 0)
    .map(
      (outcome) => `${counts[outcome]} ${(counts[outcome] === 1 ? null : several[outcome]) ?? outcomeNames[outcome]}`,
    );
  if (score !== null) return [paint('bold', `${score} of 100`), ...told].join(', ');
  return ['Nothing could be determined.', ...(told.length === 0 ? [] : [`${told.join(', ')}.`])].join(' ');
}

function areaLines(area: Area, results: readonly CheckResult[], all: boolean, told: Told): string[] {
  const sorted = [...results].sort(
    (a, b) =>
      order.indexOf(a.outcome) - order.indexOf(b.outcome) ||
      severities.indexOf(a.severity) - severities.indexOf(b.severity),
  );
  const full = sorted.filter(({ outcome }) => all || !BRIEF.has(outcome));
  const brief = all ? [] : sorted.filter(({ outcome }) => outcome === 'pass');
  if (full.length === 0 && brief.length === 0) return [];
  return [
    heading(areaNames[area]),
    ...full.map((result) => resultText(result, told)),
    ...(brief.length === 0
      ? []
      : [block(`  ${outcomeMarks.pass} `, paint('dim', brief.map(({ title }) => title).join('; ')), INDENT)]),
  ];
}

/** Long evidence that was printed already: dozens of checks of one mail server rest on the same paragraph. */
type Told = Set<string>;
/** Characters of evidence that are shorter to repeat than to look for. */
const BRIEF_EVIDENCE = 80;

/**
 * One result with what was seen and what to do.
 *
 * @param told what was seen before is pointed to, and what is new is added
 */
export function resultText(
  { id, outcome, severity, title, says, seen, fix, publish }: CheckResult,
  told: Told = new Set(),
): string {
  const style = outcome in colour ? colour[outcome as keyof typeof colour] : [];
  const grave = outcome === 'fail' || outcome === 'warn' ? `, ${severityNames[severity]}` : '';
  const lines = [
    block(
      `  ${paint(style, outcomeMarks[outcome])} `,
      `${paint(style, title)}  ${paint('dim', `${outcomeNames[outcome]}${grave}, ${id}`)}`,
      INDENT,
    ),
    block(' '.repeat(INDENT), terminalText(says)),
  ];
  if (!BRIEF.has(outcome)) for (const piece of seen) lines.push(seenOnce(piece, told));
  if (fix !== null) lines.push(block(`${' '.repeat(INDENT)}Do: `, terminalText(fix)));
  if (publish !== null)
    for (const line of publish.split('\n')) lines.push(`${' '.repeat(INDENT + 2)}${terminalText(line)}`.trimEnd());
  return lines.join('\n');
}

function seenOnce(piece: Seen, told: Told): string {
  const { of, value } = piece;
  const key = JSON.stringify([of, value]);
  const isRepeated = told.has(key);
  if (value.length > BRIEF_EVIDENCE) told.add(key);
  return seenLines(isRepeated ? { of, value: 'see above' } : piece);
}

/** Evidence: one line beside what it is of, several below it, indented as they came. */
function seenLines({ of, value }: Seen): string {
  const [first = '', ...others] = value.split('\n').slice(0, MAX_SEEN_LINES);
  const dim = (before: number, text: string): string => block(' '.repeat(before), paint('dim', text), before + 2);
  if (others.length === 0) return dim(INDENT, `${terminalText(of)}: ${terminalText(first)}`);
  return [
    dim(INDENT, `${terminalText(of)}:`),
    ...[first, ...others].map((line) => dim(INDENT + 2 + line.search(/\S|$/), terminalText(line.trim()))),
  ].join('\n');
}

/** Lines of one piece of evidence; the whole stands in the JSON. */
const MAX_SEEN_LINES = 8;

function byReason(notRun: CheckReport['notRun']): Map<string, string[]> {
  const reasons = new Map<string, string[]>();
  for (const { id, why } of notRun) reasons.set(why, [...(reasons.get(why) ?? []), id]);
  return reasons;
}

function footer({ queries, took }: CheckReport): string {
  const lists = queries.blocklists === 0 ? '' : ` and ${queries.blocklists} to blocklists`;
  return `${counted(queries.dns, 'query')} to the DNS${lists}, ${(took / 1000).toFixed(1)} s. What could not be told costs nothing.`;
}
