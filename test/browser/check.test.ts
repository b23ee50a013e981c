import { describe } from 'vitest';
import { checkWorld } from '../check-world.ts';
import { checkAnswers } from './flow/check-answers.ts';
import { checkMessage } from './flow/check-message.ts';
import { checkMishaps } from './flow/check-mishaps.ts';
import { handOver } from './flow/hand-over.ts';
import { because, guard, missing, useStage } from './stage.ts';

describe.skipIf(missing !== null)(`check pages in Chromium${because}`, guard, () => {
  // answers come one after the other, as from the real DNS
  const stage = useStage({
    checks: checkWorld((name) => new Promise((resolve) => setTimeout(resolve, 20 * (name.length % 40)))),
  });
  describe('answers', () => checkAnswers(stage));
  describe('messages', () => checkMessage(stage));
  describe('mishaps', () => checkMishaps(stage));
  describe('between the decoder and a check', () => handOver(stage));
});
