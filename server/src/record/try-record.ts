import { changesOf, type WhatIfMail, whatIf } from '@whybounce/core/record';
import { readSubject } from '@whybounce/probe';
import {
  MAX_WHAT_IF_MAILS,
  oneValue,
  type RecordFields,
  type WhatIfAnswer,
  whatIfMailFields,
  whatIfWording,
} from '@whybounce/web';
import { InputError } from './input-error.ts';
import type { World } from './world.ts';

const numbers = Array.from({ length: MAX_WHAT_IF_MAILS }, (_, index) => index + 1);

/** The parameters of the page beside the domain. */
export const tryRecordNames: readonly string[] = [
  'record',
  ...numbers.flatMap((number) => whatIfMailFields.map((name) => `${name}${number}`)),
];

/** Tries a record that is not published yet on some mail. */
export async function tryRecord(domain: string, fields: RecordFields, { dns }: World): Promise<WhatIfAnswer> {
  const changes = changesOf(domain, oneValue(fields, 'record'));
  if (changes.error !== null) throw new InputError(changes.error);
  const mails = numbers.flatMap((number) => mailOf(domain, fields, number) ?? []);
  const { zone, records, notes } = changes;
  return { domain, records, notes, result: mails.length === 0 ? null : await whatIf({ dns, changes: zone, mails }) };
}

/**
 * One mail of the form; null where it was left empty.
 *
 * @throws SubjectError for what is no address or domain; InputError where the IP address is missing
 */
function mailOf(domain: string, fields: RecordFields, number: number): WhatIfMail | null {
  const [ip, sender, from, dkim] = whatIfMailFields.map((name) => oneValue(fields, `${name}${number}`)) as [
    string,
    string,
    string,
    string,
  ];
  if (`${ip}${sender}${from}${dkim}` === '') return null;
  if (ip === '') throw new InputError(whatIfWording.noIp(number));
  const own = readSubject({ ip, mailFrom: sender === '' ? undefined : sender });
  const nameOf = (text: string): string => readSubject({ domain: text }).domain ?? text;
  return {
    ip: own.ip ?? ip,
    // as for a bounce, which has no return path (RFC 7208 section 2.4)
    mailFrom: own.mailFrom || `postmaster@${domain}`,
    fromDomain: from === '' ? domain : nameOf(from),
    dkim: dkim === '' ? [] : [{ domain: nameOf(dkim), result: 'pass' }],
  };
}
