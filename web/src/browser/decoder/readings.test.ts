import { expect, test } from 'vitest';
import type { DeskInput } from '../../answer/protocol.ts';
import type { SheetView } from '../../answer/shapes.ts';
import type { DeskClient } from '../desk-client.ts';
import { DeskError } from '../desk-error.ts';
import { type Loaded, Readings } from './readings.ts';

const sheetOf = (name: string): SheetView => ({ first: { input: name }, unread: [] }) as unknown as SheetView;
const loaded = (name: string): Loaded => ({ inputs: [{ name, content: name }], unread: [] });

/** Something that is settled by hand. */
function later<Result>(): { promise: Promise<Result>; settle: (result: Result) => void } {
  const { promise, resolve } = Promise.withResolvers<Result>();
  return { promise, settle: resolve };
}

/** An engine that says what it was asked, and dies when it is told to. */
function engineOf(log: string[]): { engine: DeskClient; kill: () => void } {
  let isDead = false;
  const engine = {
    async read(inputs: readonly DeskInput[]): Promise<SheetView> {
      isDead = false;
      log.push(`read ${inputs.map(({ name }) => name).join()}`);
      return sheetOf(inputs[0]?.name ?? '');
    },
    async call(name: string): Promise<string> {
      if (isDead) throw new DeskError('crashed', 'It died.');
      log.push(name);
      return name;
    },
  };
  return {
    engine: engine as unknown as DeskClient,
    kill: () => {
      isDead = true;
    },
  };
}

const nothing = (): void => undefined;

test('files that load slowly never come after what was typed later', async () => {
  const log: string[] = [];
  const readings = new Readings(engineOf(log).engine);
  const slow = later<Loaded>();
  const first = readings.read(() => slow.promise, nothing);
  const second = await readings.read(async () => loaded('typed'), nothing);
  slow.settle(loaded('file'));
  expect([await first, second]).toEqual([null, sheetOf('typed')]);
  expect(log).toEqual(['read typed']);
});

test('what is read when all was cleared does not come back, nor does why it failed', async () => {
  const slow = later<SheetView>();
  const engine = { read: () => slow.promise, call: () => Promise.reject(new Error('no')) } as unknown as DeskClient;
  const readings = new Readings(engine);
  const read = readings.read(async () => loaded('a'), nothing);
  const asked = readings.ask('open', 0);
  readings.cancel();
  slow.settle(sheetOf('a'));
  expect([await read, await asked]).toEqual([null, null]);
});

test('what could not be loaded is told beside what was', async () => {
  const readings = new Readings(engineOf([]).engine);
  const sheet = await readings.read(async () => ({ ...loaded('a'), unread: ['b is gone.'] }), nothing);
  expect(sheet?.unread).toEqual(['b is gone.']);
});

test('an engine that died while nobody asked reads again before it answers', async () => {
  const log: string[] = [];
  const { engine, kill } = engineOf(log);
  const readings = new Readings(engine);
  await readings.read(async () => loaded('a'), nothing);
  kill();
  expect(await readings.ask('exportAs', 'csv')).toBe('exportAs');
  expect(log).toEqual(['read a', 'read a', 'exportAs']);
});

test('one that died without having read anything says so', async () => {
  const { engine, kill } = engineOf([]);
  kill();
  await expect(new Readings(engine).ask('exportAs', 'csv')).rejects.toThrow('It died.');
});

test('nor does what the engine was already reading', async () => {
  const slow = later<SheetView>();
  const begun = later<void>();
  const engine = {
    read: () => {
      begun.settle();
      return slow.promise;
    },
  } as unknown as DeskClient;
  const readings = new Readings(engine);
  const read = readings.read(async () => loaded('a'), nothing);
  await begun.promise;
  readings.cancel();
  slow.settle(sheetOf('a'));
  expect(await read).toBeNull();
});
