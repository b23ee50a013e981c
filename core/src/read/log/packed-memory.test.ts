import { expect, test } from 'vitest';
import { PackedMemory } from './packed-memory.ts';
import { QueueMemory } from './queue-memory.ts';
import { Shelf } from './shelf.ts';

test('a packed memory tells what a plain one tells, through many turns', () => {
  const packed = new PackedMemory<{ text: string }>(40);
  const plain = new QueueMemory<{ text: string }>(40);
  let seed = 1;
  const random = (below: number): number => {
    seed = (Math.imul(seed, 1_103_515_245) + 12_345) >>> 0;
    return (seed >>> 8) % below;
  };
  for (let step = 0; step < 20_000; step++) {
    const id = `id${random(120)}`;
    const text = `${step} ü😀"\n`.repeat(random(4));
    switch (random(5)) {
      case 0:
        packed.set(id, { text });
        plain.set(id, { text });
        break;
      case 1:
        packed.delete(id);
        plain.delete(id);
        break;
      case 2: {
        const [one, other] = [packed.open(id), plain.get(id)];
        if (one !== undefined) one.text = text;
        if (other !== undefined) other.text = text;
        break;
      }
      case 3:
        packed.pack(id);
        break;
    }
    expect(packed.get(id)).toEqual(plain.get(id));
  }
});

test('a shelf takes no more than it has room for, and uses empty boards again', () => {
  const shelf = new Shelf();
  expect(shelf.put('x'.repeat(1_000_000))).toBe(-1);
  const text = 'x'.repeat(1_000);
  const places: number[] = [];
  for (let place = shelf.put(text); place >= 0; place = shelf.put(text)) places.push(place);
  expect(places.length).toBeGreaterThan(15_000);
  for (const place of places) shelf.take(place);
  const again = shelf.put('ü');
  expect(again).toBeGreaterThanOrEqual(0);
  expect(shelf.get(again)).toBe('ü');
});
