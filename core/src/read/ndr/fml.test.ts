import { expect, test } from 'vitest';
import { letterOf } from './fixture.ts';
import { fml } from './fml.ts';
import { foreignLetters } from './foreign-report.ts';
import { dialectOf } from './index.ts';

test('fml: reads why an article was not distributed', () => {
  const letter = letterOf(`
From: fruits-admin@pear.example
Subject: Loop Alert: Duplicated Message-ID (fruits ML)
X-MLServer: fml [fml 4.0.3 release (20011202/4.0.3)]
Content-Type: text/plain; charset=iso-2022-jp

Duplicated Message-ID in <fruits@pear.example>.
`);
  expect(dialectOf(letter)).toBe(fml);
  expect(fml.read(letter)).toEqual([
    { recipient: 'fruits@pear.example', diagnostic: 'Duplicated Message-ID in <fruits@pear.example>.' },
  ]);
});

test('fml: leaves the reports of others alone', () => {
  expect(foreignLetters().filter((letter) => fml.recognises(letter))).toEqual([]);
});
