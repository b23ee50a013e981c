import type { Seen, Severity } from '@whybounce/core/check';
import type { Headers } from '@whybounce/core/message';
import { listed } from '../../fact/list-words.ts';
import { messageParts } from '../../fact/message-content.ts';
import { messageEnvelope } from '../../fact/message-envelope.ts';
import { upperFirst } from '../../letter-case.ts';
import type { Message } from '../../verify/message.ts';
import { defineCheck, fail, pass, warn } from '../define.ts';

/** Fields that stand at most once (RFC 5322 section 3.6), as they are written. */
const ONCE =
  'Date,From,Sender,Reply-To,To,Cc,Bcc,Message-ID,In-Reply-To,References,Subject,MIME-Version,Content-Type'.split(',');
const DATE_FORM =
  /^(?:(?:mon|tue|wed|thu|fri|sat|sun)\s{0,4},\s{0,4})?\d{1,2}\s{1,4}(?:jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec)\s{1,4}\d{4}\s{1,4}\d{1,2}:\d\d(?::\d\d)?\s{1,4}(?:[+-]\d{4}|[a-z]{1,5})\b/i;
const MESSAGE_ID = /^<([^<>@\s]{1,500})@([^<>@\s]{1,500})>$/;
/** What Gmail writes into the Message-ID of a message that came without a usable one. */
const ADDED_BY_GMAIL = /SMTPIN_ADDED_(MISSING|BROKEN)/;
const [HOUR, DAY] = [3_600_000, 86_400_000];

/** One thing amiss. */
interface Fault {
  readonly says: string;
  readonly seen: Seen;
  readonly fix: string;
  readonly severity: Severity;
}

export default defineCheck({
  id: 'msg.required_headers',
  area: 'message',
  input: 'message',
  needs: ['message'],
  severity: 'high',
  title: 'The header fields that every message needs',
  about:
    'Date and From are required, Message-ID is expected by every large provider, and most fields may stand once only. Gmail refuses messages that break these rules.',
  remedy: 'Have the program that writes the message add what is missing and write each field once.',
  source: 'RFC 5322 section 3.6',
  async run(context) {
    const { headers } = await messageParts(context);
    const envelope = await messageEnvelope(context);
    const noted = envelope?.hop?.date ?? envelope?.hops.find(({ date }) => date !== null)?.date ?? null;
    const came = { noted, latest: noted ?? (context.subject.message as Message).received };
    const faults = [...repeated(headers), ...dateFaults(headers, came), ...idFaults(headers), ...otherFaults(headers)];
    const [worst] = faults.toSorted((a, b) => rank(a) - rank(b));
    if (worst === undefined)
      return pass(
        `Date, From, Message-ID and the other fields stand once each and are well formed; the message is of ${headers.get('date')}.`,
      );
    const seen = faults.map((fault) => fault.seen);
    const more = { seen, fix: [...new Set(faults.map(({ fix }) => fix))].join(' '), severity: worst.severity };
    const says = `${upperFirst(listed(faults.map((fault) => fault.says)))}.`;
    return worst.severity === 'high' ? fail(says, more) : warn(says, more);
  },
});

const rank = ({ severity }: Fault): number => ['critical', 'high', 'medium', 'low', 'info'].indexOf(severity);

function fault(says: string, of: string, value: string, fix: string, severity: Severity = 'high'): Fault {
  return { says, seen: { of, value: value.slice(0, 400) }, fix, severity };
}

function repeated(headers: Headers): Fault[] {
  return ONCE.flatMap((name) => {
    const all = headers.all(name.toLowerCase());
    if (all.length < 2) return [];
    return [
      fault(
        `${name} stands ${all.length} times`,
        name,
        all.slice(0, 5).join('\n'),
        `Write ${name} once: two programs on the way may both add it.`,
      ),
    ];
  });
}

/** When a message came: as a server noted it, and the latest that it can have been. */
interface Arrival {
  readonly noted: Date | null;
  readonly latest: Date;
}

function dateFaults(headers: Headers, { noted, latest }: Arrival): Fault[] {
  const value = headers.get('date');
  if (value === null) return [fault('Date is missing', 'Date', 'missing', 'Have the sending program write the Date.')];
  const bare = value.replace(/\([^()]{0,80}\)/g, '').trim();
  const time = Date.parse(bare);
  const zone = /\d {1,4}([a-z]{1,5})$/i.exec(bare)?.[1];
  if (DATE_FORM.test(bare) && Number.isNaN(time) && zone !== undefined)
    // RFC 5322 section 4.3: a name that is not known counts as no zone at all
    return [
      fault(
        `the Date names its time zone ${zone}, which programs need not know`,
        'Date',
        value,
        'Write the time zone as a number, such as +0900.',
        'low',
      ),
    ];
  if (!DATE_FORM.test(value.trim()) || Number.isNaN(time))
    return [
      fault(
        `the Date “${value.slice(0, 80)}” is not written as RFC 5322 wants it`,
        'Date',
        value,
        'Write the Date such as: Sat, 28 Nov 2026 12:00:00 +0000.',
      ),
    ];
  const late = latest.getTime() - time;
  if (late < -HOUR)
    return [
      fault(
        `the Date lies ${span(-late)} after the message came`,
        'Date',
        `${value}; came ${latest.toUTCString()}`,
        'Set the clock and the time zone of the sending machine right.',
        late < -DAY ? 'high' : 'medium',
      ),
    ];
  // a message from a folder of old mail says nothing of when it came
  if (noted !== null && late > DAY)
    return [
      fault(
        `the Date lies ${span(late)} before the message came`,
        'Date',
        `${value}; came ${latest.toUTCString()}`,
        'Set the clock right, or find out why the message waited so long before it was sent.',
        'medium',
      ),
    ];
  return [];
}

function idFaults(headers: Headers): Fault[] {
  const value = headers.get('message-id');
  const fix = 'Have the sending program write a Message-ID such as <unique-words@your.domain>.';
  if (value === null || value === '') return [fault('Message-ID is missing', 'Message-ID', value ?? 'missing', fix)];
  const added = ADDED_BY_GMAIL.exec(value)?.[1];
  if (added !== undefined)
    return [
      fault(
        added === 'MISSING'
          ? 'the message came without Message-ID, so Gmail added one'
          : 'the message came with a broken Message-ID, which Gmail replaced',
        'Message-ID',
        value,
        fix,
      ),
    ];
  const right = MESSAGE_ID.exec(value)?.[2];
  if (right === undefined)
    return [fault(`the Message-ID “${value.slice(0, 80)}” is not of the form <left@right>`, 'Message-ID', value, fix)];
  if (!right.includes('.') || /(?:^|\.)(?:localhost|localdomain|local|lan|internal|invalid)$/i.test(right))
    return [
      fault(
        `the Message-ID ends in ${right.slice(0, 80)}, which is no name of the internet`,
        'Message-ID',
        value,
        'Give the sending machine a full host name, or set the domain of its Message-IDs.',
        'low',
      ),
    ];
  return [];
}

function otherFaults(headers: Headers): Fault[] {
  const faults: Fault[] = [];
  if (!headers.has('from'))
    faults.push(fault('From is missing', 'From', 'missing', 'Have the sending program write From.'));
  const isMime = headers.has('content-type') || headers.has('content-transfer-encoding');
  if (isMime && !headers.has('mime-version'))
    faults.push(
      fault(
        'MIME-Version is missing, though the message has a Content-Type',
        'MIME-Version',
        'missing',
        'Add MIME-Version: 1.0, without which some readers show the raw source.',
        'medium',
      ),
    );
  if (!headers.has('to') && !headers.has('cc') && !headers.has('bcc'))
    faults.push(
      fault(
        'neither To nor Cc names a recipient',
        'To',
        'missing',
        'Write the recipient into To: mail that hides it looks like bulk.',
        'low',
      ),
    );
  if (!headers.text('subject')?.trim())
    faults.push(
      fault('the subject is empty', 'Subject', headers.get('subject') ?? 'missing', 'Write a subject.', 'medium'),
    );
  return faults;
}

function span(milliseconds: number): string {
  const hours = Math.round(milliseconds / HOUR);
  return hours < 48 ? `${hours} hours` : `${Math.round(hours / 24)} days`;
}
