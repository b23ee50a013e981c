import type { ObservationId, TestId } from '@whybounce/knowledge';
import { type ChecklistOf, checklists } from '@whybounce/knowledge/checklist';
import { domainOf, knownOf, type PacketContext } from '../escalate/context.ts';
import { fillCommand } from '../escalate/fill-command.ts';
import { commandValues } from '../escalate/trace.ts';
import type { BounceEvent } from '../event.ts';

/** One look into the receiving system, with the command filled in. */
export interface ChecklistItem {
  readonly id: string;
  readonly title: string;
  readonly why: string;
  readonly where: string;
  /** To be copied; it only reads. A word in capitals stands for what is not known. */
  readonly command: string;
  /** The test that it settles. */
  readonly test: TestId | null;
  readonly outcomes: readonly { readonly observation: ObservationId | null; readonly means: string }[];
}

/** What the recipient's administrator looks at, in order. */
export interface Checklist {
  /** The system that it is for: `Microsoft 365 (Exchange Online)`. */
  readonly system: string;
  /** What has to be done before; null for nothing. */
  readonly prepare: string | null;
  readonly items: readonly ChecklistItem[];
  /** Why there are no items; null where there are some. */
  readonly note: string | null;
}

/**
 * The checklist for a refusal: of the system that refused, the steps that serve its reason.
 *
 * @param event the refusal
 * @param more what the caller knows beside it, which outranks what the mail says
 */
export function recipientChecklist(event: BounceEvent, more: PacketContext = {}): Checklist {
  const known = knownOf(event, more);
  const list = listFor(event.provider);
  const { name: system, prepare } = list;
  const domain = domainOf(known.recipient)?.toLowerCase() ?? null;
  if (domain !== null && list.notForDomains.includes(domain))
    return {
      system,
      prepare: null,
      items: [],
      note: `Nobody but the provider administers addresses at ${domain}: there is nothing that an administrator of the recipient could look up.`,
    };
  const reason = event.diagnosis?.reason ?? null;
  const steps = reason === null ? [] : list.steps.filter(({ reasons }) => reasons.includes(reason));
  if (steps.length === 0)
    return {
      system,
      prepare: null,
      items: [],
      note: 'For this refusal nothing has to be looked up on the receiving side.',
    };
  const values = commandValues(known);
  return {
    system,
    prepare,
    items: steps.map(({ id, title, why, where, shell, command, test, answers }) => ({
      id,
      title,
      why,
      where,
      command: fillCommand(command, shell, values),
      test,
      outcomes: answers.map(({ observation, means }) => ({ observation, means })),
    })),
    note: null,
  };
}

function listFor(provider: string | null): ChecklistOf {
  const own = provider === null ? undefined : checklists.find(({ systems }) => systems.includes(provider));
  return own ?? (checklists[checklists.length - 1] as ChecklistOf);
}
