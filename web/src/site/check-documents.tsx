import type { CheckState } from '../answer/check/check-state.ts';
import type { CheckQuestion } from '../answer/check/question.ts';
import type { Assets } from '../component/document.tsx';
import { CheckPage } from '../page/check/check-page.tsx';
import { CheckHubPage } from '../page/check/hub-page.tsx';
import { type MessageAnswer, MessagePage } from '../page/check/message-page.tsx';
import { renderDocument } from '../render.ts';

/** The page where everything that checks begins. */
export function checkHubDocument(assets: Assets): string {
  return renderDocument(<CheckHubPage assets={assets} />);
}

/**
 * A check page: without a state the script asks; with one it is whole.
 *
 * @param otherName the subject in letters of its own script, or as the DNS has it; null where it has one form alone
 */
export function checkDocument(
  assets: Assets,
  question: CheckQuestion,
  state: CheckState | null,
  otherName: string | null,
): string {
  return renderDocument(<CheckPage assets={assets} question={question} state={state} otherName={otherName} />);
}

/**
 * The page that tests a message.
 *
 * @param maxMegabytes how large a message may be
 */
export function messageDocument(assets: Assets, answer: MessageAnswer, maxMegabytes: number): string {
  return renderDocument(<MessagePage assets={assets} answer={answer} maxMegabytes={maxMegabytes} />);
}
