import { expect, it } from 'vitest';
import { ThreadError } from './desk/thread-error.ts';
import { faultLine } from './report-fault.ts';

const request = { method: 'POST', url: 'http://127.0.0.1/search?q=jo@example.net' };

it('tells what broke and where, and nothing of what was sent', () => {
  const line = faultLine(new TypeError('cannot read jo@example.net'), request);
  expect(line).toMatch(/^whybounce: POST \/search failed: TypeError at .*report-fault\.test/);
  expect(line).not.toContain('jo@example.net');
  expect(line).not.toContain('\n');
});

it('tells the place that a thread told', () => {
  expect(faultLine(new ThreadError('failed', 'RangeError at read (desk.ts:1:2)'), request)).toBe(
    'whybounce: POST /search failed: RangeError at read (desk.ts:1:2)',
  );
});

it('tells of what is no error, and of one without a stack', () => {
  expect(faultLine('jo@example.net', request)).not.toContain('jo@');
  const bare = new Error('jo@example.net');
  bare.stack = 'Error: jo@example.net';
  expect(faultLine(bare, request)).toMatch(/Error at an unknown place$/);
});
