import type { ObservationId } from '@whybounce/knowledge';
import { type ChecklistStep, checklists, errorWords, noAnswers } from '@whybounce/knowledge/checklist';
import { domainOf } from '../escalate/context.ts';
import type { BounceEvent } from '../event.ts';
import { type AnswerValues, fulfils, hasAny } from './match-words.ts';
import { MAX_PASTE, readOutput } from './output.ts';

/** What pasted output says. */
export interface ReadAnswer {
  /** The observation that it makes; null where it settles nothing or could not be read. */
  readonly outcome: ObservationId | null;
  /** Whether the output was understood. */
  readonly isUnderstood: boolean;
  /** What was seen, as a sentence. */
  readonly says: string;
  /** What to do now, as a sentence. */
  readonly conclusion: string;
}

/** What a caller knows of the refusal that an answer is about; an event will do. */
export type AnswerSubject = Pick<BounceEvent, 'recipient' | 'sender' | 'sendingMta'>;

let steps: ReadonlyMap<string, ChecklistStep> | undefined;

/** The step of that id; null where there is none. */
export function checklistStep(id: string): ChecklistStep | null {
  steps ??= new Map(checklists.flatMap((list) => list.steps.map((step) => [step.id, step] as const)));
  return steps.get(id) ?? null;
}

/** Ids of all steps, in the order of the checklists. */
export function checklistStepIds(): string[] {
  return checklists.flatMap((list) => list.steps.map(({ id }) => id));
}

/**
 * Reads the output of a step's command that somebody pasted. What is not surely one of the outcomes gives "could
 * not tell", never a guess.
 *
 * @param stepId as in {@link checklistStep}; an unknown one is told as such
 * @param pasted the output; more than the first hundred thousand characters is told as too long
 * @param about the refusal, so that output about another address is not taken for an answer
 */
export function readAnswer(stepId: string, pasted: string, about: AnswerSubject | null = null): ReadAnswer {
  const step = checklistStep(stepId);
  if (step === null) return couldNotTell(`There is no step "${stepId.slice(0, 80)}".`, 'Take an id of the checklist.');
  if (pasted.length > MAX_PASTE)
    return couldNotTell(
      'The text is too long to be the output of this step.',
      'Paste the output of this command only.',
    );
  const output = readOutput(pasted);
  if (output.text === '')
    return couldNotTell('Nothing was pasted.', 'Run the command and paste all that it prints, the error message too.');
  for (const { any, always, says, next } of noAnswers)
    if (always === true && hasAny(any, output)) return couldNotTell(says, next);
  const values = valuesOf(about);
  const all = pasted.toLowerCase();
  const hasError = hasAny(errorWords, output);
  let isAboutAnother = false;
  for (const answer of step.answers) {
    if ((hasError && answer.fromError !== true) || !fulfils(answer, output, values)) continue;
    const named = answer.names === undefined ? null : values[answer.names];
    if (named !== null && !all.includes(named)) {
      isAboutAnother = true;
      continue;
    }
    return { outcome: answer.observation, isUnderstood: true, says: answer.means, conclusion: answer.next };
  }
  if (isAboutAnother)
    return couldNotTell(
      'The output does not name what was asked for.',
      'Run the command as it stands, and paste the line with the command and all that it prints.',
    );
  for (const { any, says, next } of noAnswers) if (hasAny(any, output)) return couldNotTell(says, next);
  return couldNotTell(
    'The output has none of the forms that are known.',
    'Paste all that the command prints, in English if the program can; or read it yourself: the step says what its outcomes mean.',
  );
}

function couldNotTell(says: string, conclusion: string): ReadAnswer {
  return { outcome: null, isUnderstood: false, says: `Could not tell: ${says}`, conclusion };
}

function valuesOf(about: AnswerSubject | null): AnswerValues {
  const recipient = about?.recipient?.toLowerCase() || null;
  const sender = about?.sender?.toLowerCase() || null;
  return {
    recipient,
    sender,
    domain: domainOf(recipient),
    senderDomain: domainOf(sender),
    sendingIp: about?.sendingMta.ip?.toLowerCase() ?? null,
  };
}
