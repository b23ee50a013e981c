import type { Seen } from '@whybounce/core/check';
import { organizationalDomain } from '@whybounce/core/record';
import { listed } from '../../fact/list-words.ts';
import { messageParts } from '../../fact/message-content.ts';
import { messageEnvelope } from '../../fact/message-envelope.ts';
import { defineCheck, pass, tell } from '../define.ts';

/** Fields that forwarders and discussion lists write, each with what it shows. A newsletter's List-Id alone is none. */
const signs: readonly (readonly [field: string, shows: string])[] = [
  ['list-post', 'a discussion list passed it on'],
  ['x-beenthere', 'a discussion list passed it on'],
  ['x-mailman-version', 'a discussion list passed it on'],
  ['x-google-group-id', 'a Google group passed it on'],
  ['mailing-list', 'a discussion list passed it on'],
  ['x-forwarded-to', 'a mailbox forwards it'],
  ['x-forwarded-for', 'a mailbox forwards it'],
  ['x-ms-exchange-forwardingloop', 'a mailbox forwards it'],
  ['resent-from', 'somebody sent it again'],
  ['resent-to', 'somebody sent it again'],
];
/** Sender rewriting: the forwarder's own return path with the old one in it. */
const REWRITTEN = /^(?:SRS[01][=+-]|[^@]{1,200}\+caf_=)/i;

export default defineCheck({
  id: 'msg.via_forward',
  area: 'message',
  input: 'message',
  needs: ['message'],
  severity: 'info',
  title: 'Whether the message came directly',
  about:
    'A forwarder or a discussion list sends from its own address and may change the text, so SPF and DKIM of the author fail without anybody’s fault. Such a message is judged by its ARC chain, and a test of one’s own setup needs one that came directly.',
  remedy: null,
  source: 'RFC 7960 section 3; RFC 8617 section 1',
  async run(context) {
    const { headers } = await messageParts(context);
    const envelope = await messageEnvelope(context);
    const seen: Seen[] = [];
    const shows = new Set<string>();
    const add = (of: string, value: string, why: string) => {
      seen.push({ of, value: value.slice(0, 300) });
      shows.add(why);
    };
    for (const [field, why] of signs) {
      const value = headers.get(field);
      if (value !== null && value.toUpperCase() !== 'NO') add(field, value, why);
    }
    const path = context.subject.mailFrom ?? envelope?.mailFrom?.value ?? '';
    if (REWRITTEN.test(path)) add('MAIL FROM', path, 'a forwarder rewrote the return path');
    for (const sealer of foreignSealers(headers.all('arc-seal'), envelope?.hop?.by ?? null))
      add('ARC-Seal', `d=${sealer}`, `${sealer} sealed it on its way`);
    if (shows.size > 0)
      return tell(
        `The message came by way of somebody else: ${listed([...shows])}. SPF and DKIM may fail for that reason alone; look at the ARC chain, and test your setup with a message that came directly.`,
        { seen: seen.slice(0, 10) },
      );
    return pass('Nothing shows that the message was forwarded or passed on by a list.', {
      seen: envelope?.hop?.ip
        ? [{ of: 'came in from', value: `${envelope.hop.helo ?? 'unknown'} [${envelope.hop.ip}]` }]
        : [],
    });
  },
});

/** Seals that are read. */
const MAX_SEALS = 10;

/** Who sealed the message and is neither who received it nor where it began. */
function foreignSealers(seals: readonly string[], by: string | null): string[] {
  const receiver = by === null ? null : organizationalDomain(by);
  if (by === null || receiver === null) return [];
  return seals.slice(0, MAX_SEALS).flatMap((value) => {
    const tag = (name: string, form: string) =>
      new RegExp(`(?:^|;)\\s{0,8}${name}\\s{0,4}=\\s{0,4}(${form})`, 'i').exec(value.slice(0, 2_000))?.[1];
    const sealer = tag('d', '[a-z0-9.-]{1,253}')?.toLowerCase() ?? '';
    // Microsoft 365 seals everything that its customers send themselves
    const isOrigin = tag('i', '\\d{1,3}') === '1' && /(?:^|\.)microsoft\.com$/.test(sealer);
    // the receiving side seals too when it takes a message in
    return sealer === '' || isOrigin || organizationalDomain(sealer) === receiver || isOwnSeal(sealer, by)
      ? []
      : [sealer];
  });
}

/** Providers seal under another of their domains than their servers are named by. */
const ownSeals: readonly (readonly [seal: RegExp, server: RegExp])[] = [
  [/(?:^|\.)google\.com$/, /(?:^|\.)(?:google|googlemail|gmail)\.com$/],
  [/(?:^|\.)microsoft\.com$/, /\.(?:outlook|office365|exchangelabs)\.com$/],
  [/(?:^|\.)(?:yahoo|aol)\.com$/, /\.(?:yahoo|aol|yahoodns)\.(?:com|net)$/],
];

function isOwnSeal(sealer: string, by: string): boolean {
  return ownSeals.some(([seal, server]) => seal.test(sealer) && server.test(by));
}
