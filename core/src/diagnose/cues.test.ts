import { describe, expect, test } from 'vitest';
import { findCues, quoteOf } from './cues.ts';
import { table } from './weights.ts';

const idsOf = (diagnostic: string): string[] =>
  findCues(diagnostic).map(({ observation }) => table.observations[observation] as string);

describe('words of a refusal', () => {
  test('speak for themselves, in any case and spacing', () => {
    expect(idsOf('550 5.4.1 Recipient address rejected: ACCESS   DENIED')).toContain('text:access-denied');
  });

  test('count once, however often they stand there', () => {
    expect(idsOf('spam spam spam').filter((id) => id === 'text:content')).toHaveLength(1);
  });

  test('stand at the edges of words, where a star does not open them', () => {
    expect(idsOf('the host was barclaid')).not.toContain('text:forwarding');
    expect(idsOf('arc seal is not valid')).toContain('text:forwarding');
    expect(idsOf('greylisting in action')).toContain('text:first-contact');
  });

  test('come sorted by the number of their observation', () => {
    const numbers = findCues('blocked using a blocklist: spam, virus, no reverse name, relay denied').map(
      ({ observation }) => observation,
    );
    expect(numbers.length).toBeGreaterThan(3);
    expect(numbers).toEqual([...numbers].sort((a, b) => a - b));
  });

  test('are found in the first of their wordings', () => {
    const [cue] = findCues('user reports and complaints').filter(
      ({ observation }) => table.observations[observation] === 'text:complaints',
    );
    expect(['complaints', 'user reports']).toContain(cue?.words);
    expect(findCues('user reports and complaints')).toEqual(findCues('user reports and complaints'));
  });

  test('of nothing there are none', () => {
    expect(findCues('')).toEqual([]);
    expect(findCues('250 2.0.0 Ok')).toEqual([]);
  });
});

describe('words that say which of two causes it is', () => {
  test.each([
    ['Helo command rejected: need fully-qualified hostname', 'text:no-helo-name', true],
    ['Helo command rejected: Host not found', 'text:no-helo-name', false],
    ['Client host rejected: cannot find your reverse hostname', 'text:no-reverse-name', true],
    ['Client host rejected: cannot find your hostname', 'text:no-reverse-name', false],
    ['Hop count exceeded - possible mail loop', 'text:mx-points-back', false],
    ['mail for example.net loops back to myself', 'text:mx-points-back', true],
    ['Sender address blocked using dbl.example.org', 'text:url', false],
  ])('%s: %s %s', (line, cue, isThere) => expect(idsOf(line).includes(cue)).toBe(isThere));
});

describe('a quote', () => {
  const line = '550 5.4.1 Recipient address rejected: Access denied';

  test('stands where its span says, as it was written', () => {
    expect(quoteOf('access denied', line)).toEqual({ span: [38, 51], quote: 'Access denied' });
  });

  test('of words that are not there is none', () => {
    expect(quoteOf('mailbox full', line)).toEqual({ span: null, quote: null });
  });

  test('of every cue is found in the line in which the cue was found', () => {
    const lines = [
      line,
      'blocked using a blocklist',
      '550 SPF permerror: too many DNS lookups',
      'greylisted, try again later',
    ];
    for (const text of lines)
      for (const { words } of findCues(text)) {
        const { span, quote } = quoteOf(words, text);
        expect(span, words).not.toBeNull();
        expect(text.slice(span?.[0], span?.[1])).toBe(quote);
      }
  });
});
