import type {
  ComparedExample,
  ComparisonPage,
  ComparisonRef,
  SideBySidePage,
  VerdictPage,
} from '@whybounce/core/encyclopedia';
import { block, heading, headline, item, labelled, paragraph, remark } from '../layout.ts';
import { paint } from '../paint.ts';
import { terminalText } from '../terminal-text.ts';
import { comparisonLines, sourceLines } from './parts.ts';

/** A comparison for the terminal. */
export function comparisonText(page: ComparisonPage): string {
  const { title, slug, inShort, relatedCodes, relatedComparisons, sources } = page;
  const lines = [headline(title, slug), paragraph(inShort)];
  lines.push(...(page.kind === 'verdicts' ? verdictLines(page) : sideLines(page)));
  lines.push(heading('Codes beside it'));
  for (const { code, name } of relatedCodes) lines.push(block(`    ${code.padEnd(8)}`, name ?? 'not registered'));
  lines.push(...comparisonLines(relatedComparisons), ...sourceLines(sources));
  return `${lines.join('\n')}\n`;
}

/** Every comparison, with its slug. */
export function comparisonListText(comparisons: readonly ComparisonRef[]): string {
  return `${comparisons.map(({ slug, title }) => item(title, paint('dim', `whybounce compare ${slug}`))).join('\n')}\n`;
}

/** What one says of each aspect, side below side: columns of sentences are not readable in a terminal. */
function sideLines({ sides, rows }: SideBySidePage): string[] {
  return [
    ...sides.flatMap(({ name, examples }) => [heading(name), ...examples.map(exampleLine)]),
    ...rows.flatMap(({ aspect, says }) => [
      heading(aspect),
      ...says.map((text, i) => block('    ', `${paint('dim', `${sides[i]?.name ?? ''}:`)} ${text}`)),
    ]),
  ];
}

function verdictLines({ example, verdicts, tally, classifiers }: VerdictPage): string[] {
  return [
    heading('The line'),
    exampleLine(example),
    heading(`What ${verdicts.length} publishers take it for`),
    ...tally.map(({ name, means, count, withdrawn }) =>
      block(
        `  ${String(count).padStart(5)}  `,
        `${name}: ${means}${withdrawn > 0 ? ` ${withdrawn} withdrew it.` : ''}`,
      ),
    ),
    heading('Who says what'),
    ...verdicts.flatMap(({ who, says, class: itsClass, stated, withdrawn }) => {
      const when = [stated, withdrawn === true ? 'withdrawn' : undefined].filter((part) => part !== undefined);
      return item(`${who} ${paint('dim', [itsClass, ...when].join(', '))}`, says);
    }),
    heading('How other classifiers file it'),
    ...classifiers.map(({ name, classes, hardBounce }) =>
      labelled(
        name.slice(0, 11),
        `${classes.join(' or ') || 'no class for it'}${hardBounce === null ? '' : hardBounce ? ', a hard bounce' : ', no hard bounce'}`,
      ),
    ),
    remark('Matching reasons to the classes of others is our judgement of their lists.'),
  ];
}

function exampleLine({ line, rule, sayReason }: ComparedExample): string {
  return item(terminalText(line), `${sayReason ?? ''} ${paint('dim', `[${rule}]`)}`);
}
