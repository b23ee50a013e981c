import { expect, it } from 'vitest';
import { shownDomain } from './message-links.ts';

it.each([
  ['https://www.example.com/a?b#c', 'example.com'],
  ['www.example.co.uk', 'example.co.uk'],
  ['Example.COM', 'example.com'],
  ['bücher.de', 'xn--bcher-kva.de'],
  ['example.com:8080/x', 'example.com'],
  ['https://readme.md/', 'readme.md'],
  ['readme.md', null],
  ['Node.js', null],
  ['install.sh', null],
  ['report.pdf', null],
  ['v1.2.3', null],
  ['read on', null],
  ['ann@example.com', null],
  ['see example.com now', null],
  ['192.0.2.1', null],
  ['', null],
])('%j shows %j', (words, domain) => expect(shownDomain(words)).toBe(domain));
