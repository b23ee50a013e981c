/** A place that a mail merge should have filled and did not. */
export interface TemplateMark {
  readonly mark: string;
  readonly where: string;
}

/**
 * The marks of the systems that fill in: `{{first_name}}` and `{% if %}` (Liquid, Handlebars, Jinja), `*|FNAME|*` (Mailchimp),
 * `%%First Name%%` (Salesforce, Klaviyo's rivals), `[[name]]`, `${name}`, `<%= name %>`, `##name##`. Only names as such systems
 * write them, so that text about programs seldom looks like one.
 */
const marks =
  /\{\{[{#/^!&>]?\s{0,3}[A-Za-z_@][\w .|:'"()@$,=-]{0,80}\}\}|\{%-?\s{0,3}[a-z]{2,20}\b[^%\r\n{}]{0,100}%\}|\*\|[A-Z][A-Z0-9_:=. -]{1,60}\|\*|%%[A-Za-z_][\w .-]{1,40}%%|\[\[[A-Za-z_][\w.-]{1,40}\]\]|\$\{[A-Za-z_][\w.]{1,40}\}|<%=?\s{0,3}[A-Za-z_][\w. ]{1,40}%>|##[A-Za-z_][\w.]{1,40}##/g;

/** Of a value that was missing when it was filled in: `Hello undefined,`. */
const empty =
  /\b(?:Hi|Hello|Hey|Dear|Hallo|Guten Tag|Bonjour|Hola|Ciao|Olá)\s{1,3}(?:undefined|null|NaN|None|\[object Object\]|\(null\)|%s)(?=\s{0,3}[,!.:])|\blorem ipsum dolor\b|\[object Object\]/gi;

/** Marks that are told: a broken template has the same one everywhere. */
const MAX_MARKS = 20;
const MAX_LENGTH = 512 * 1024;

/** The marks in a text, each once. */
export function templateMarks(text: string, where: string): TemplateMark[] {
  const found = new Set<string>();
  for (const pattern of [marks, empty])
    for (const [mark] of text.slice(0, MAX_LENGTH).matchAll(pattern)) {
      if (found.size >= MAX_MARKS) break;
      found.add(mark);
    }
  return [...found].map((mark) => ({ mark, where }));
}
