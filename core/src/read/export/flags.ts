import type { Outcome } from './outcome.ts';

/** Columns of lists of people that say of each whether something happened: `TRUE`, `1`, a time, or a reason. */
const FLAGS: readonly (readonly [names: string, outcome: Outcome])[] = [
  ['bounced isbounced hasbounced gotbounce bounce portalbounce bounces', ['bounce']],
  [
    'hardbounced hardbounce ishardbounce hardbounces softbounced softbounce issoftbounce softbounces',
    ['bounce', 'unknown.text'],
  ],
  ['globalbounce', ['bounce', 'suppressed.by-esp']],
  ['portalspamreport spamreport spamreports spamreported markedasspam complained complaint complaints', ['complaint']],
  ['portalunsubscribe unsubscribed unsubscribe optedout', ['other', 'notice.unsubscribe']],
];

/** Which outcome a column of that plain name stands for. */
export const flagNames: ReadonlyMap<string, Outcome> = new Map(
  FLAGS.flatMap(([names, outcome]) => names.split(' ').map((name) => [name, outcome] as const)),
);

/** Whether a cell says yes: anything but empty, no and zero. */
export function saysYes(cell: string): boolean {
  return cell !== '' && !/^(?:false|no|n|0|0\.0|off)$/i.test(cell);
}

/** Whether a cell says no more than yes: `TRUE`, `1`, a number, a time. */
export function saysOnlyYes(cell: string): boolean {
  return /^(?:true|yes|y|x|on|[\d .:/TZ+-]+(?:[ap]m)?)$/i.test(cell);
}
