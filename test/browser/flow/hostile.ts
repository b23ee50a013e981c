import { expect, test } from 'vitest';
import { decoder as words } from '../../../web/src/wording/decoder.ts';
import { DecoderPage } from '../decoder-page.ts';
import { type Carrier, complaintOf, eventOf, exportHead, type Fill, lineOf, reportOf, rowOf } from '../hostile/carriers.ts';
import { walkList } from '../hostile/inspect.ts';
import { payloads } from '../hostile/payloads.ts';
import type { Stage } from '../stage.ts';

/** Bounces on a page of the list. */
const PAGE = 50;

const small = { viewport: { width: 320, height: 700 } };

function* inBundles<Item>(items: readonly Item[], size: number): Generator<readonly Item[]> {
  for (let at = 0; at < items.length; at += size) yield items.slice(at, at + size);
}

const filesOf = (carriers: readonly Carrier[]) =>
  carriers.map(({ name, content }) => ({ name, mimeType: 'application/octet-stream', buffer: Buffer.from(content) }));

/** The inputs of every form in which each field is filled by what `fills` give. */
function inputsOf(fills: readonly Fill[]): readonly (readonly Carrier[])[] {
  return [
    fills.map(reportOf),
    [{ name: 'mail.log', content: fills.map(lineOf).join('\n') }],
    [{ name: 'events.json', content: JSON.stringify(fills.map(eventOf)) }],
    [{ name: 'bounces.csv', content: [exportHead, ...fills.map(rowOf)].join('\r\n') }],
    fills.map(complaintOf),
  ];
}

/** Texts that were made to break pages, in every field that is shown. */
export function hostileTexts(stage: Stage): void {
  const read = async (carriers: readonly Carrier[]): Promise<{ found: string[]; seen: string }> => {
    const { page } = await stage.visit('/', small);
    const decoder = await new DecoderPage(page).ready();
    await page.getByLabel(words.files).setInputFiles(filesOf(carriers));
    await decoder.list.waitFor();
    return walkList(page);
  };

  test('the fields that are filled are shown', async () => {
    const asked = new Set<string>();
    const probe = (field: string): string => `probe${field.replace(/\W/g, '')}`;
    const fill = (field: string): string => {
      asked.add(field);
      return probe(field);
    };
    let seen = '';
    for (const carriers of inputsOf([fill, fill])) seen += (await read(carriers)).seen;
    const unseen = [...asked].filter((field) => !seen.includes(probe(field)));
    expect(unseen).toEqual([]);
    expect(asked.size).toBeGreaterThan(40);
  });

  test.for([...inBundles(payloads, PAGE)].map((bundle, i) => [i + 1, bundle] as const))(
    'with script: reports with hostile text in each field, part %i',
    async ([, bundle]) => {
      const { found } = await read(bundle.map((payload) => reportOf(() => payload)));
      expect(found).toEqual([]);
    },
  );

  test.for([['a log', 1], ['a webhook', 2], ['an export', 3], ['complaints', 4]] as const)(
    'with script: %s with hostile text in each field',
    async ([, form]) => {
      const fills = [...inBundles(payloads, 8)].map((bundle): Fill => () => bundle.join(' '));
      const { found } = await read(inputsOf(fills)[form] as readonly Carrier[]);
      expect(found).toEqual([]);
    },
  );
}
