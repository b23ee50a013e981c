import type { CheckResult, ResultChange } from '@whybounce/core/check';
import { changeNames, outcomeNames } from '@whybounce/web/wording/check';
import { block, heading, remark } from '../layout.ts';
import { paint } from '../paint.ts';
import { terminalText } from '../terminal-text.ts';

/** What a report is held against. */
export interface Since {
  readonly checkedAt: string;
  readonly changes: readonly ResultChange[];
}

/** The order in which changes are told: what got worse first. */
const order: readonly ResultChange['change'][] = ['broken', 'worse', 'repaired', 'better', 'unclear'];
const style = {
  broken: ['bold', 'red'],
  worse: 'yellow',
  repaired: 'cyan',
  better: 'cyan',
  unclear: [],
} as const;

/** What is otherwise than in the earlier report, check by check. */
export function changesSinceText({ checkedAt, changes }: Since): string[] {
  const title = heading(`Since ${terminalText(checkedAt)}`);
  if (changes.length === 0) return [title, remark('Every check says the same as then.')];
  const told = changes.filter(({ change }) => change !== 'reworded');
  const reworded = changes.filter(({ change }) => change === 'reworded').map(({ id }) => id);
  const sorted = told.toSorted((a, b) => order.indexOf(a.change) - order.indexOf(b.change));
  return [
    title,
    ...sorted.map(({ id, title: what, before, after, change }) =>
      [
        block(
          '  ',
          `${paint(style[change as keyof typeof style], changeNames[change])}: ${terminalText(what)}  ${paint('dim', terminalText(id))}`,
        ),
        ...side('then', before),
        ...side('now', after),
      ].join('\n'),
    ),
    ...(reworded.length === 0 ? [] : [remark(terminalText(`${changeNames.reworded}: ${reworded.join(', ')}`))]),
  ];
}

function side(when: string, result: CheckResult | null): string[] {
  const says = result === null ? 'not made' : `${outcomeNames[result.outcome]}: ${terminalText(result.says)}`;
  return [block(`    ${when.padEnd(5)}`, paint('dim', says))];
}
