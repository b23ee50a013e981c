import { type BounceEvent, diagnose, type ObservationId } from '@whybounce/core';
import type { ReasonId } from '@whybounce/knowledge';
import { describe, expect, test } from 'vitest';
import { systems } from '../../knowledge/src/generated/index.ts';
import { eventOf } from './golden/case.ts';

/** What only somebody who is there can have caused. */
const signs: readonly ObservationId[] = [
  'recipient-confirms:exists',
  'other-sender:accepted',
  'second-try:accepted',
  'plain-message:accepted',
  'message-trace:delivered',
];

/** Reasons for which an address goes though somebody is there: the person's own wish, or the platform's list. */
const goesAlive: ReadonlySet<ReasonId> = new Set(['recipient.personal-block', 'suppressed.by-esp']);

/** Every line that the knowledge files prove themselves with. */
const failures: readonly BounceEvent[] = systems
  .flatMap(({ system }) => system.entries)
  .flatMap(({ matches }) => matches.map((proof) => eventOf(typeof proof === 'string' ? { line: proof } : proof)))
  .filter(({ kind, diagnosis }) => kind !== 'delivery' && diagnosis !== null && !goesAlive.has(diagnosis.reason));

const suppresses = ({ diagnosis }: BounceEvent): boolean =>
  diagnosis?.action.do === 'suppress' || diagnosis?.action.then === 'suppress';

test('there is something to look at: hundreds of lines that suppress as long as nothing else is known', () => {
  expect(failures.filter(suppresses).length).toBeGreaterThan(200);
});

describe('an address where somebody is there is never suppressed', () => {
  test.each(signs)('%s', (sign) => {
    const wrong = failures.filter((event) => suppresses(diagnose(event, { observations: [sign] })));
    expect(wrong.map(({ diagnostic, diagnosis }) => `${diagnosis?.rule}: ${diagnostic}`)).toEqual([]);
  });

  test.each(signs)('%s, though it was refused twice', (sign) => {
    const observations: readonly ObservationId[] =
      sign === 'second-try:accepted' ? [sign] : ['second-try:refused', 'control-recipient-same-domain:accepted', sign];
    expect(failures.filter((event) => suppresses(diagnose(event, { observations }))).length).toBe(0);
  });
});

test('who is gone by the word of their own side is suppressed where the words say so too', () => {
  const dead = eventOf({ line: '550 5.1.1 No such user here', host: 'mx1.example.net', stage: 'rcpt' });
  expect(diagnose(dead, { observations: ['recipient-confirms:gone'] }).diagnosis?.action.do).toBe('suppress');
});
