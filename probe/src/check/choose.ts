import type { Area, NotRun, SubjectKind } from '@whybounce/core/check';
import type { Subject } from './context.ts';
import type { Check } from './define.ts';

/** What the instruments at hand can do. */
export interface Abilities {
  /** Connect to mail servers. */
  readonly connect: boolean;
  /** Ask blocklists. */
  readonly lists: boolean;
}

/** Areas that tell of a domain's own sending: what a message is tested for beside itself. */
const SENDING: ReadonlySet<Area> = new Set([
  'message',
  'ehlo',
  'ptr',
  'spf',
  'dkim',
  'dmarc',
  'arc',
  'bimi',
  'blocklist',
]);
/** Of receiving mail, what a message's From domain must have all the same: replies go there. */
const ANSWERABLE: ReadonlySet<string> = new Set(['dns.exists', 'mx.present', 'mx.null']);

/** The checks that are made of a subject, and those that are not, each with the reason. */
export function chooseChecks(
  checks: readonly Check[],
  kind: SubjectKind,
  subject: Subject,
  can: Abilities,
): { readonly run: readonly Check[]; readonly notRun: readonly NotRun[] } {
  const run: Check[] = [];
  const notRun: NotRun[] = [];
  for (const check of checks) {
    if (!concerns(check, kind)) continue;
    const why = obstacle(check, kind, subject, can);
    if (why === null) run.push(check);
    else notRun.push({ id: check.id, title: check.title, why });
  }
  return { run, notRun };
}

/** Whether a check has to do with what was asked for. */
function concerns(check: Check, kind: SubjectKind): boolean {
  switch (kind) {
    case 'domain':
      return !check.needs.includes('message');
    case 'ip':
      // the name in EHLO is held against the address that gives it
      return (
        check.input === 'ip' ||
        ((check.needs.includes('ip') || check.area === 'ehlo') && !check.needs.includes('message'))
      );
    case 'mx':
      return check.input === 'probe';
    case 'message':
      return check.input === 'probe' || SENDING.has(check.area) || ANSWERABLE.has(check.id);
  }
}

function obstacle({ input, needs, area }: Check, kind: SubjectKind, subject: Subject, can: Abilities): string | null {
  if (input === 'probe' && kind === 'message')
    return 'A message file does not tell: this needs a connection to the mail server. Check the domain to have it made.';
  if (input === 'probe' && !can.connect) return 'Connecting to mail servers is switched off here.';
  if (area === 'blocklist' && !can.lists) return 'Asking blocklists is switched off here.';
  for (const need of needs) {
    const known = subject[need];
    if (known === null || (Array.isArray(known) && known.length === 0)) return missing[need];
  }
  return null;
}

const missing: Readonly<Record<keyof Subject, string>> = {
  domain: 'No domain was named.',
  ip: 'No sending IP address was named.',
  helo: 'The name that the sending server greets with was not named.',
  mailFrom: 'No return path was named.',
  selectors: 'No DKIM selector was named.',
  recipient: 'No address that bounced was named.',
  refusal: 'No refusal was handed in.',
  refusedBy: 'The host that refused was not named.',
  mailServer: 'No mail server was named.',
  message: 'No message was handed in.',
};
