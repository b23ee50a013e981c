import { describe, expect, test } from 'vitest';
import { Conversation, questionOf } from './conversation.ts';
import { diagnose, ObservationError } from './diagnose-event.ts';
import { decodeReply } from './reply.ts';

const line = '550 5.4.1 Recipient address rejected: Access denied [AM0P190CA0026.EURP190.PROD.OUTLOOK.COM]';
const start = () => new Conversation(decodeReply(line));

describe('a talk', () => {
  test('asks what settles most, with the answers to choose from', () => {
    expect(start().question).toEqual({
      test: 'control-recipient-same-domain',
      outcomes: ['control-recipient-same-domain:accepted', 'control-recipient-same-domain:refused'],
    });
  });

  test('ranks anew after an answer, and asks something else', () => {
    const talk = start();
    talk.answer('control-recipient-same-domain:refused');
    expect(talk.event.diagnosis?.causes[0]?.id).toBe('domain-misconfigured-at-receiver');
    expect(talk.question?.test).not.toBe('control-recipient-same-domain');
  });

  test('says the same as diagnose with all answers at once', () => {
    const talk = start();
    talk.answer('control-recipient-same-domain:accepted');
    talk.answer({ id: 'second-try:refused', note: 'on Tuesday' });
    const observations = [
      'control-recipient-same-domain:accepted',
      { id: 'second-try:refused', note: 'on Tuesday' },
    ] as const;
    expect(talk.event).toEqual(diagnose(decodeReply(line), { observations }));
    expect(talk.event.diagnosis?.action.do).toBe('suppress');
  });

  test('takes an answer to another question than its own', () => {
    const talk = start();
    talk.answer('recipient-confirms:exists');
    expect(talk.event.diagnosis?.causes[0]?.id).toBe('directory-not-synchronised');
    expect(talk.question?.test).not.toBe('recipient-confirms');
  });

  test('lets a later answer to the same question count', () => {
    const talk = start();
    talk.answer('control-recipient-same-domain:refused');
    talk.answer('control-recipient-same-domain:accepted');
    expect(talk.event.diagnosis?.causes[0]?.id).toBe('address-does-not-exist');
  });

  test('does not ask again what was skipped, but takes an answer to it', () => {
    const talk = start();
    talk.skip('control-recipient-same-domain');
    const asked = new Set<string>();
    for (let question = talk.question; question !== null; question = talk.question) {
      expect(asked).not.toContain(question.test);
      asked.add(question.test);
      talk.skip(question.test);
    }
    expect(asked).not.toContain('control-recipient-same-domain');
    expect(asked.size).toBeGreaterThan(3);
    talk.answer('control-recipient-same-domain:refused');
    expect(talk.event.diagnosis?.causes[0]?.id).toBe('domain-misconfigured-at-receiver');
  });

  test('ends', () => {
    const talk = start();
    let turns = 0;
    for (let question = talk.question; question !== null && turns < 100; question = talk.question, turns++) {
      const [answer] = question.outcomes;
      if (answer !== undefined) talk.answer(answer);
    }
    expect(talk.question).toBeNull();
    expect(turns).toBeLessThan(40);
  });

  test('begins with what is known', () => {
    const talk = new Conversation(decodeReply(line), {
      observations: ['control-recipient-same-domain:accepted'],
      skip: ['engagement'],
    });
    expect(talk.question?.test).not.toBe('control-recipient-same-domain');
    expect(talk.question?.test).not.toBe('engagement');
  });

  test('throws for an answer that no question has, and goes on as if it had not been given', () => {
    const talk = start();
    const before = talk.event;
    expect(() => talk.answer('control-recipient-same-domain:maybe' as never)).toThrow(ObservationError);
    expect(() => talk.answer('' as never)).toThrow(/is no observation/);
    expect(talk.event).toEqual(before);
    talk.answer('typo:likely');
    expect(talk.event.diagnosis?.cause).toBe('address-does-not-exist');
  });

  test('has nothing to ask where nothing failed', () => {
    const talk = new Conversation(decodeReply('250 2.0.0 Ok: queued'));
    expect(talk.question).toBeNull();
    expect(talk.event.kind).toBe('delivery');
  });

  test('leaves the event that it was given as it was', () => {
    const event = decodeReply(line);
    const before = JSON.stringify(event);
    new Conversation(event).answer('typo:likely');
    expect(JSON.stringify(event)).toBe(before);
  });
});

describe('a question', () => {
  test('has the outcomes of its test', () => {
    expect(questionOf('full-for').outcomes).toEqual(['full-for:first-time', 'full-for:weeks']);
  });

  test('that does not exist is an error', () => {
    expect(() => questionOf('no-such-test' as never)).toThrow(ObservationError);
  });
});
