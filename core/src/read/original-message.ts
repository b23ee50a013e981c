import type { Headers } from '../message/headers.ts';
import type { OriginalMessage } from '../reading.ts';
import { readDate } from './mail-date.ts';

/** Headers in which sending platforms and their customers name the campaign, the plainest first. */
const campaignHeaders = [
  'x-campaign',
  'x-campaign-id',
  'x-campaignid',
  'x-mc-campaign',
  'x-mailgun-tag',
  'x-mandrill-tag',
  'x-sg-campaign',
  'x-smtpapi-campaign',
  'x-ses-configuration-set',
  'x-pm-tag',
  'x-mailer-campaign',
  'x-job',
  'x-mailjet-campaign',
  'x-msys-campaign',
  'feedback-id',
  'campaign-id',
];

const isCampaignHeader: ReadonlySet<string> = new Set(campaignHeaders);

/** Longest value that is kept of a header: an identity, not a novel. */
const MAX_VALUE = 998;

/** The identity of a message from its returned headers. */
export function originalMessage(headers: Headers): OriginalMessage {
  return {
    messageId: inBrackets(headers.get('message-id') ?? '').slice(0, MAX_VALUE) || null,
    subject: cut(headers.text('subject')),
    from: cut(headers.text('from')),
    date: readDate(headers.get('date')),
    listId: cut(headers.get('list-id')?.replace(/^.*<([^<>]+)>.*$/s, '$1') ?? null),
    campaign: campaign(headers),
  };
}

/** What stands between the first `<` and a `>` behind it; all of the value where that is not so. */
function inBrackets(value: string): string {
  const open = value.indexOf('<');
  const close = open < 0 ? -1 : value.indexOf('>', open);
  if (close <= open + 1) return value;
  const inner = value.slice(open + 1, close);
  return inner.includes('<') ? value : inner;
}

function campaign(headers: Headers): string | null {
  // Few messages have any: one look at each name is cheaper than one at all names for each of these.
  if (
    !headers.namesWith('x-').some((name) => isCampaignHeader.has(name)) &&
    !headers.has('feedback-id') &&
    !headers.has('campaign-id')
  )
    return null;
  for (const name of campaignHeaders) {
    const value = headers.get(name);
    if (value !== null && value !== '') return cut(value);
  }
  return null;
}

function cut(value: string | null): string | null {
  return value === null || value === '' ? null : value.slice(0, MAX_VALUE);
}

/** A message of which nothing is known. */
export function noMessage(): OriginalMessage {
  return { messageId: null, subject: null, from: null, date: null, listId: null, campaign: null };
}
