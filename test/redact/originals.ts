import type { Chance } from './random.ts';

/** What a text gives away of somebody, made by chance. It knows nothing of how a redaction works. */
export interface Originals {
  readonly person: Person;
  readonly other: Person;
  /** Of the sender: `brontavel.org` */
  readonly senderDomain: string;
  readonly recipientDomain: string;
  /** A server of each, and one that has only a name. */
  readonly senderHost: string;
  readonly recipientHost: string;
  readonly laptop: string;
  readonly senderIp: string;
  readonly recipientIp: string;
  readonly ipv6: string;
  readonly messageId: string;
  readonly queueId: string;
  readonly eximId: string;
  readonly sendmailId: string;
  readonly uuid: string;
  readonly subject: string;
}

export interface Person {
  readonly first: string;
  readonly last: string;
  readonly local: string;
}

const firstNames = [
  'Jane',
  'Ingrid',
  'Torvald',
  'Aurelia',
  'Matthias',
  'Solveig',
  'Kwame',
  'Priyanka',
  'Bartholomew',
  'Zsófia',
  'Łukasz',
  'Jürgen',
  'Françoise',
  'Dmitri',
  'Yusuf',
  'Mei-Ling',
  'Siobhán',
  'Anneke',
  'Rasmus',
  'Ottoline',
  'Fenella',
  'Cosima',
];
const syllables = [
  'bron',
  'kest',
  'vel',
  'dra',
  'mun',
  'tov',
  'quil',
  'zar',
  'fen',
  'ruk',
  'pol',
  'wex',
  'gond',
  'hulm',
  'jast',
];
const endings = ['a', 'el', 'ov', 'ix', 'und', 'ery', 'holm', 'stad', 'wick'];

const hex = '0123456789abcdef';
const base62 = '0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz';

const capital = (word: string): string => word.slice(0, 1).toUpperCase() + word.slice(1);

function coined(chance: Chance): string {
  return chance.of(syllables) + chance.of(syllables) + chance.of(endings);
}

/** ASCII as a mail administrator would write it. */
function ascii(name: string): string {
  return name
    .toLowerCase()
    .replaceAll('ł', 'l')
    .normalize('NFD')
    .replace(/[^a-z]/g, '');
}

function person(chance: Chance): Person {
  const first = chance.of(firstNames);
  const last = capital(coined(chance)) + (chance.is(0.1) ? `-${capital(coined(chance))}` : '');
  const [f, l] = [ascii(first), ascii(last)];
  const local = chance.of([
    `${f}.${l}`,
    `${f}_${l}`,
    `${f}-${l}`,
    `${l}.${f}`,
    `${f.slice(0, 1)}.${l}`,
    `${f.slice(0, 1)}${l}`,
    `${l}${chance.between(10, 99)}`,
    l,
    `${f}.${l}+${chance.of(['news', 'shop', 'x7'])}`,
    `${f.toUpperCase()}.${l.toUpperCase()}`,
  ]);
  return { first, last, local };
}

function domain(chance: Chance): string {
  const name = coined(chance) + (chance.is(0.3) ? chance.of(['-labs', '-gruppe', '24', '-med']) : '');
  return `${chance.is(0.15) ? chance.of(['mail.', 'news.', 'corp.']) : ''}${name}${chance.of(['.org', '.com', '.net', '.de', '.co.uk', '.com.br', '.io', '.local', '.museum', '.lan'])}`;
}

function ipv4(chance: Chance): string {
  const block = chance.of(['192.0.2', '198.51.100', '203.0.113', '10.20', '172.16', '93.184', '198.18.0']);
  const missing = 4 - block.split('.').length;
  return [block, ...Array.from({ length: missing }, () => chance.between(1, 254))].join('.');
}

function ipv6(chance: Chance): string {
  const group = (): string => chance.signs('123456789abcdef', 1) + chance.signs(hex, chance.between(0, 3));
  const block = chance.of(['2001:db8', '2a01:4f8', 'fd00']);
  return chance.is(0.5)
    ? `${block}::${group()}:${group()}`
    : [block, ...Array.from({ length: block.includes(':') ? 6 : 7 }, group)].join(':');
}

/** Draws everything that one text may hold. */
export function drawOriginals(chance: Chance): Originals {
  const [senderDomain, recipientDomain] = [domain(chance), domain(chance)];
  const machine = (): string =>
    chance.of([
      'mx1',
      'mail',
      'exch01',
      'relay-7',
      'smtp',
      `srv${chance.between(2, 99)}`,
      `dyn-203-0-113-${chance.between(2, 250)}`,
      coined(chance),
    ]);
  const sender = machine();
  const base32 = 'ABCDEFGHJKLMNPQRSTVWXYZ23456789';
  return {
    person: person(chance),
    other: person(chance),
    senderDomain,
    recipientDomain,
    senderHost: `${sender}.${senderDomain}`,
    recipientHost: chance.is(0.2)
      ? `${recipientDomain.replaceAll('.', '-')}.mail.protection.outlook.com`
      : `${machine()}.${recipientDomain}`,
    laptop: chance.of([
      `DESKTOP-${chance.signs(base32, 7)}`,
      `LAPTOP-${chance.signs(base32, 8)}`,
      `WIN-${chance.signs(base32, 11)}`,
      coined(chance),
      `${coined(chance)}s-MacBook`,
      coined(chance).toUpperCase(),
    ]),
    senderIp: ipv4(chance),
    recipientIp: ipv4(chance),
    ipv6: ipv6(chance),
    messageId: `${chance.of([`${chance.signs(base62, 12)}.${chance.signs(hex, 8)}`, `CA${chance.signs(base62, 30)}`, `2026${chance.signs('0123456789', 10)}.${chance.signs(hex.toUpperCase(), 11)}`, `${coined(chance)}.${chance.between(1000, 99999)}`])}@${chance.of([`${sender}.${senderDomain}`, senderDomain])}`,
    queueId: chance.is(0.5)
      ? chance.signs('123456789ABCDEF', 1) + chance.signs(hex.toUpperCase(), 9)
      : `4${chance.signs(base62, 11)}${chance.between(10, 99)}z`,
    eximId: `1u${chance.signs(base62, 4)}-0000000${chance.signs(base62, 4)}-${chance.signs(base62, 4)}`,
    sendmailId: `56M${chance.signs('0123456789', 1)}${chance.signs(base62, 4)}${chance.signs('0123456789', 6)}`,
    uuid: [8, 4, 4, 4, 12].map((length) => chance.signs(hex, length)).join('-'),
    subject: `${capital(coined(chance))} ${chance.of(['offer', 'divorce', 'lab results', 'Rechnung'])} ${coined(chance)}`,
  };
}
