import { proveCheck } from '../prove-fixture.ts';
import { both, busy, closed, replies, step } from './dialogue-fixture.ts';
import { mx, noMx, twoMailServers } from './mail-servers-fixture.ts';
import openRelay from './open-relay.ts';

const relay = (reply: string) => replies({ 'whybounce-relay-test@': reply });

proveCheck(openRelay, {
  passes: {
    refused: { ...both(replies({})), says: 'refused: mx1.example.com (192.0.2.1)' },
    'put off, as Postfix does by default': both(relay('454 4.7.1 <a@example.net>: Relay access denied')),
    'one refuses, and nobody can connect to the other': {
      zone: twoMailServers,
      smtp: { '192.0.2.1': replies({}), '192.0.2.2': closed('connection refused') },
      says: 'refused: mx1.example.com (192.0.2.1) (1 further address not tested).',
    },
    'no such user here': both(relay('550 5.1.1 <a@example.net>: User unknown')),
    'only with a login': both(relay('530 5.7.0 Authentication required')),
  },
  fails: {
    accepted: {
      ...both(relay('250 2.1.5 Ok')),
      says: 'accepted whybounce-relay-test@example.net as recipient',
      fix: /users who log in/,
    },
    'one accepts, one is busy': {
      zone: twoMailServers,
      smtp: { '192.0.2.1': busy, '192.0.2.2': relay('250 Ok') },
      says: 'mx2.example.com (192.0.2.2) accepted',
    },
    'another domain is tried with an address of example.com': {
      subject: { domain: 'other.example' },
      zone: { 'other.example': { MX: mx('mx.other.example') }, 'mx.other.example': { A: ['192.0.2.1'] } },
      smtp: { '192.0.2.1': relay('250 Ok') },
      says: 'whybounce-relay-test@example.com',
    },
  },
  undetermined: {
    'this machine is on a blocklist': {
      ...both(relay('554 5.7.1 Service unavailable; Client host [198.51.100.7] blocked using zen.spamhaus.org')),
      says: /refused with "554 5\.7\.1 Service unavailable.*, which says nothing of relaying\./,
    },
    'the stranger takes no mail at all': {
      ...both(
        relay(
          '556 5.1.10 <a@example.net>: Recipient address rejected: Domain example.net does not accept mail (nullMX)',
        ),
      ),
      says: 'which says nothing of relaying',
    },
    'the stranger has no such domain': both(relay('550 5.1.2 <a@example.net>: Host or domain name not found')),
    'no reason is given': both(relay('554 5.7.1 Access denied')),
    'busy at RCPT': { ...both(relay('421 4.7.1 Relay access denied, closing connection')), says: '421 4.7.1' },
    '421': { ...both(busy), says: '421 4.7.0' },
    greylisting: { ...both(relay('450 4.2.0 Greylisted, come back later')), says: 'put the question off' },
    'one recipient for the null sender': {
      ...both(relay('550 Only one recipient accepted for NULL sender')),
      says: 'it takes one recipient only',
    },
    'the sender is refused': {
      ...both({ steps: [step('mail', 'MAIL FROM:<>', '550 5.7.1 No bounces here')] }),
      says: 'refused the sender with "550 5.7.1 No bounces here"',
    },
    'one refuses, one is busy': { zone: twoMailServers, smtp: { '192.0.2.1': replies({}), '192.0.2.2': busy } },
    'no server can be reached': { zone: twoMailServers, smtp: { '*': closed('ETIMEDOUT', 'timeout') } },
  },
  notApplicable: { 'no mail server': { zone: noMx, smtp: {} } },
});
