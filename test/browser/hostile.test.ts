import { describe } from 'vitest';
import { examplesOfPages } from './flow/examples.ts';
import { hostilePosts, hostileTexts } from './flow/hostile.ts';
import { because, missing, useStage } from './stage.ts';

describe.skipIf(missing !== null)(`every text in Chromium${because}`, () => {
  const stage = useStage();
  describe('hostile texts', () => hostileTexts(stage));
  describe('hostile posts', () => hostilePosts(stage));
  describe('examples', () => examplesOfPages(stage));
});
