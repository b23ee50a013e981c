import { type Carrier, complaintOf, eventOf, exportHead, type Fill, lineOf, reportOf, rowOf } from './carriers.ts';

/** A phone's window, in which whatever is too wide sticks out first. */
export const small = { viewport: { width: 320, height: 700 } };

/** A file as a field for files takes it. */
export interface PickedFile {
  readonly name: string;
  readonly mimeType: string;
  readonly buffer: Buffer;
}

export function filesOf(carriers: readonly Carrier[]): PickedFile[] {
  return carriers.map(({ name, content }) => ({
    name,
    mimeType: 'application/octet-stream',
    buffer: Buffer.from(content),
  }));
}

/** Some payloads as one text, no longer than where it goes to holds. */
export function shortened(bundle: readonly string[], most: number): string {
  return bundle.join(' ').slice(0, most).toWellFormed();
}

/** The inputs of every form (reports, a log, a webhook, an export, complaints) with their fields filled. */
export function inputsOf(fills: readonly Fill[]): readonly (readonly Carrier[])[] {
  return [
    fills.map(reportOf),
    [{ name: 'mail.log', content: fills.map(lineOf).join('\n') }],
    [{ name: 'events.json', content: JSON.stringify(fills.map(eventOf)) }],
    [{ name: 'bounces.csv', content: [exportHead, ...fills.map(rowOf)].join('\r\n') }],
    fills.map(complaintOf),
  ];
}
