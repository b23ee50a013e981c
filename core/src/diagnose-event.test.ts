import { describe, expect, test } from 'vitest';
import { Policy } from './advise/policy.ts';
import { diagnose, ObservationError } from './diagnose-event.ts';
import { decodeReply } from './reply.ts';

const edge = decodeReply(
  '550 5.4.1 Recipient address rejected: Access denied [AM0P190CA0026.EURP190.PROD.OUTLOOK.COM]',
);
const now = new Date('2026-06-15T12:00:00Z');

describe('diagnose', () => {
  test('without anything new says what was said', () => {
    expect(diagnose(edge)).toEqual(edge);
  });

  test('keeps reason and rule, and ranks the causes anew', () => {
    const again = diagnose(edge, { observations: ['control-recipient-same-domain:refused'] });
    expect(again.diagnosis).toMatchObject({ reason: edge.diagnosis?.reason, rule: edge.diagnosis?.rule });
    expect(again.diagnosis?.causes[0]?.id).not.toBe(edge.diagnosis?.causes[0]?.id);
  });

  test('takes facts and observations together, the observation before the fact', () => {
    const facts = { now, address: { lastAccepted: now } };
    const byFact = diagnose(edge, { facts });
    const both = diagnose(edge, { facts, observations: ['address-history:never-accepted'] });
    const ids = (event: typeof edge): string[] =>
      event.diagnosis?.causes.flatMap(({ evidence }) => evidence.map(({ id }) => id)) ?? [];
    expect(ids(byFact)).toContain('address-history:accepted-this-week');
    expect(ids(both)).toContain('address-history:never-accepted');
    expect(ids(both)).not.toContain('address-history:accepted-this-week');
  });

  test('gives back what is no failure', () => {
    const delivered = decodeReply('250 2.0.0 Ok: queued');
    expect(diagnose(delivered, { observations: ['recipient-confirms:gone'] })).toBe(delivered);
  });

  test('throws for an observation that does not exist, and names it', () => {
    expect(() => diagnose(edge, { observations: ['typo:perhaps' as never] })).toThrow(ObservationError);
    expect(() => diagnose(edge, { observations: ['typo:perhaps' as never] })).toThrow(
      /"typo:perhaps" is no observation/,
    );
    expect(() => diagnose(edge, { observations: [{ id: 'x'.repeat(10_000) } as never] })).toThrow(
      expect.objectContaining({ code: 'WHYBOUNCE_OBSERVATION', message: expect.not.stringContaining('x'.repeat(101)) }),
    );
  });

  test('proposes no test that was skipped', () => {
    const first = edge.diagnosis?.settle?.observe;
    if (first === undefined) throw new Error('Nothing is proposed.');
    expect(diagnose(edge, { skip: [first] }).diagnosis?.settle?.observe).not.toBe(first);
  });

  test('acts by the policy that it is given', () => {
    const policy = new Policy([
      { causes: ['address-does-not-exist'], do: 'retry', retryAfter: 600, then: null, why: 'We try again.' },
    ]);
    expect(diagnose(edge, { policy }).diagnosis?.action).toMatchObject({ do: 'retry', retryAfter: 600 });
    expect(diagnose(edge).diagnosis?.action.do).toBe('hold');
  });

  test('works on an event that was stored as JSON', () => {
    const stored = JSON.parse(JSON.stringify(edge));
    const context = { observations: ['recipient-confirms:exists'] } as const;
    expect(diagnose(stored, context)).toEqual(diagnose(edge, context));
  });
});
