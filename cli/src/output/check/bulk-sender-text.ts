import type { BulkProvider, BulkSenderRow, RequirementState } from '@whybounce/probe';
import { block, heading, remark } from '../layout.ts';
import { paint } from '../paint.ts';
import { terminalText } from '../terminal-text.ts';

const providers: readonly (readonly [BulkProvider, string])[] = [
  ['google', 'Google'],
  ['yahoo', 'Yahoo'],
  ['microsoft', 'Microsoft'],
];
/** Told apart without colour. */
const stateNames: Readonly<Record<RequirementState, string>> = {
  met: 'met',
  'not-met': 'NOT MET',
  'could-not-tell': 'unknown',
  'not-shown': 'elsewhere',
  'does-not-apply': '-',
};
const styles = { 'not-met': ['bold', 'red'], 'could-not-tell': 'cyan' } as const;
const CELL = 16;
/** Columns of a requirement's title. */
const TITLE = 46;

/** What Google, Yahoo and Microsoft ask of those who send in bulk, a requirement a line. */
export function bulkSenderText(rows: readonly BulkSenderRow[]): string {
  const names = providers.map(([, name]) => name.padEnd(CELL)).join('');
  const lines = [
    heading('What mailbox providers ask of bulk senders'),
    paint('dim', `  ${''.padEnd(TITLE)}${names}`.trimEnd()),
    ...rows.map(rowText),
    remark(
      'met, NOT MET; unknown: could not be told; elsewhere: no message shows it; -: does not apply, or no column: is not asked there. * is advised, not required; (b) is asked of bulk senders only.',
    ),
  ];
  const looks = rows.flatMap(({ title, lookAt }) => (lookAt === null ? [] : [block('  - ', `${title}: ${lookAt}`)]));
  return `${[...lines, ...looks].join('\n')}\n`;
}

function rowText({ title, cells, because }: BulkSenderRow): string {
  const shown = title.length > TITLE - 2 ? `${title.slice(0, TITLE - 3)}…` : title;
  const columns = providers.map(([provider]) => {
    const cell = cells.find((one) => one.provider === provider);
    if (cell === undefined) return ''.padEnd(CELL);
    const { state, force, appliesTo } = cell;
    const text = `${stateNames[state]}${force === 'recommended' ? '*' : ''}${appliesTo === 'bulk' ? ' (b)' : ''}`;
    return paint(styles[state as keyof typeof styles] ?? [], text) + ' '.repeat(Math.max(1, CELL - text.length));
  });
  const line = `  ${shown.padEnd(TITLE)}${columns.join('')}`.trimEnd();
  const failed = cells.some(({ state }) => state === 'not-met')
    ? because.find(({ outcome }) => outcome === 'fail' || outcome === 'warn')
    : undefined;
  return failed === undefined ? line : `${line}\n${paint('dim', block('      ', terminalText(failed.says)))}`;
}
