import { expect, it } from 'vitest';
import { extensionsOf } from './extensions.ts';

it('reads keywords in upper case with their parameters, and not the name of the server', () =>
  expect(
    extensionsOf(
      [
        '250-STARTTLS.example.net says hello',
        '250-size 52428800',
        '250-AUTH=LOGIN',
        '250-AUTH PLAIN LOGIN',
        '250-X-ODD ',
        '250-__proto__ x',
        '250-with words. that are none of ours',
        '250-(nothing)',
        '250 PIPELINING',
      ].join('\n'),
    ),
  ).toEqual({
    SIZE: '52428800',
    AUTH: 'LOGIN PLAIN LOGIN',
    'X-ODD': '',
    WITH: 'words. that are none of ours',
    PIPELINING: '',
  }));

it('finds none in a reply of one line', () => expect(extensionsOf('250 STARTTLS')).toEqual({}));
