import { createInterface } from 'node:readline/promises';
import {
  Conversation,
  type DiagnoseContext,
  explainTest,
  type ObservationId,
  questionOf,
  type RuleSet,
  type TestId,
} from '@whybounce/core';
import { EXIT_DECODED, EXIT_NOTHING, EXIT_UNREADABLE } from '../exit-code.ts';
import { explanation, questionText } from '../output/explanation.ts';
import { Sink } from '../output/sink.ts';
import { terminalText } from '../output/terminal-text.ts';
import { UsageError } from '../usage-error.ts';
import type { WorldOptions } from './check.ts';
import { type ChooseOptions, chosenFailure } from './chosen-failure.ts';
import { endProcess } from './end-process.ts';
import { policyOf } from './policy.ts';

/** Options of `whybounce explain`. */
export interface ExplainCommand extends ChooseOptions, WorldOptions {
  readonly format?: string;
  readonly answer?: readonly string[];
  readonly policy?: string;
  /** Look at the world first. */
  readonly check?: boolean;
}

/**
 * `whybounce explain PATH`: why it can have happened, with what speaks for and against each cause; then
 * the question that would tell most. On a terminal it goes on asking; `--answer` answers in scripts.
 * Returns the exit code.
 */
export async function explainCommand(paths: readonly string[], options: ExplainCommand): Promise<number> {
  const format = options.format ?? 'pretty';
  if (format !== 'pretty' && format !== 'json')
    throw new UsageError(`--format ${format}: explain prints pretty or json.`);
  const { event, unreadable, rules } = await chosenFailure(paths, options);
  if (event === null) return unreadable > 0 ? EXIT_UNREADABLE : EXIT_NOTHING;
  const answers = await Promise.all((options.answer ?? []).map(parseAnswer));
  const checked = options.check === true ? await (await import('./check-event.ts')).checkedEvent(event, options) : null;
  const context: DiagnoseContext = {
    observations: [...(checked?.observed ?? []), ...answers.flatMap(({ answer }) => answer ?? [])],
    policy: options.policy === undefined ? undefined : await policyOf(options.policy),
    rules,
    skip: answers.flatMap(({ test, answer }) => (answer === null ? test : [])),
  };
  const talk = new Conversation(event, context);
  const sink = new Sink();
  if (format === 'json') {
    sink.write(
      `${JSON.stringify({ ...(await report(talk)), ...(checked !== null && { checks: checked.reports }) }, null, 2)}\n`,
    );
    sink.flush();
  } else {
    const interactive = process.stdin.isTTY === true && process.stdout.isTTY === true && !paths.includes('-');
    if (checked !== null) sink.write(checked.text);
    sink.write(await explanation(talk.event, rules));
    if (interactive && answers.length === 0) {
      sink.flush();
      await ask(talk, rules);
    } else {
      if (talk.question !== null) sink.write(await questionText(talk.question));
      sink.flush();
    }
  }
  if (checked !== null) endProcess();
  return unreadable > 0 ? EXIT_UNREADABLE : EXIT_DECODED;
}

/** An answer as it was given: an outcome, or that nobody knows. */
interface Answer {
  readonly test: TestId;
  readonly answer: ObservationId | null;
}

/** `control-recipient-same-domain=yes`, `=accepted`, `=unknown`. */
async function parseAnswer(text: string): Promise<Answer> {
  const equals = text.indexOf('=');
  const test = text.slice(0, equals);
  if (equals < 1 || !/^[a-z-]+$/.test(test))
    throw new UsageError(`--answer ${text}: write QUESTION=ANSWER, such as control-recipient-same-domain=yes.`);
  const answer = await answerTo(test as TestId, text.slice(equals + 1));
  return { test: test as TestId, answer };
}

/** @throws UsageError for a question or an answer that does not exist */
async function answerTo(test: TestId, given: string): Promise<ObservationId | null> {
  let question: ReturnType<typeof questionOf>;
  try {
    question = questionOf(test);
  } catch {
    throw new UsageError(`--answer ${test}=${given}: there is no such question. The output names the next one.`);
  }
  if (given === 'unknown' || given === '') return null;
  const { yes, no } = await explainTest(test);
  const outcome =
    given === 'yes' ? yes : given === 'no' ? no : (question.outcomes.find((id) => id === `${test}:${given}`) ?? null);
  if (outcome === null) {
    const known = question.outcomes.map((id) => id.slice(test.length + 1));
    throw new UsageError(
      `--answer ${test}=${given}: write one of ${[...(yes === null ? [] : ['yes']), ...(no === null ? [] : ['no']), ...known, 'unknown'].join(', ')}.`,
    );
  }
  return outcome;
}

/** Asks until nothing would tell more, or the person has enough. */
async function ask(talk: Conversation, rules: RuleSet | undefined): Promise<void> {
  const terminal = createInterface({ input: process.stdin, output: process.stdout });
  // Ctrl-D ends the talk as an empty line does not.
  const closed = new Promise<null>((resolve) => terminal.once('close', () => resolve(null)));
  try {
    while (talk.question !== null) {
      const { question } = talk;
      process.stdout.write(await questionText(question));
      const line = await Promise.race([terminal.question('  > '), closed]);
      if (line === null || /^(?:q|quit|exit)$/i.test(line.trim())) return;
      const given = line.trim().toLowerCase();
      const number = Number(given);
      if (given === '' || given === 'unknown' || given === '?') talk.skip(question.test);
      else {
        const picked = Number.isInteger(number) ? (question.outcomes[number - 1] ?? null) : null;
        let answer = picked;
        if (answer === null) {
          try {
            answer = await answerTo(question.test, given);
          } catch {
            process.stdout.write(
              `  "${terminalText(given)}" is no answer here. Write a number, nothing if you do not know, or q to stop.\n`,
            );
            continue;
          }
        }
        if (answer !== null) talk.answer(answer);
      }
      process.stdout.write(`\n${await explanation(talk.event, rules)}`);
    }
  } finally {
    terminal.close();
  }
}

/** The event with the next question in words, for programs. */
async function report(talk: Conversation): Promise<object> {
  const { question, event } = talk;
  if (question === null) return { event, question: null };
  const { ask: asks, how, yes, no } = await explainTest(question.test);
  return { event, question: { ...question, ask: asks, how, yes, no } };
}
