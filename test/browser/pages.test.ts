import { describe } from 'vitest';
import { everyKind } from './flow/every-kind.ts';
import { withoutMouse } from './flow/keyboard.ts';
import { policy } from './flow/policy.ts';
import { because, guard, missing, useStage } from './stage.ts';

describe.skipIf(missing !== null)(`pages in Chromium${because}`, guard, () => {
  const stage = useStage();
  describe('policy', () => policy(stage));
  describe('without a mouse', () => withoutMouse(stage));
  describe('every kind', () => everyKind(stage));
});
