import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { reasonIds } from '@whybounce/knowledge';
import { checklists } from '@whybounce/knowledge/checklist';
import { traceTools } from '@whybounce/knowledge/trace-tool';
import { expect, test } from 'vitest';
import { decode } from '../decode.ts';
import type { BounceEvent } from '../event.ts';
import { decodeReply } from '../reply.ts';
import { recipientChecklist } from './index.ts';

const bytes = readFileSync(join(import.meta.dirname, '..', '..', '..', 'examples', 'microsoft-365-edge-block.eml'));
const blocked = decode(bytes, { name: 'x' })[0] as BounceEvent;
const idsOf = (event: BounceEvent): string[] => recipientChecklist(event).items.map(({ id }) => id);
const as = (reason: string, provider: string | null, recipient = 'ada@example.net'): BounceEvent => ({
  ...blocked,
  provider,
  recipient,
  diagnosis: { ...blocked.diagnosis, reason } as NonNullable<BounceEvent['diagnosis']>,
});

test('directory first, then domain, trace and restrictions, for an address that the edge refused', () => {
  expect(idsOf(blocked)).toEqual([
    'm365-recipient',
    'm365-deleted-mailbox',
    'm365-on-premises-recipient',
    'm365-accepted-domain',
    'm365-message-trace',
    'm365-mailbox-restriction',
    'm365-group-restriction',
    'm365-block-list',
    'm365-transport-rules',
    'm365-inbound-connectors',
  ]);
});

test('commands are filled in and quoted', () => {
  const { items } = recipientChecklist(blocked);
  expect(items[0]?.command).toMatch(/^Get-EXORecipient -Identity 'olga\.brandt@example\.net' \| Format-List /);
  expect(items.find(({ id }) => id === 'm365-message-trace')?.command).toContain(
    "Get-MessageTraceV2 -RecipientAddress 'olga.brandt@example.net' -SenderAddress 'news-bounces@example.com' -StartDate '2026-05-26' -EndDate '2026-05-29'",
  );
});

test('a hostile recipient never reaches a command', () => {
  for (const { command } of recipientChecklist({ ...blocked, recipient: "a'; Remove-Mailbox x; '@example.com" }).items)
    expect(command).not.toContain('Remove-');
});

test('the reason decides which steps are made, the system whose', () => {
  expect(idsOf(as('recipient.over-quota', 'microsoft-365'))).toEqual(['m365-message-trace', 'm365-mailbox-size']);
  expect(idsOf(as('recipient.unknown', 'gmail'))).toEqual(['google-user', 'google-domain', 'google-email-log']);
  expect(idsOf(as('recipient.not-allowed-sender', 'exchange'))).toContain('exchange-group-restriction');
  expect(idsOf(as('recipient.unknown', null))).toEqual([
    'server-mx',
    'server-dovecot-user',
    'server-exim-route',
    'server-log',
  ]);
  expect(idsOf(as('recipient.unknown', 'fastmail'))).toContain('server-mx');
});

test('addresses that no customer administers, and refusals that nobody has to look up, say so', () => {
  expect(recipientChecklist(as('recipient.unknown', 'gmail', 'ada@gmail.com'))).toMatchObject({
    items: [],
    prepare: null,
  });
  expect(recipientChecklist(as('recipient.unknown', 'gmail', 'ada@gmail.com')).note).toContain('gmail.com');
  expect(recipientChecklist(as('rate.greylist', 'microsoft-365')).note).not.toBeNull();
  expect(recipientChecklist({ ...blocked, diagnosis: null }).note).not.toBeNull();
});

test('a bare reply gives the same steps with words in capitals', () => {
  const reply = decodeReply(
    '550 5.4.1 Recipient address rejected: Access denied [AM0P190CA0026.EURP190.PROD.OUTLOOK.COM]',
    'x',
  );
  const { system, items } = recipientChecklist(reply);
  expect(system).toBe('Microsoft 365 (Exchange Online)');
  expect(items[0]?.command).toContain("-Identity 'RECIPIENT-ADDRESS'");
});

const commands = [
  ...checklists.flatMap(({ steps }) => steps.map(({ id, shell, command }) => [id, shell, command] as const)),
  ...traceTools.flatMap(({ name, ways }) => ways.map(({ shell, command }) => [name, shell, command] as const)),
];

test.each(commands.filter(([, shell]) => shell === 'powershell'))(
  '%s only reads: Get-, Test- and Format-List',
  (_, __, command) => {
    const cmdlets = [...command.matchAll(/(?<![\w-])[A-Za-z]+-[A-Za-z]\w*/g)].map(([name]) => name);
    expect(cmdlets.length).toBeGreaterThan(0);
    for (const name of cmdlets) expect(name).toMatch(/^(?:(?:Get|Test)-[A-Z]\w+|Format-List)$/);
    // what could call something that is no cmdlet: methods, types, call signs, redirections, other quotes
    expect(command.replaceAll('$($found.Count)', '').replace(/\[\[|\]\]/g, '')).not.toMatch(
      /[`&>[\]]|::|\.\w+\(|Invoke|iex/,
    );
    expect(command).not.toMatch(/'/);
  },
);

test.each(commands.filter(([, shell]) => shell === 'any'))(
  '%s only looks: gam info, print, show, report',
  (_, __, command) => {
    for (const part of command.split(' ; ')) expect(part).toMatch(/^gam (?:info|print|show|report) [a-z]+ [\w{} ]+$/);
  },
);

test.each(commands.filter(([, shell]) => shell === 'posix'))(
  '%s only reads: programs that change nothing',
  (_, __, command) => {
    for (const part of command.split(/[|;]/)) {
      const words = part.trim().replace(/ 2>\/dev\/null$/, '');
      expect(words).toMatch(/^(?:zgrep|grep|journalctl|exigrep|dig|doveadm user|exim -bt|tail|echo)\b[^>&`$()]*$/);
    }
  },
);

test('reasons and systems of the data exist', () => {
  for (const { steps } of checklists)
    for (const { reasons, sources } of steps) {
      for (const reason of reasons) expect(reasonIds).toContain(reason);
      expect(reasons.length).toBeGreaterThan(0);
      expect(sources.length).toBeGreaterThan(0);
    }
});
