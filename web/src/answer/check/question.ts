/** What the check pages check over the network, each at a path of its own. */
export const checkKinds = ['domain', 'ip', 'mx'] as const;

export type CheckKind = (typeof checkKinds)[number];

/** A field of a form that asks for a check; each is a parameter of the address too, so that an address can be kept. */
export type CheckField = 'domain' | 'ip' | 'host' | 'helo' | 'from' | 'selector' | 'refused';

/** The fields of each form, the subject first. */
export const checkFields: Readonly<Record<CheckKind, readonly CheckField[]>> = {
  domain: ['domain', 'selector', 'ip', 'helo', 'from', 'refused'],
  ip: ['ip', 'helo', 'from'],
  mx: ['host'],
};

/** What is to be checked, as somebody wrote it. */
export interface CheckQuestion {
  readonly kind: CheckKind;
  /** What was filled in; empty fields are left out. */
  readonly fields: Readonly<Partial<Record<CheckField, string>>>;
}

/** Characters of a field; a name of the DNS has 253. */
export const MAX_FIELD = 500;

/** Where the page of a kind of check stands. */
export function checkPath(kind: CheckKind): string {
  return `/check/${kind}`;
}

/** What an address asks for. */
export function readQuestion(kind: CheckKind, parameters: URLSearchParams): CheckQuestion {
  const fields = checkFields[kind].flatMap((field): [CheckField, string][] => {
    const value = (parameters.get(field) ?? '').trim().slice(0, MAX_FIELD).toWellFormed();
    return value === '' ? [] : [[field, value]];
  });
  return { kind, fields: Object.fromEntries(fields) };
}

/** The address that asks for it again. */
export function questionPath({ kind, fields }: CheckQuestion, below = ''): string {
  const parameters = new URLSearchParams(Object.entries(fields));
  const query = parameters.toString();
  return `${checkPath(kind)}${below}${query === '' ? '' : `?${query}`}`;
}

/** What is checked; null where nothing was filled in. */
export function subjectOf({ kind, fields }: CheckQuestion): string | null {
  const [subject] = checkFields[kind];
  return (subject === undefined ? undefined : fields[subject]) ?? null;
}
