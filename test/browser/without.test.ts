import { describe } from 'vitest';
import { withoutNetwork } from './flow/offline.ts';
import { withoutScript } from './flow/without-script.ts';
import { because, guard, missing, useStage } from './stage.ts';

describe.skipIf(missing !== null)(`in Chromium without what others need${because}`, guard, () => {
  const stage = useStage();
  describe('without a network', () => withoutNetwork(stage));
  describe('without script', () => withoutScript(stage));
});
