import type { Headers } from '@whybounce/core/message';
import { MAX_FIELD, type SpamSymbol, type SpamVerdict } from './verdict.ts';

/** Spam filtering verdicts (SFV) and categories (CAT) as Microsoft documents them. */
const verdicts: Readonly<Record<string, string>> = {
  NSPM: 'the filter found no spam',
  SPM: 'the filter marked it as spam',
  BLK: 'the recipient blocks this sender',
  SFE: 'the recipient lists this sender as safe, so it was not filtered',
  SKA: 'a policy allows this sender, so it was not filtered',
  SKB: 'a policy blocks this sender',
  SKI: 'it came from inside the organisation, so it was not filtered',
  SKN: 'a rule let it pass before it was filtered',
  SKQ: 'it was released from quarantine',
  SKS: 'a rule marked it as spam before it was filtered',
};
const categories: Readonly<Record<string, string>> = {
  AMP: 'malware',
  BIMP: 'imitating a brand',
  BULK: 'bulk mail',
  DIMP: 'imitating a domain',
  FTBP: 'a kind of attachment that is filtered',
  GIMP: 'imitating a person whom the recipient knows',
  HPHSH: 'phishing, with high confidence',
  HPHISH: 'phishing, with high confidence',
  HSPM: 'spam, with high confidence',
  INTOS: 'phishing inside the organisation',
  MALW: 'malware',
  OSPM: 'outgoing spam',
  PHSH: 'phishing',
  SAP: 'an attachment that is not safe',
  SPM: 'spam',
  SPOOF: 'a forged sender',
  UIMP: 'imitating a person',
};
const bad = new Set(['SPM', 'SKB', 'SKS', 'BLK']);
/** SCL from which on a message is spam, and BCL from which on it is bulk by default. */
const [SPAM_LEVEL, BULK_LEVEL] = [5, 7];

/**
 * Reads what Microsoft 365 and Outlook.com write: `X-Forefront-Antispam-Report: CIP:192.0.2.25;SCL:1;SFV:NSPM;CAT:NONE;…` and
 * `X-Microsoft-Antispam: BCL:0;…`. SCL is the confidence that it is spam, from -1 to 9; BCL how many complain of such bulk, 0 to 9.
 */
export function readMicrosoft(headers: Headers): SpamVerdict | null {
  const report = pairsOf(headers.get('x-forefront-antispam-report'));
  const more = pairsOf(headers.get('x-microsoft-antispam'));
  const own = headers.get('x-ms-exchange-organization-scl');
  const level = levelOf(report.get('SCL') ?? own ?? undefined);
  const bulk = levelOf(more.get('BCL') ?? report.get('BCL'));
  const verdict = report.get('SFV') ?? '';
  const category = report.get('CAT') ?? '';
  if (level === null && bulk === null && verdict === '') return null;
  const symbols: SpamSymbol[] = [];
  const add = (name: string, value: string | undefined) => {
    if (value !== undefined && value !== '')
      symbols.push({ name: `${name}:${value.slice(0, 40)}`, score: null, detail: '' });
  };
  for (const name of ['SCL', 'SFV', 'CAT', 'IPV', 'SFTY', 'PTR', 'CIP']) add(name, report.get(name));
  add('BCL', bulk === null ? undefined : String(bulk));
  const notes = [
    verdicts[verdict] === undefined ? '' : `SFV:${verdict} means that ${verdicts[verdict]}.`,
    categories[category] === undefined ? '' : `CAT:${category} stands for ${categories[category]}.`,
    bulk === null
      ? ''
      : `BCL:${bulk} of 9 says how much people complain of bulk from this sender; ${BULK_LEVEL} and more is treated as unwanted bulk by default.`,
    level === -1
      ? 'SCL:-1 means that the message was let pass without being filtered, so this says nothing of its content.'
      : '',
  ].filter((note) => note !== '');
  return {
    filter: 'Microsoft',
    field:
      report.size > 0
        ? 'X-Forefront-Antispam-Report'
        : more.size > 0
          ? 'X-Microsoft-Antispam'
          : 'X-MS-Exchange-Organization-SCL',
    isSpam: bad.has(verdict) || (level !== null && level >= SPAM_LEVEL) || (bulk !== null && bulk >= BULK_LEVEL),
    score: level,
    required: level === null ? null : SPAM_LEVEL,
    symbols,
    notes,
  };
}

function pairsOf(value: string | null): Map<string, string> {
  const pairs = new Map<string, string>();
  for (const piece of (value ?? '').slice(0, MAX_FIELD).split(';')) {
    const colon = piece.indexOf(':');
    if (colon > 0) pairs.set(piece.slice(0, colon).trim().toUpperCase(), piece.slice(colon + 1).trim());
  }
  return pairs;
}

function levelOf(value: string | undefined): number | null {
  return value !== undefined && /^-?\d$/.test(value.trim()) ? Number(value) : null;
}
