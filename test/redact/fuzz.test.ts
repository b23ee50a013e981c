import { decode } from '@whybounce/core';
import { describe, expect, test } from 'vitest';
import { Redactor, redactText } from '../../core/src/redact/redactor.ts';
import { shapes } from './bounce-texts.ts';
import { leftoversIn, plantedOf } from './leftover.ts';
import { drawOriginals } from './originals.ts';
import { chanceOf } from './random.ts';

/** Texts in all; each shape has its share. */
const TEXTS = Number(process.env['WHYBOUNCE_FUZZ_TEXTS'] ?? 10_000);
/** A seed that failed is printed; with it in this variable only that text is tried. */
const SEED = process.env['WHYBOUNCE_FUZZ_SEED'];

const names = Object.keys(shapes);

function textOf(seed: number): { readonly text: string; readonly planted: ReturnType<typeof plantedOf> } {
  const chance = chanceOf(seed);
  const originals = drawOriginals(chance);
  const shape = shapes[names[seed % names.length] as string] as (typeof shapes)[string];
  const text = shape(originals, chance);
  return { text, planted: plantedOf(originals, text) };
}

describe('no original is left', () => {
  test(`in ${TEXTS} texts`, () => {
    const failures: string[] = [];
    const seeds = SEED === undefined ? Array.from({ length: TEXTS }, (_, i) => i) : [Number(SEED)];
    let checked = 0;
    for (const seed of seeds) {
      const { text, planted } = textOf(seed);
      checked += planted.length;
      const left = leftoversIn(redactText(text), planted);
      if (left.length > 0)
        failures.push(
          `seed ${seed} (${names[seed % names.length]}): ${left.map(({ what, word }) => `${what} ${word}`).join(', ')}`,
        );
    }
    if (SEED !== undefined) console.log(textOf(Number(SEED)).text, '\n=====\n', redactText(textOf(Number(SEED)).text));
    expect(failures.slice(0, 20)).toEqual([]);
    expect(checked).toBeGreaterThan(seeds.length * 5);
  }, 300_000);

  test('with one redactor for many texts', () => {
    const redactor = new Redactor();
    for (let seed = 0; seed < 300; seed++) {
      const { text, planted } = textOf(seed);
      expect(leftoversIn(redactor.text(text), planted), `seed ${seed}`).toEqual([]);
    }
  });

  test('in their events', () => {
    for (let seed = 0; seed < TEXTS / 5; seed++) {
      const chance = chanceOf(seed);
      const originals = drawOriginals(chance);
      const { text } = textOf(seed);
      const redactor = new Redactor();
      for (const event of decode(text, { name: `${originals.person.local}/x.eml` })) {
        const planted = plantedOf(originals, JSON.stringify(event));
        expect(leftoversIn(JSON.stringify(redactor.event(event)), planted), `seed ${seed}`).toEqual([]);
      }
    }
  }, 120_000);

  test('and the check itself finds what is left', () => {
    for (let seed = 0; seed < names.length * 20; seed++) {
      const { text, planted } = textOf(seed);
      expect(planted.length, `seed ${seed}`).toBeGreaterThan(3);
      expect(leftoversIn(text, planted)).toEqual(planted);
      // one original that was overlooked is enough
      const [first] = planted;
      expect(leftoversIn(`${redactText(text)} ${first?.word}`, planted)).toContainEqual(first);
    }
  });
});

test('the same text is redacted alike every time', () => {
  for (let seed = 0; seed < 50; seed++) expect(redactText(textOf(seed).text)).toBe(redactText(textOf(seed).text));
});
