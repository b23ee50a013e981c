/** What was filled in on a page about records: each parameter of the address with its values, empty ones left out. */
export type RecordFields = Readonly<Record<string, readonly string[]>>;

/** Characters of a value: a public key of 4096 bits has some 750, a zone file of a few records a thousand. */
const MAX_VALUE = 4_000;
/** Values of all parameters together; a form has some sixty boxes to tick. */
const MAX_VALUES = 200;

/** What an address asks for; parameters that the page does not know are left out. */
export function readFields(parameters: URLSearchParams, names: readonly string[]): RecordFields {
  const fields: Record<string, string[]> = {};
  for (const [name, written] of [...parameters].slice(0, MAX_VALUES)) {
    const value = written.trim().slice(0, MAX_VALUE);
    if (value === '' || !names.includes(name)) continue;
    fields[name] ??= [];
    fields[name].push(value);
  }
  return fields;
}

/** The first value of a parameter; empty where there is none. */
export function oneValue(fields: RecordFields, name: string): string {
  return fields[name]?.[0] ?? '';
}

/** Every value of a parameter. */
export function allValues(fields: RecordFields, name: string): readonly string[] {
  return fields[name] ?? [];
}

/** One of the words that a parameter may have; null for every other. */
export function choiceOf<T extends string>(fields: RecordFields, name: string, choices: readonly T[]): T | null {
  return choices.find((choice) => choice === oneValue(fields, name)) ?? null;
}

/** What somebody wrote into one field with commas, semicolons, blanks or lines between. */
export function listOf(fields: RecordFields, name: string): string[] {
  return allValues(fields, name)
    .flatMap((text) => text.split(/[\s,;]+/))
    .filter((text) => text !== '');
}

/** The address at which another page begins with a domain, and what else it is to know. */
export function pathFor(path: string, domain: string, more: Readonly<Record<string, string>> = {}): string {
  return `${path}?${new URLSearchParams({ domain, ...more })}`;
}
