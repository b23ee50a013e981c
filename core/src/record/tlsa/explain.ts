import type { RecordExplanation } from '../explanation.ts';
import { formatTlsa, matchingNames, selectorNames, type TlsaRecord, usageNames } from './record.ts';

const usages = [
  'The certificate must come from this authority and from a public one. Mail servers do not use this.',
  'The server must have this certificate, and a public authority must vouch for it. Mail servers do not use this.',
  "The server's certificate must come from this authority and name the server.",
  'The server must have exactly this certificate or key. Its name and its end do not matter.',
];
const selectors = [
  'It is about the whole certificate, which changes at every renewal.',
  'It is about the public key, which can stay when the certificate is renewed.',
];
const matchings = ['The data is the thing itself.', 'The data is its SHA-256.', 'The data is its SHA-512.'];

/** What the four parts of a record tell senders; spans are offsets into {@link formatTlsa}'s text. */
export function explainTlsa(record: TlsaRecord): RecordExplanation[] {
  const { usage, selector, matchingType } = record;
  const says = [
    words(usageNames[usage], usages[usage]),
    words(selectorNames[selector], selectors[selector]),
    words(matchingNames[matchingType], matchings[matchingType]),
    `${record.data.length / 2} bytes to compare with.`,
  ];
  let at = 0;
  return formatTlsa(record)
    .split(' ')
    .map((term, index) => {
      const start = at;
      at += term.length + 1;
      return { term, span: [start, start + term.length] as const, says: says[index] ?? '' };
    });
}

function words(name: string | undefined, sentence: string | undefined): string {
  return name === undefined || sentence === undefined
    ? 'Senders do not know this value and skip the record.'
    : `${name}: ${sentence}`;
}
