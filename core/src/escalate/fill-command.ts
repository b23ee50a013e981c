import type { Placeholder, Shell } from '@whybounce/knowledge/trace-tool';
import { quoteArgument, quoteStandIn } from './quote.ts';

/** Values for the placeholders of a command; what is not known is null. */
export type CommandValues = Readonly<Record<Placeholder, string | null>>;

const placeholder = /\{([a-zA-Z]{1,20})\}/g;
const optional = /\[\[([^[\]]{0,400})\]\]/g;

/**
 * Fills a template of the knowledge: `{recipient}` becomes the quoted value, or a stand-in in capitals where it
 * is not known or not of the form that it should have; `[[ … ]]` falls away where a value in it is missing.
 *
 * @param template from the knowledge, never from a mail
 */
export function fillCommand(template: string, shell: Shell, values: CommandValues): string {
  const kept = template.replace(optional, (_, part: string) =>
    [...part.matchAll(placeholder)].every(([, name]) => argument(name as Placeholder, shell, values) !== null)
      ? part
      : '',
  );
  return kept.replace(
    placeholder,
    (_, name: string) => argument(name as Placeholder, shell, values) ?? quoteStandIn(name as Placeholder, shell),
  );
}

function argument(name: Placeholder, shell: Shell, values: CommandValues): string | null {
  const value = values[name];
  return value === null || value === undefined ? null : quoteArgument(value, name, shell);
}
