import { proveCheck } from '../prove-fixture.ts';
import ip from './ip.ts';

const subject = { ip: '192.0.2.25' };
const zen = { zone: 'zen.list.example', name: 'Example ZEN', subject: subject.ip };
const small = { zone: 'small.list.example', name: 'Small list', weight: 'low', subject: subject.ip } as const;
const middle = { zone: 'middle.list.example', name: 'Middle list', weight: 'medium', subject: subject.ip } as const;
const listed = { verdict: 'listed', codes: [{ code: '127.0.0.2', meaning: 'a known source of spam' }] } as const;
const pbl = {
  ...zen,
  zone: 'zen.spamhaus.org',
  name: 'Spamhaus ZEN',
  verdict: 'listed',
  codes: [{ code: '127.0.0.10', meaning: 'a range whose provider says that it does not send mail directly (PBL)' }],
  delist: 'https://check.list.example/',
} as const;
const refused = {
  verdict: 'not-checkable',
  why: 'zen.list.example answered 127.255.255.254: a public resolver asked. That is no listing.',
} as const;

proveCheck(ip, {
  passes: {
    'not listed': { subject, lists: [zen, middle], says: '192.0.2.25 is not on Example ZEN or Middle list.' },
    'listed on a small list only': { subject, lists: [zen, { ...small, ...listed }], says: 'not on Example ZEN.' },
    'listed by an allow list': { subject, lists: [zen, { ...zen, kind: 'allow', ...listed }] },
    'a list of less weight does not answer': { subject, lists: [zen, { ...middle, ...refused }] },
  },
  fails: {
    'a list of high weight': {
      subject,
      lists: [{ ...zen, ...listed, reason: 'see list.example', delist: 'https://list.example/remove' }, middle],
      says: '192.0.2.25 is on Example ZEN (a known source of spam): many servers refuse its mail.',
      fix: 'Then ask for removal: Example ZEN at https://list.example/remove.',
    },
    'listed on one while another does not answer': {
      subject,
      lists: [
        { ...zen, ...listed },
        { ...zen, zone: 'other.example', ...refused },
      ],
      fix: /192\.0\.2\.25 listed/,
    },
    'a range that is not meant to send': {
      subject,
      lists: [pbl],
      severity: 'critical',
      says: 'many servers refuse its mail',
      fix: /^192\.0\.2\.25 is in a range .* accuses it of nothing.*through the mail server of your provider.*fixed address.*Spamhaus ZEN at https:\/\/check\.list\.example\/\.\n/,
    },
    'such a range, and spam besides': {
      subject,
      lists: [{ ...pbl, codes: [...pbl.codes, { code: '127.0.0.2', meaning: 'a known source of spam (SBL)' }] }],
      fix: /^First find and stop what got 192\.0\.2\.25 listed/,
    },
    'such a range on one list, spam on another': {
      subject,
      lists: [{ ...middle, ...listed }, pbl],
      fix: /^First find and stop .* listed again\. 192\.0\.2\.25 is in a range/,
    },
    'two lists': {
      subject,
      lists: [
        { ...zen, ...listed },
        { ...middle, ...listed },
      ],
      says: /Example ZEN .* and Middle list/,
    },
  },
  warns: {
    'a list of medium weight': {
      subject,
      lists: [zen, { ...middle, ...listed }],
      says: /some servers/,
      severity: 'medium',
    },
    'a list of medium weight, and the great one does not answer': {
      subject,
      lists: [
        { ...zen, ...refused },
        { ...middle, ...listed },
      ],
    },
  },
  undetermined: {
    'the only list refuses': { subject, lists: [{ ...zen, ...refused }], says: /No blocklist .* public resolver/ },
    'one refuses, one is clean': {
      subject,
      lists: [
        { ...zen, ...refused },
        { ...zen, zone: 'cop.list.example', name: 'Example Cop' },
      ],
      says: /not on Example Cop, but Example ZEN could not be asked/,
    },
    'no list knows such addresses': { subject, lists: [] },
  },
  notApplicable: { 'no lists': { subject } },
});
