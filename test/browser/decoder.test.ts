import { describe } from 'vitest';
import { oneAnswer } from './flow/answer.ts';
import { handingIn } from './flow/hand-in.ts';
import { layoutShift } from './flow/layout-shift.ts';
import { manyBounces } from './flow/many.ts';
import { mishaps } from './flow/mishaps.ts';
import { silence } from './flow/silence.ts';
import { because, guard, missing, useStage } from './stage.ts';

describe.skipIf(missing !== null)(`the decoder in Chromium${because}`, guard, () => {
  const stage = useStage();
  describe('handing in', () => handingIn(stage));
  describe('one answer', () => oneAnswer(stage));
  describe('many bounces', () => manyBounces(stage));
  describe('mishaps', () => mishaps(stage));
  describe('nothing is sent', () => silence(stage));
  describe('layout', () => layoutShift(stage));
});
