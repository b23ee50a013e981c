import { expect, it } from 'vitest';
import { allValues, choiceOf, listOf, oneValue, pathFor, readFields } from './record-fields.ts';

const read = (query: string) => readFields(new URLSearchParams(query), ['domain', 'ip', 'add', 'p']);

it('takes the parameters that a page knows, without empty ones', () => {
  const fields = read('domain=+example.com+&ip=&add=a&add=b&other=x&p=reject');
  expect(fields).toEqual({ domain: ['example.com'], add: ['a', 'b'], p: ['reject'] });
  expect([oneValue(fields, 'domain'), oneValue(fields, 'ip'), allValues(fields, 'add')]).toEqual([
    'example.com',
    '',
    ['a', 'b'],
  ]);
  expect(choiceOf(fields, 'p', ['none', 'reject'])).toBe('reject');
  expect(choiceOf(fields, 'domain', ['none', 'reject'])).toBeNull();
});

it('takes what people put between the items of a list', () => {
  expect(listOf(read('ip=192.0.2.1,+192.0.2.2;192.0.2.3%0A192.0.2.4'), 'ip')).toEqual([
    '192.0.2.1',
    '192.0.2.2',
    '192.0.2.3',
    '192.0.2.4',
  ]);
});

it('reads so much and no more', () => {
  expect(oneValue(read(`domain=${'a'.repeat(9_000)}`), 'domain')).toHaveLength(4_000);
  expect(allValues(read(Array.from({ length: 900 }, (_, index) => `add=${index}`).join('&')), 'add')).toHaveLength(200);
});

it('leads on to another page with the domain', () => {
  expect(pathFor('/write/spf', 'a&b.example')).toBe('/write/spf?domain=a%26b.example');
});
