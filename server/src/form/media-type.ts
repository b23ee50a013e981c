/** A media type with its parameters; names in lower case. */
export interface MediaType {
  /** Such as `multipart/form-data`. */
  readonly type: string;
  readonly parameters: ReadonlyMap<string, string>;
}

/** `; name=value` or `; name="quoted \" value"` (RFC 9110 §5.6.6). */
const parameter = /;[\t ]*(?:([!#$%&'*+.^_`|~0-9A-Za-z-]+)=(?:"((?:[^"\\]|\\.)*)"|([^\s;"]*)))?[\t ]*/y;

/**
 * Reads a value such as `multipart/form-data; boundary=x` or `form-data; name="file"; filename="a.eml"`.
 * What follows a parameter that is no parameter is left out.
 */
export function parseMediaType(value: string): MediaType {
  const semicolon = value.indexOf(';');
  const type = (semicolon < 0 ? value : value.slice(0, semicolon)).trim().toLowerCase();
  const parameters = new Map<string, string>();
  parameter.lastIndex = semicolon < 0 ? value.length : semicolon;
  for (let match = parameter.exec(value); match !== null; match = parameter.exec(value)) {
    const [, name, quoted, token] = match;
    if (name === undefined) continue;
    const key = name.toLowerCase();
    if (!parameters.has(key)) parameters.set(key, quoted?.replace(/\\(["\\])/g, '$1') ?? token ?? '');
  }
  return { type, parameters };
}
