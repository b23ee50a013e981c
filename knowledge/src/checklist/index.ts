import { anyServer } from './any-server.ts';
import type { ChecklistOf } from './define.ts';
import { exchangeOnPremises } from './exchange-on-premises.ts';
import { googleWorkspace } from './google-workspace.ts';
import { microsoft365 } from './microsoft-365.ts';

export type {
  AnswerPlaceholder,
  AnswerWords,
  ChecklistAnswer,
  ChecklistOf,
  ChecklistStep,
  NoAnswer,
} from './define.ts';
export { errorWords, noAnswers } from './no-answer.ts';

/** Checklists; the first that names a system is taken. The last fits all others. */
export const checklists: readonly ChecklistOf[] = [microsoft365, googleWorkspace, exchangeOnPremises, anyServer];
